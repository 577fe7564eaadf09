package io.cradle.connectors.kafka;

import io.cradle.schemas.wire.OutputTopic;
import io.cradle.schemas.wire.SchemaCatalog;
import io.cradle.schemas.wire.WireException;
import io.cradle.schemas.wire.WireFormat;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads committed records of output topics, all partitions, without a consumer group. For one thread. */
public final class OutputReader implements AutoCloseable {
    private static final Duration STEP = Duration.ofMillis(200);

    private final KafkaAccess access;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final WireFormat format;

    private OutputReader(KafkaAccess access, KafkaConsumer<byte[], byte[]> consumer, WireFormat format) {
        this.access = access;
        this.consumer = consumer;
        this.format = format;
    }

    /**
     * Reads from the oldest record on.
     *
     * @param catalog the schemas of the values; the caller closes it
     * @throws KafkaDoorException if no broker answers in time, or a topic is missing
     */
    public static OutputReader fromBeginning(
            KafkaAccess access, SchemaCatalog catalog, Collection<OutputTopic> topics) {
        OutputReader reader = open(access, catalog);
        reader.start(topics, () -> reader.consumer.seekToBeginning(reader.consumer.assignment()));
        return reader;
    }

    /** Reads what is appended after this call. */
    public static OutputReader fromEnd(KafkaAccess access, SchemaCatalog catalog, Collection<OutputTopic> topics) {
        OutputReader reader = open(access, catalog);
        reader.start(topics, () -> {
            reader.consumer.seekToEnd(reader.consumer.assignment());
            // Seeking is lazy: without asking, the end would be looked up at the first poll.
            reader.consumer.assignment().forEach(reader.consumer::position);
        });
        return reader;
    }

    /**
     * The next records; of one partition in order. Empty where none arrives in time.
     *
     * @throws KafkaDoorException if a record does not decode; the message says where it stands
     */
    public List<Published> poll(Duration patience) {
        List<Published> records = new ArrayList<>();
        poll(patience, (published, value) -> records.add(published));
        return records;
    }

    /**
     * The same, one by one, each with the bytes of its value (null where the key was deleted), which take less room.
     */
    public void poll(Duration patience, BiConsumer<Published, byte[]> take) {
        try {
            for (ConsumerRecord<byte[], byte[]> message : consumer.poll(patience)) {
                take.accept(decode(message), message.value());
            }
        } catch (KafkaException e) {
            throw KafkaDoorException.of("reading output topics", AclOperation.READ, access, e);
        }
    }

    /**
     * Every record from where this reader stands to where the topics end now; of one partition in order.
     *
     * @throws KafkaDoorException as {@link #poll}, or if nothing arrives for as long as the access is patient
     */
    public void readToEnd(Consumer<Published> take) {
        try {
            Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
            long lastArrival = System.nanoTime();
            while (isBefore(ends)) {
                List<Published> records = poll(STEP);
                records.forEach(take);
                if (!records.isEmpty()) {
                    lastArrival = System.nanoTime();
                } else if (System.nanoTime() - lastArrival
                                > access.answerWithin().toNanos()
                        && isBefore(ends)) {
                    throw new KafkaDoorException(
                            "reading output topics: nothing arrived from Kafka at " + access.bootstrapServers()
                                    + " within " + access.answerWithin().toSeconds() + " s");
                }
            }
        } catch (KafkaException e) {
            throw KafkaDoorException.of("reading output topics", AclOperation.READ, access, e);
        }
    }

    private boolean isBefore(Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue());
    }

    @Override
    public void close() {
        consumer.close();
    }

    private static OutputReader open(KafkaAccess access, SchemaCatalog catalog) {
        access.requireAnswer();
        Properties properties = access.boundedProperties();
        properties.setProperty("isolation.level", "read_committed");
        properties.setProperty("enable.auto.commit", "false");
        properties.setProperty("allow.auto.create.topics", "false");
        properties.setProperty("auto.offset.reset", "earliest");
        try {
            return new OutputReader(
                    access,
                    new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer()),
                    new WireFormat(catalog));
        } catch (KafkaException e) {
            throw KafkaDoorException.of("connecting", access, e.getCause() == null ? e : e.getCause());
        }
    }

    private void start(Collection<OutputTopic> topics, Runnable seek) {
        try {
            List<TopicPartition> partitions = new ArrayList<>();
            for (OutputTopic topic : topics) {
                partitions.addAll(TopicPartitions.of(topic.topicName(), consumer, access));
            }
            consumer.assign(partitions);
            seek.run();
        } catch (KafkaException e) {
            consumer.close();
            throw KafkaDoorException.of("reading output topics", AclOperation.READ, access, e);
        } catch (KafkaDoorException e) {
            consumer.close();
            throw e;
        }
    }

    private Published decode(ConsumerRecord<byte[], byte[]> message) {
        OutputTopic topic = OutputTopic.ofName(message.topic()).orElseThrow();
        try {
            return new Published(
                    topic,
                    message.partition(),
                    message.offset(),
                    message.timestamp(),
                    message.key() == null ? null : new String(message.key(), StandardCharsets.UTF_8),
                    message.value() == null ? null : format.decode(message.value(), topic.schema()));
        } catch (WireException e) {
            throw new KafkaDoorException(
                    "topic " + message.topic() + ", partition " + message.partition() + ", offset " + message.offset()
                            + " does not decode: " + e.getMessage(),
                    e);
        }
    }
}
