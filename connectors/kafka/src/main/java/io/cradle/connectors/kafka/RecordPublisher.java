package io.cradle.connectors.kafka;

import io.cradle.schemas.wire.InputTopic;
import io.cradle.schemas.wire.LogRecord;
import io.cradle.schemas.wire.RecordKey;
import io.cradle.schemas.wire.SchemaCatalog;
import io.cradle.schemas.wire.WireFormat;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongConsumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Publishes to the input topics outside the job. Records of one key keep their order. A failure shows up at the latest
 * at the next {@link #flush} or {@link #close}. For one thread.
 */
public final class RecordPublisher implements AutoCloseable {
    private final KafkaAccess access;
    private final KafkaProducer<byte[], byte[]> producer;
    private final WireFormat format;
    private final AtomicReference<KafkaDoorException> failure = new AtomicReference<>();
    private final AtomicLong acknowledged = new AtomicLong();
    private boolean reported;

    private RecordPublisher(KafkaAccess access, KafkaProducer<byte[], byte[]> producer, WireFormat format) {
        this.access = access;
        this.producer = producer;
        this.format = format;
    }

    /**
     * Connects.
     *
     * @param catalog the ids to frame values with; the caller closes it
     * @throws KafkaDoorException if no broker answers in time
     */
    public static RecordPublisher open(KafkaAccess access, SchemaCatalog catalog) {
        access.requireAnswer();
        Properties properties = access.properties();
        String millis = Long.toString(access.answerWithin().toMillis());
        properties.setProperty("acks", "all");
        properties.setProperty("compression.type", "lz4");
        properties.setProperty("linger.ms", "5");
        properties.setProperty("batch.size", Integer.toString(128 << 10));
        properties.setProperty("max.block.ms", millis);
        properties.setProperty("request.timeout.ms", millis);
        properties.setProperty(
                "delivery.timeout.ms", Long.toString(access.answerWithin().toMillis() + 5));
        try {
            return new RecordPublisher(
                    access,
                    new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer()),
                    new WireFormat(catalog));
        } catch (KafkaException e) {
            throw KafkaDoorException.of("connecting", access, e.getCause() == null ? e : e.getCause());
        }
    }

    /**
     * Publishes a record as it is: key and value bytes were encoded by the caller, and a null value deletes. Partition,
     * offset and time of the record are those of where it came from and are not used.
     *
     * @throws KafkaDoorException if the record is a tick or has a fault, or an earlier one failed
     */
    public void publish(LogRecord record) {
        if (record.tick() || record.fault() != null) {
            throw new KafkaDoorException(
                    "record " + record.offset() + " of " + record.topic().topicName()
                            + " cannot be published: "
                            + (record.tick()
                                    ? "it is a tick, which only the job appends"
                                    : record.fault().detail()));
        }
        send(record.topic(), record.key(), record.value(), RecordPublisher::unheard);
    }

    /** Publishes a record under the key that its fields make. */
    public void publish(InputTopic topic, SpecificRecord record) {
        publish(topic, record, RecordPublisher::unheard);
    }

    /**
     * The same.
     *
     * @param appendedMs told the log time of the record once it is acknowledged, in the thread of the connection
     */
    public void publish(InputTopic topic, SpecificRecord record, LongConsumer appendedMs) {
        send(topic, RecordKey.bytes(RecordKey.of(topic, record)), format.encode(topic.topicName(), record), appendedMs);
    }

    /** Deletes what stands under a key. */
    public void delete(InputTopic topic, String key) {
        send(topic, RecordKey.bytes(key), null, RecordPublisher::unheard);
    }

    /** Waits until everything published so far is acknowledged. */
    public void flush() {
        producer.flush();
        throwFailure();
    }

    /** How many records the broker has acknowledged. */
    public long count() {
        return acknowledged.get();
    }

    /** Flushes and disconnects; throws a failure only if no other method has. */
    @Override
    public void close() {
        producer.close();
        if (!reported) {
            throwFailure();
        }
    }

    private void send(InputTopic topic, byte[] key, byte[] value, LongConsumer appendedMs) {
        throwFailure();
        try {
            // The callback says what came of it.
            var unused = producer.send(new ProducerRecord<>(topic.topicName(), key, value), (metadata, error) -> {
                if (error == null) {
                    acknowledged.incrementAndGet();
                    appendedMs.accept(metadata.timestamp());
                } else {
                    failure.compareAndSet(null, failed(topic, error));
                }
            });
        } catch (KafkaException e) {
            throw failed(topic, e);
        }
        throwFailure();
    }

    /** For callers who need not know when a record was appended. */
    private static void unheard(long appendedMs) {}

    private KafkaDoorException failed(InputTopic topic, Exception error) {
        KafkaDoorException reason =
                KafkaDoorException.of("publishing to topic " + topic.topicName(), AclOperation.WRITE, access, error);
        return reason.getMessage().contains("not present in metadata")
                ? new KafkaDoorException(
                        "topic " + topic.topicName() + " is not known at " + access.bootstrapServers()
                                + ": run `cradle topics create` if it does not exist",
                        error)
                : reason;
    }

    private void throwFailure() {
        KafkaDoorException reason = failure.get();
        if (reason != null) {
            reported = true;
            throw reason;
        }
    }
}
