package io.cradle.connectors.kafka.topics;

import io.cradle.connectors.kafka.schemas.SchemaTopic;
import io.cradle.schemas.wire.InputTopic;
import io.cradle.schemas.wire.OutputTopic;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Every topic that Cradle reads or writes, in one place. */
public final class CradleTopics {
    static final String TIMESTAMP_TYPE = "message.timestamp.type";
    static final String CLEANUP = "cleanup.policy";
    static final String RETENTION_MS = "retention.ms";
    static final String RETENTION_BYTES = "retention.bytes";

    private static final String APPEND_TIME = "LogAppendTime";
    private static final String FOREVER = "-1";

    private CradleTopics() {}

    /** The topic of schemas, the inputs, the outputs. */
    public static List<TopicDefinition> all(TopicSettings settings) {
        List<TopicDefinition> topics = new ArrayList<>();
        topics.add(schemas(settings));
        for (InputTopic topic : InputTopic.values()) {
            topics.add(input(topic, settings));
        }
        for (OutputTopic topic : OutputTopic.values()) {
            topics.add(output(topic, settings));
        }
        return topics;
    }

    private static TopicDefinition schemas(TopicSettings settings) {
        // One partition: the order of registrations is the order of ids.
        return new TopicDefinition(
                SchemaTopic.NAME,
                TopicDefinition.Role.SCHEMAS,
                1,
                settings.replicationFactor(),
                Map.of(CLEANUP, "compact"));
    }

    private static TopicDefinition input(InputTopic topic, TopicSettings settings) {
        // Append time drives epochs, and every figure is a function of the whole log: hence no client time stamps, and
        // never compaction, which would take away records that figures were computed from.
        return new TopicDefinition(
                topic.topicName(),
                TopicDefinition.Role.INPUT,
                settings.inputPartitions(),
                settings.replicationFactor(),
                Map.of(
                        TIMESTAMP_TYPE,
                        APPEND_TIME,
                        CLEANUP,
                        "delete",
                        RETENTION_MS,
                        Long.toString(settings.auditRetentionMs()),
                        RETENTION_BYTES,
                        FOREVER));
    }

    private static TopicDefinition output(OutputTopic topic, TopicSettings settings) {
        // With client time stamps, results about an old period would be deleted within minutes of being written.
        Map<String, String> config = topic == OutputTopic.LATEST_PRODUCT_FOOTPRINTS
                ? Map.of(TIMESTAMP_TYPE, APPEND_TIME, CLEANUP, "compact")
                : Map.of(
                        TIMESTAMP_TYPE, APPEND_TIME,
                        CLEANUP, "delete",
                        RETENTION_MS, FOREVER,
                        RETENTION_BYTES, FOREVER);
        return new TopicDefinition(
                topic.topicName(),
                TopicDefinition.Role.OUTPUT,
                settings.outputPartitions(),
                settings.replicationFactor(),
                config);
    }
}
