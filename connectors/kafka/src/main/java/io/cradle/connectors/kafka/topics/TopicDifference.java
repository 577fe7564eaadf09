package io.cradle.connectors.kafka.topics;

import io.cradle.connectors.kafka.topics.TopicDefinition.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One way in which a topic is not as it should be.
 *
 * @param topic what it should be
 * @param kind which property differs
 * @param sentence names the topic, what is and what must be
 */
record TopicDifference(TopicDefinition topic, Kind kind, String sentence) {

    enum Kind {
        MISSING,
        PARTITIONS,
        SETTING,
        RETENTION
    }

    /**
     * Whether the job must not run over it. The number of partitions is the operator's choice, and so is how long
     * results are kept.
     */
    boolean stopsTheJob() {
        return switch (kind) {
            case MISSING, SETTING -> true;
            case PARTITIONS -> topic.role() == Role.SCHEMAS;
            case RETENTION -> topic.role() == Role.INPUT;
        };
    }

    static TopicDifference missing(TopicDefinition wanted) {
        return new TopicDifference(wanted, Kind.MISSING, "topic " + wanted.name() + " does not exist");
    }

    /** Compares a topic that exists with its definition. */
    static List<TopicDifference> between(TopicDefinition wanted, int partitions, Map<String, String> config) {
        List<TopicDifference> differences = new ArrayList<>();
        if (partitions != wanted.partitions()) {
            differences.add(new TopicDifference(
                    wanted,
                    Kind.PARTITIONS,
                    "topic " + wanted.name() + ": partitions are " + partitions + ", settings say "
                            + wanted.partitions()));
        }
        new TreeMap<>(wanted.config()).forEach((setting, value) -> {
            String actual = config.get(setting);
            boolean retention =
                    setting.equals(CradleTopics.RETENTION_MS) || setting.equals(CradleTopics.RETENTION_BYTES);
            if (retention ? keepsLess(actual, value) : !value.equals(actual)) {
                differences.add(new TopicDifference(
                        wanted,
                        retention ? Kind.RETENTION : Kind.SETTING,
                        "topic " + wanted.name() + ": " + setting + " is " + actual + ", must be " + value
                                + (retention && !value.equals("-1") ? " or more, or -1" : "")));
            }
        });
        return differences;
    }

    /** -1 keeps everything. */
    private static boolean keepsLess(String actual, String wanted) {
        if (actual == null) {
            return true;
        }
        long actualLimit = Long.parseLong(actual);
        long wantedLimit = Long.parseLong(wanted);
        return actualLimit >= 0 && (wantedLimit < 0 || actualLimit < wantedLimit);
    }
}
