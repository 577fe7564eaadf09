package io.cradle.rollup.harness;

import io.cradle.connectors.kafka.KafkaAccess;
import io.cradle.connectors.kafka.Ticks;
import io.cradle.schemas.wire.InputTopic;
import io.cradle.schemas.wire.SchemaCatalog;
import io.cradle.schemas.wire.WireException;
import io.cradle.schemas.wire.WireFormat;
import io.cradle.testkit.oracle.LogEntry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads the input topics back, with the append times that the broker gave. */
final class InputLog {
    private static final Duration PATIENCE = Duration.ofMillis(200);

    private InputLog() {}

    static List<LogEntry> read(KafkaAccess access, SchemaCatalog catalog) {
        List<LogEntry> log = new ArrayList<>();
        WireFormat wire = new WireFormat(catalog);
        scan(access, message -> add(log, message, wire));
        log.sort(Comparator.comparingLong(LogEntry::logTimeMs)
                .thenComparing(LogEntry::topic)
                .thenComparingInt(LogEntry::partition)
                .thenComparingLong(LogEntry::offset));
        return log;
    }

    /** Hands over every record that stands in the input topics, as it stands there, without ticks. */
    static void scan(KafkaAccess access, Consumer<ConsumerRecord<byte[], byte[]>> reader) {
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                access.boundedProperties(), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = Arrays.stream(InputTopic.values())
                    .flatMap(topic -> consumer.partitionsFor(topic.topicName()).stream())
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                for (ConsumerRecord<byte[], byte[]> message : consumer.poll(PATIENCE)) {
                    if (!Ticks.isTick(message)) {
                        reader.accept(message);
                    }
                }
            }
        }
    }

    private static void add(List<LogEntry> log, ConsumerRecord<byte[], byte[]> message, WireFormat wire) {
        InputTopic topic = InputTopic.ofName(message.topic()).orElseThrow();
        try {
            log.add(new LogEntry(
                    topic,
                    message.partition(),
                    message.offset(),
                    message.timestamp(),
                    message.key() == null ? null : new String(message.key(), StandardCharsets.UTF_8),
                    message.value() == null ? null : wire.decode(message.value(), topic.schema())));
        } catch (WireException e) {
            // The oracle takes decoded records; what does not decode is the subject of other tests.
            return;
        }
    }
}
