package io.cradle.rollup.deployment;

import io.cradle.rollup.harness.ExposedMetrics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A metric that an alert or a document names.
 *
 * @param where who names it
 * @param labels values that it must have
 */
record NamedMetric(String where, String name, Map<String, String> labels) {
    private static final Pattern METRIC = Pattern.compile("\\b(flink_\\w+)(?:\\{([^}]*)})?");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"([^\"]*)\"");
    private static final Pattern STRING = Pattern.compile("\\{[^}]*}|\\[\\w+]");
    private static final Pattern WORD = Pattern.compile("[A-Za-z_]\\w*");

    /** What else may stand in an expression. */
    private static final Set<String> WORDS =
            Set.of("max", "sum", "min", "or", "and", "by", "absent", "increase", "changes", "max_over_time");

    /** Every metric that a text names, with the labels in braces behind it. */
    static List<NamedMetric> in(String where, String text) {
        List<NamedMetric> metrics = new ArrayList<>();
        Matcher matcher = METRIC.matcher(text);
        while (matcher.find()) {
            Map<String, String> labels = new TreeMap<>();
            if (matcher.group(2) != null) {
                Matcher label = LABEL.matcher(matcher.group(2));
                while (label.find()) {
                    labels.put(label.group(1), label.group(2));
                }
            }
            metrics.add(new NamedMetric(where, matcher.group(1), labels));
        }
        return metrics;
    }

    /** Words of an expression that are neither a metric of Flink nor a known word. */
    static Set<String> strangers(String expression) {
        Set<String> strangers = new TreeSet<>();
        Matcher words = WORD.matcher(STRING.matcher(expression).replaceAll(""));
        while (words.find()) {
            if (!words.group().startsWith("flink_") && !WORDS.contains(words.group())) {
                strangers.add(words.group());
            }
        }
        return strangers;
    }

    boolean isAmong(List<ExposedMetrics.Series> exposed) {
        return exposed.stream()
                .anyMatch(series ->
                        series.name().equals(name) && series.labels().entrySet().containsAll(labels.entrySet()));
    }
}
