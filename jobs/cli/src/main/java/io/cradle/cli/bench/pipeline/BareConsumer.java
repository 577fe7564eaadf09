package io.cradle.cli.bench.pipeline;

import io.cradle.connectors.kafka.KafkaAccess;
import io.cradle.schemas.MeterReading;
import io.cradle.schemas.wire.InputTopic;
import io.cradle.schemas.wire.SchemaCatalog;
import io.cradle.schemas.wire.WireException;
import io.cradle.schemas.wire.WireFormat;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * The baseline: one consumer of all partitions of meter-readings that decodes every value into its Avro record and does
 * nothing else, in one thread.
 */
final class BareConsumer {
    private static final Duration STEP = Duration.ofMillis(200);
    private static final double NANOS = 1e9;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private BareConsumer() {}

    /**
     * How fast it was, from the first record on.
     *
     * @param recordsPerProcessorSecond of the thread that reads and decodes
     */
    record Speed(double recordsPerSecond, double recordsPerProcessorSecond) implements Comparable<Speed> {
        @Override
        public int compareTo(Speed other) {
            return Double.compare(recordsPerSecond, other.recordsPerSecond);
        }
    }

    /** Reads the topic from its beginning to where it ends now. */
    static Speed read(KafkaAccess access, SchemaCatalog catalog) {
        Properties properties = access.properties();
        properties.setProperty("enable.auto.commit", "false");
        properties.setProperty("isolation.level", "read_committed");
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(InputTopic.METER_READINGS.topicName()).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            return read(consumer, consumer.endOffsets(partitions), new WireFormat(catalog));
        }
    }

    private static Speed read(
            KafkaConsumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends, WireFormat format) {
        long decoded = 0;
        long startedNanos = 0;
        long startedProcessorNanos = 0;
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            var batch = consumer.poll(STEP);
            if (startedNanos == 0 && !batch.isEmpty()) {
                startedNanos = System.nanoTime();
                startedProcessorNanos = THREADS.getCurrentThreadCpuTime();
            }
            for (ConsumerRecord<byte[], byte[]> message : batch) {
                decoded += decode(message, format);
            }
        }
        return new Speed(
                decoded * NANOS / (System.nanoTime() - startedNanos),
                decoded * NANOS / (THREADS.getCurrentThreadCpuTime() - startedProcessorNanos));
    }

    /** 1 for a reading, 0 for a tick of the job. */
    private static int decode(ConsumerRecord<byte[], byte[]> message, WireFormat format) {
        if (message.value().length == 0) {
            return 0;
        }
        try {
            var reading = (MeterReading) format.decode(message.value(), InputTopic.METER_READINGS.schema());
            // What is decoded is looked at, or it need not be decoded.
            return reading.getEnd() != null ? 1 : 0;
        } catch (WireException e) {
            throw new IllegalStateException("a reading that was written here does not decode", e);
        }
    }
}
