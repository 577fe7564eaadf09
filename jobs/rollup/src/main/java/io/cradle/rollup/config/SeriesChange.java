package io.cradle.rollup.config;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.util.TimeUtils;

/** How the settings that decide the figures differ from those that a state was made with. */
public final class SeriesChange {
    private SeriesChange() {}

    /**
     * Refuses settings under which the figures of a state would change their meaning.
     *
     * @param stored what {@link Settings#series} said when the state was made
     * @throws SettingException names each setting that differs, what it was and what it is now
     */
    public static void requireNone(String stored, Settings now) {
        List<String> differences = differences(stored, now);
        if (!differences.isEmpty()) {
            throw new SettingException("the state was made with other settings: " + String.join(", ", differences)
                    + "; its figures would change their meaning. Start with the settings of before, or begin a new series"
                    + " with " + Options.REBASE.key() + "=true (`cradle rollup --rebase`)");
        }
    }

    private static List<String> differences(String stored, Settings now) {
        Map<String, String> before = byKey(stored);
        List<String> differences = new ArrayList<>();
        for (Setting<?> setting : Options.all()) {
            if (setting.definesSeries()) {
                Object value = now.get(setting);
                // A version that did not have the setting yet did what is its default today.
                String was = before.remove(setting.key());
                was = was == null ? String.valueOf(setting.parse(setting.defaultText())) : was;
                if (!was.equals(String.valueOf(value))) {
                    differences.add(setting.key() + " was " + shown(was, value) + " and is now "
                            + shown(String.valueOf(value), value));
                }
            }
        }
        new TreeMap<>(before)
                .forEach((key, was) -> differences.add(key + " was " + was + " and is no setting any more"));
        return differences;
    }

    private static Map<String, String> byKey(String stored) {
        Map<String, String> texts = new HashMap<>();
        Arrays.stream(stored.split(";"))
                .forEach(
                        each -> texts.put(each.substring(0, each.indexOf('=')), each.substring(each.indexOf('=') + 1)));
        return texts;
    }

    /** A stored text as it would be written in a settings file; {@code like} is a value of its type. */
    private static String shown(String stored, Object like) {
        if (stored.isEmpty()) {
            return "nothing";
        }
        if (like instanceof Duration) {
            return TimeUtils.formatWithHighestUnit(Duration.parse(stored));
        }
        return like instanceof Enum ? stored.toLowerCase(Locale.ROOT).replace('_', '-') : stored;
    }
}
