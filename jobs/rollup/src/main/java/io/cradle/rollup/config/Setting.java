package io.cradle.rollup.config;

import java.util.function.Function;

/**
 * One setting.
 *
 * @param key its name in a settings file
 * @param defaultText what it is where nobody sets it; empty: nothing
 * @param unit what the value is in, for the reference table
 * @param description what it does
 * @param definesSeries whether another value makes another series of figures
 * @param parser text to value; throws IllegalArgumentException with what would be right
 */
public record Setting<T>(
        String key,
        String defaultText,
        String unit,
        String description,
        boolean definesSeries,
        Function<String, T> parser) {

    T parse(String text) {
        try {
            return parser.apply(text);
        } catch (RuntimeException e) {
            throw new SettingException("setting " + key + " is '" + text + "': " + e.getMessage() + " (" + unit + ")");
        }
    }
}
