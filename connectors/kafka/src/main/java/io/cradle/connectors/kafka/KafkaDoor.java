package io.cradle.connectors.kafka;

import io.cradle.connectors.kafka.KafkaSinkSettings.ExactlyOnce;
import io.cradle.schemas.wire.InputTopic;
import io.cradle.schemas.wire.LogRecord;
import io.cradle.schemas.wire.OutputRecord;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.sink.KafkaSinkBuilder;
import org.apache.flink.connector.kafka.sink.TransactionNamingStrategy;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.KafkaSourceBuilder;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;

/** The job's doors to Kafka. */
public final class KafkaDoor {
    /** Under this name the brokers know the producers of the output topics, for quotas and logs. */
    public static final String OUTPUT_CLIENT_ID = "cradle-output";

    private static final String MAX_TIMEOUT = "transaction.max.timeout.ms";

    private KafkaDoor() {}

    /** Reads all input topics, from the beginning of the log, without end. */
    public static KafkaSource<LogRecord> source(KafkaSourceSettings settings) {
        return reading(settings).build();
    }

    /** Reads all input topics from the beginning to where they end when the job starts. */
    public static KafkaSource<LogRecord> sourceUntilNow(KafkaSourceSettings settings) {
        return reading(settings).setBounded(OffsetsInitializer.latest()).build();
    }

    /** Writes each record to the topic that it names. */
    public static KafkaSink<OutputRecord> sink(KafkaSinkSettings settings) {
        Properties properties = settings.access().properties();
        properties.setProperty("client.id", OUTPUT_CLIENT_ID);
        properties.setProperty("acks", "all");
        properties.setProperty("linger.ms", "5");
        properties.setProperty("compression.type", "lz4");
        // Results come by the thousand when an epoch ends: small batches would compress worse and cost more.
        properties.setProperty("batch.size", Integer.toString(128 << 10));
        KafkaSinkBuilder<OutputRecord> sink = KafkaSink.<OutputRecord>builder()
                .setBootstrapServers(settings.access().bootstrapServers())
                .setRecordSerializer(new OutputRecordSerializer());
        if (settings.delivery() instanceof ExactlyOnce exactlyOnce) {
            properties.setProperty(
                    "transaction.timeout.ms",
                    Long.toString(exactlyOnce.timeout().toMillis()));
            sink.setDeliveryGuarantee(DeliveryGuarantee.EXACTLY_ONCE)
                    .setTransactionalIdPrefix(exactlyOnce.transactionalIdPrefix())
                    // A new id for every checkpoint would be remembered by the brokers for a week.
                    .setTransactionNamingStrategy(TransactionNamingStrategy.POOLING);
        } else {
            sink.setDeliveryGuarantee(DeliveryGuarantee.AT_LEAST_ONCE);
        }
        return sink.setKafkaProducerConfig(properties).build();
    }

    /**
     * Refuses a parallelism of the source at which a subtask could be left without partitions: it would never have a
     * watermark, and no epoch would ever end. Partitions of a topic go round the subtasks, so one topic with enough
     * of them is enough.
     *
     * @throws KafkaDoorException if no input topic has that many partitions, or a topic is missing
     */
    public static void requireParallelism(int parallelism, KafkaAccess access) {
        int most = Collections.max(inputPartitions(access).values());
        if (parallelism > most) {
            throw new KafkaDoorException("the source's parallelism is " + parallelism + ", but no input topic at "
                    + access.bootstrapServers() + " has more than " + most + " partition" + (most == 1 ? "" : "s")
                    + ": lower the parallelism to " + most + " or less");
        }
    }

    /**
     * Refuses a transaction timeout that the brokers would not grant: the sink would fail with every start, and its
     * message does not say which limit it is.
     *
     * @throws KafkaDoorException if a broker's limit is lower, or the brokers do not show their settings
     */
    public static void requireTransactionTimeout(Duration timeout, KafkaAccess access) {
        try (AdminDoor admin = AdminDoor.open(access)) {
            admin.brokerSettings(MAX_TIMEOUT).forEach((broker, limit) -> {
                if (timeout.toMillis() > Long.parseLong(limit)) {
                    throw new KafkaDoorException("the transaction timeout is " + timeout.toMillis() + " ms, but broker "
                            + broker + " at " + access.bootstrapServers() + " allows " + MAX_TIMEOUT + "=" + limit
                            + ": lower the timeout, or raise the limit of every broker");
                }
            });
        }
    }

    /**
     * The number of partitions of each input topic.
     *
     * @throws KafkaDoorException if a topic is missing
     */
    public static Map<String, Integer> inputPartitions(KafkaAccess access) {
        List<String> topics = inputTopics();
        try (AdminDoor admin = AdminDoor.open(access)) {
            Map<String, Integer> partitions = admin.partitionCounts(topics);
            List<String> missing = topics.stream()
                    .filter(topic -> !partitions.containsKey(topic))
                    .toList();
            if (!missing.isEmpty()) {
                throw new KafkaDoorException("missing at " + access.bootstrapServers() + ": topics "
                        + String.join(", ", missing) + ". Run `cradle topics create`");
            }
            return partitions;
        }
    }

    private static KafkaSourceBuilder<LogRecord> reading(KafkaSourceSettings settings) {
        return KafkaSource.<LogRecord>builder()
                .setProperties(settings.access().properties())
                .setBootstrapServers(settings.access().bootstrapServers())
                .setGroupId(settings.groupId())
                .setClientIdPrefix(settings.groupId())
                .setTopics(inputTopics())
                .setStartingOffsets(OffsetsInitializer.earliest())
                .setDeserializer(new LogRecordDeserializer())
                // A partition that appears later would begin behind the watermark.
                .setProperty("partition.discovery.interval.ms", "-1")
                .setProperty("isolation.level", "read_committed")
                .setProperty("allow.auto.create.topics", "false");
    }

    private static List<String> inputTopics() {
        return Arrays.stream(InputTopic.values()).map(InputTopic::topicName).toList();
    }
}
