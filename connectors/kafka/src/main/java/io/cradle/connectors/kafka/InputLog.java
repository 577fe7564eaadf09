package io.cradle.connectors.kafka;

import io.cradle.schemas.wire.InputTopic;
import io.cradle.schemas.wire.LogRecord;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * The committed records of all input topics, read beside the job, up to where they ended when the log was opened. Every
 * record comes with its log time, max(append time, highest append time before it in its partition), as its append time;
 * ticks raise it, as they do in the job. Reads without a consumer group and can be read again. For one thread.
 */
public final class InputLog implements AutoCloseable {
    /** Log times of this and later end no reading early. */
    public static final long NO_LIMIT = Long.MAX_VALUE;

    private static final Duration PATIENCE = Duration.ofMillis(200);

    private final KafkaAccess access;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Map<TopicPartition, Long> begins;
    private final Map<TopicPartition, Long> ends;

    private InputLog(KafkaAccess access, KafkaConsumer<byte[], byte[]> consumer) {
        this.access = access;
        this.consumer = consumer;
        List<TopicPartition> partitions = Arrays.stream(InputTopic.values())
                .flatMap(topic -> TopicPartitions.of(topic.topicName(), consumer, access).stream())
                .toList();
        consumer.assign(partitions);
        this.begins = consumer.beginningOffsets(partitions);
        this.ends = consumer.endOffsets(partitions);
    }

    /**
     * Connects and notes where the log ends.
     *
     * @throws KafkaDoorException if no broker answers in time, or a topic is missing
     */
    public static InputLog open(KafkaAccess access) {
        access.requireAnswer();
        Properties properties = access.boundedProperties();
        properties.setProperty("isolation.level", "read_committed");
        properties.setProperty("enable.auto.commit", "false");
        properties.setProperty("allow.auto.create.topics", "false");
        properties.setProperty("auto.offset.reset", "none");
        KafkaConsumer<byte[], byte[]> consumer;
        try {
            consumer = new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        } catch (KafkaException e) {
            throw KafkaDoorException.of("connecting", access, e.getCause() == null ? e : e.getCause());
        }
        try {
            return new InputLog(access, consumer);
        } catch (KafkaException e) {
            consumer.close();
            throw KafkaDoorException.of("reading input topics", AclOperation.READ, access, e);
        } catch (KafkaDoorException e) {
            consumer.close();
            throw e;
        }
    }

    /** How many places the log has from its beginning to its end: never less than records and ticks together. */
    public long size() {
        return ends.entrySet().stream()
                .mapToLong(end -> end.getValue() - begins.get(end.getKey()))
                .sum();
    }

    /** The partitions, as topic/partition, whose oldest records are gone: no figure follows from what is left. */
    public List<String> truncated() {
        return begins.entrySet().stream()
                .filter(begin -> begin.getValue() > 0)
                .map(begin -> begin.getKey().topic() + "/" + begin.getKey().partition())
                .sorted()
                .toList();
    }

    /** As {@link #readWithTicks}, without the ticks. */
    public void read(long upToLogTimeMs, Consumer<LogRecord> take) {
        readWithTicks(upToLogTimeMs, record -> {
            if (!record.tick()) {
                take.accept(record);
            }
        });
    }

    /**
     * Hands over every record and tick from the beginning, those of one partition in order.
     *
     * @param upToLogTimeMs records of a later log time are left out; {@link #NO_LIMIT} for all
     * @throws KafkaDoorException if nothing arrives for as long as the access is patient
     */
    public void readWithTicks(long upToLogTimeMs, Consumer<LogRecord> take) {
        try {
            consumer.resume(consumer.assignment());
            consumer.seekToBeginning(consumer.assignment());
            read(new Pass(upToLogTimeMs, take));
        } catch (KafkaException e) {
            throw KafkaDoorException.of("reading input topics", AclOperation.READ, access, e);
        }
    }

    private void read(Pass pass) {
        long lastArrival = System.nanoTime();
        pass.leaveOutWhatIsRead();
        while (!pass.unread.isEmpty()) {
            boolean moved = false;
            for (ConsumerRecord<byte[], byte[]> message : consumer.poll(PATIENCE)) {
                pass.accept(message);
                moved = true;
            }
            moved |= pass.leaveOutWhatIsRead();
            if (moved) {
                lastArrival = System.nanoTime();
            } else if (System.nanoTime() - lastArrival > access.answerWithin().toNanos()) {
                throw new KafkaDoorException("reading input topics: nothing arrived from Kafka at "
                        + access.bootstrapServers() + " within "
                        + access.answerWithin().toSeconds() + " s, although "
                        + pass.unread + " are not read to their ends");
            }
        }
    }

    @Override
    public void close() {
        consumer.close();
    }

    /** One reading from the beginning. */
    private final class Pass {
        private final long upToLogTimeMs;
        private final Consumer<LogRecord> take;
        private final Set<TopicPartition> unread = new HashSet<>(ends.keySet());
        private final Map<TopicPartition, Long> logTimes = new HashMap<>();

        Pass(long upToLogTimeMs, Consumer<LogRecord> take) {
            this.upToLogTimeMs = upToLogTimeMs;
            this.take = take;
        }

        void accept(ConsumerRecord<byte[], byte[]> message) {
            TopicPartition partition = new TopicPartition(message.topic(), message.partition());
            long logTimeMs = logTimes.merge(partition, message.timestamp(), Math::max);
            if (message.offset() < ends.get(partition) && logTimeMs <= upToLogTimeMs) {
                take.accept(record(message, logTimeMs));
            }
        }

        /** Whether any partition was read to its end, or past the limit: log times only rise. */
        boolean leaveOutWhatIsRead() {
            List<TopicPartition> read = unread.stream()
                    .filter(partition -> consumer.position(partition) >= ends.get(partition)
                            || (logTimes.containsKey(partition) && logTimes.get(partition) > upToLogTimeMs))
                    .toList();
            consumer.pause(read);
            read.forEach(unread::remove);
            return !read.isEmpty();
        }

        private LogRecord record(ConsumerRecord<byte[], byte[]> message, long logTimeMs) {
            InputTopic topic = InputTopic.ofName(message.topic()).orElseThrow();
            return Ticks.isTick(message)
                    ? LogRecord.tick(topic, message.partition(), message.offset(), logTimeMs)
                    : LogRecord.of(
                            topic, message.partition(), message.offset(), logTimeMs, message.key(), message.value());
        }
    }
}
