package io.cradle.connectors.kafka.schemas;

import io.cradle.connectors.kafka.KafkaAccess;
import io.cradle.connectors.kafka.KafkaDoorException;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Follows the topic of schemas over one connection. Not thread safe. */
final class SchemaLog implements AutoCloseable {
    private static final TopicPartition PARTITION = new TopicPartition(SchemaTopic.NAME, 0);
    private static final Duration POLL = Duration.ofMillis(100);

    private final KafkaAccess access;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final SchemaEntries entries = new SchemaEntries();
    private long position;

    private SchemaLog(KafkaAccess access, KafkaConsumer<byte[], byte[]> consumer) {
        this.access = access;
        this.consumer = consumer;
    }

    /** Connects and reads the topic to its end. */
    static SchemaLog open(KafkaAccess access) {
        access.requireAnswer();
        Properties properties = access.boundedProperties();
        properties.setProperty("enable.auto.commit", "false");
        properties.setProperty("allow.auto.create.topics", "false");
        properties.setProperty("auto.offset.reset", "earliest");
        // The broker answers in order: a fetch that waits for records would hold up the question for the end.
        properties.setProperty("fetch.max.wait.ms", "10");
        try {
            SchemaLog log = new SchemaLog(
                    access, new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer()));
            try {
                log.assign();
                log.refresh();
                return log;
            } catch (RuntimeException e) {
                log.close();
                throw e;
            }
        } catch (KafkaException e) {
            throw KafkaDoorException.of("reading topic " + SchemaTopic.NAME, AclOperation.READ, access, e);
        }
    }

    SchemaEntries entries() {
        return entries;
    }

    /**
     * Reads what was appended since the last read; one question to the broker where that is nothing.
     *
     * @return whether anything was
     */
    boolean refresh() {
        try {
            long end = consumer.endOffsets(List.of(PARTITION)).get(PARTITION);
            if (end <= position) {
                return false;
            }
            readTo(end);
            return true;
        } catch (KafkaException e) {
            throw KafkaDoorException.of("reading topic " + SchemaTopic.NAME, AclOperation.READ, access, e);
        }
    }

    @Override
    public void close() {
        consumer.close();
    }

    private void assign() {
        if (consumer.partitionsFor(SchemaTopic.NAME).isEmpty()) {
            throw new KafkaDoorException("topic " + SchemaTopic.NAME + " does not exist at " + access.bootstrapServers()
                    + ": run `cradle topics create`");
        }
        consumer.assign(List.of(PARTITION));
        consumer.seekToBeginning(List.of(PARTITION));
    }

    private void readTo(long end) {
        long patience = access.answerWithin().toNanos();
        long deadline = System.nanoTime() + patience;
        while (consumer.position(PARTITION) < end) {
            boolean progress = false;
            for (ConsumerRecord<byte[], byte[]> message : consumer.poll(POLL)) {
                entries.apply(SchemaEntry.parse(message.key(), message.value()));
                progress = true;
            }
            if (progress) {
                deadline = System.nanoTime() + patience;
            } else if (System.nanoTime() > deadline) {
                throw new KafkaDoorException("topic " + SchemaTopic.NAME + " at " + access.bootstrapServers()
                        + " cannot be read to its end: no records arrive after offset " + consumer.position(PARTITION));
            }
        }
        position = end;
    }
}
