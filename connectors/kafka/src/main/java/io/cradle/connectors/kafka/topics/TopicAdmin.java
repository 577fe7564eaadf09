package io.cradle.connectors.kafka.topics;

import io.cradle.connectors.kafka.AdminDoor;
import io.cradle.connectors.kafka.KafkaAccess;
import io.cradle.connectors.kafka.KafkaDoorException;
import io.cradle.connectors.kafka.schemas.SchemaTopic;
import io.cradle.schemas.wire.BundledSchemas;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Creates and checks the topics and the schemas of their values. All methods throw {@link KafkaDoorException} where no
 * broker answers in time.
 */
public final class TopicAdmin {
    private TopicAdmin() {}

    /**
     * Creates the topics that are missing and registers the schemas that are not registered. A topic that exists is
     * left as it is, whatever its settings.
     *
     * @return one sentence per topic and schema: created, already right, or how it differs
     */
    public static List<String> create(KafkaAccess access, TopicSettings settings) {
        List<String> report = new ArrayList<>();
        try (AdminDoor admin = AdminDoor.open(access)) {
            List<TopicDefinition> existing = new ArrayList<>();
            Map<String, Integer> partitions = admin.partitionCounts(names(CradleTopics.all(settings)));
            for (TopicDefinition topic : CradleTopics.all(settings)) {
                if (!partitions.containsKey(topic.name()) && admin.create(topic.toNewTopic())) {
                    report.add("topic " + topic.name() + ": created with " + topic.partitions() + " partition"
                            + (topic.partitions() == 1 ? "" : "s"));
                } else {
                    existing.add(topic);
                }
            }
            admin.awaitKnown(names(CradleTopics.all(settings)));
            List<TopicDifference> differences = differences(admin, existing);
            existing.forEach(topic -> report.addAll(sentences(topic, differences)));
        }
        report.addAll(SchemaTopic.register(access, BundledSchemas.byTopic()));
        return report;
    }

    /** What is not as it should be, one sentence each; empty where everything is right. */
    public static List<String> check(KafkaAccess access, TopicSettings settings) {
        List<TopicDefinition> topics = CradleTopics.all(settings);
        List<TopicDifference> differences;
        try (AdminDoor admin = AdminDoor.open(access)) {
            differences = differences(admin, topics);
        }
        List<String> report = new ArrayList<>(
                differences.stream().map(TopicDifference::sentence).toList());
        boolean schemasReadable =
                differences.stream().noneMatch(difference -> difference.topic().role() == TopicDefinition.Role.SCHEMAS);
        if (schemasReadable) {
            report.addAll(SchemaTopic.missing(access, BundledSchemas.byTopic()));
        }
        return report;
    }

    /**
     * The check at the start of a job: every topic exists, inputs carry append time, are never compacted and are kept
     * for the audit horizon, and the schemas of this build are registered.
     *
     * @throws KafkaDoorException if not; the message lists every difference and what to run
     */
    public static void requireUsable(KafkaAccess access, TopicSettings settings) {
        List<TopicDifference> differences;
        try (AdminDoor admin = AdminDoor.open(access)) {
            differences = differences(admin, CradleTopics.all(settings));
        }
        List<String> reasons = new ArrayList<>(differences.stream()
                .filter(TopicDifference::stopsTheJob)
                .map(TopicDifference::sentence)
                .toList());
        if (reasons.isEmpty()) {
            reasons.addAll(SchemaTopic.missing(access, BundledSchemas.byTopic()));
        }
        if (!reasons.isEmpty()) {
            throw new KafkaDoorException("the topics at " + access.bootstrapServers() + " cannot be used: "
                    + String.join("; ", reasons)
                    + ". Run `cradle topics create` for what is missing and `cradle topics check` after changing the"
                    + " rest");
        }
    }

    private static List<TopicDifference> differences(AdminDoor admin, List<TopicDefinition> topics) {
        Map<String, Integer> partitions = admin.partitionCounts(names(topics));
        Map<String, Map<String, String>> configurations = admin.configurations(partitions.keySet());
        List<TopicDifference> differences = new ArrayList<>();
        for (TopicDefinition topic : topics) {
            Integer count = partitions.get(topic.name());
            if (count == null) {
                differences.add(TopicDifference.missing(topic));
            } else {
                differences.addAll(TopicDifference.between(topic, count, configurations.get(topic.name())));
            }
        }
        return differences;
    }

    private static List<String> sentences(TopicDefinition topic, List<TopicDifference> differences) {
        List<String> own = differences.stream()
                .filter(difference -> difference.topic().equals(topic))
                .map(difference -> difference.sentence() + " (left as it is)")
                .toList();
        return own.isEmpty() ? List.of("topic " + topic.name() + ": already right") : own;
    }

    private static List<String> names(List<TopicDefinition> topics) {
        return topics.stream().map(TopicDefinition::name).toList();
    }
}
