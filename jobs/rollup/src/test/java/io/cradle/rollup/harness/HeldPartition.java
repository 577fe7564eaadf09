package io.cradle.rollup.harness;

import io.cradle.connectors.kafka.KafkaAccess;
import io.cradle.connectors.kafka.Ticks;
import io.cradle.schemas.wire.InputTopic;
import java.time.Duration;
import java.util.Properties;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * A partition that somebody else's open transaction holds: what is appended behind it, ticks too, is there and cannot be
 * read before the transaction ends.
 */
public final class HeldPartition implements AutoCloseable {
    private static final Duration LONGEST = Duration.ofMinutes(15);

    private final KafkaProducer<byte[], byte[]> producer;

    private HeldPartition(KafkaProducer<byte[], byte[]> producer) {
        this.producer = producer;
    }

    static HeldPartition hold(KafkaAccess access, InputTopic topic, int partition) {
        Properties properties = access.properties();
        properties.setProperty("transactional.id", "holds " + topic.topicName() + " " + partition);
        properties.setProperty("transaction.timeout.ms", Long.toString(LONGEST.toMillis()));
        KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
        producer.initTransactions();
        producer.beginTransaction();
        // A tick, so that the log says nothing more for it.
        ProducerRecord<byte[], byte[]> tick = new ProducerRecord<>(topic.topicName(), partition, null, new byte[0]);
        tick.headers().add(Ticks.HEADER, new byte[0]);
        var unused = producer.send(tick);
        producer.flush();
        return new HeldPartition(producer);
    }

    /** Lets go. */
    public void release() {
        producer.commitTransaction();
    }

    @Override
    public void close() {
        producer.close();
    }
}
