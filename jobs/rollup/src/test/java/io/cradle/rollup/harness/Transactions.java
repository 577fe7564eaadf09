package io.cradle.rollup.harness;

import io.cradle.connectors.kafka.KafkaAccess;
import io.cradle.schemas.wire.OutputTopic;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Kafka transactions, seen and left behind. */
public final class Transactions {
    private Transactions() {}

    /**
     * Leaves a transaction open on an output topic, as a writer does that is killed. Until it is aborted, nobody who
     * reads committed records gets beyond it; what it wrote would be no publication.
     */
    public static void leaveOpen(KafkaAccess access, String transactionalId) throws Exception {
        Properties properties = access.properties();
        properties.setProperty("transactional.id", transactionalId);
        properties.setProperty("transaction.timeout.ms", "600000");
        KafkaProducer<byte[], byte[]> killed =
                new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
        killed.initTransactions();
        killed.beginTransaction();
        killed.send(new ProducerRecord<>(OutputTopic.PRODUCT_FOOTPRINTS.topicName(), new byte[] {1}, new byte[] {2}))
                .get();
        killed.close(Duration.ZERO);
    }

    /** Number of records on the topic of footprints, committed or not; markers of transactions count too. */
    public static long written(KafkaAccess access) {
        String topic = OutputTopic.PRODUCT_FOOTPRINTS.topicName();
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(access.properties(), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            return consumer.endOffsets(partitions).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
        }
    }

    /** Every transactional id that the brokers remember. */
    public static Set<String> ids(KafkaAccess access) throws Exception {
        try (Admin admin = Admin.create(access.properties())) {
            Set<String> ids = new TreeSet<>();
            admin.listTransactions().all().get().forEach(transaction -> ids.add(transaction.transactionalId()));
            return ids;
        }
    }
}
