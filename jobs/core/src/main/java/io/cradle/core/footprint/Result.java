package io.cradle.core.footprint;

import java.util.Locale;

/** What a figure is worth. */
public enum Result {
    COMPLETE,
    /** A stated lower bound. */
    INCOMPLETE,
    /** No figure: the product lies in or depends on a loop that consumes all it makes. */
    NON_PRODUCTIVE_LOOP;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Result ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
