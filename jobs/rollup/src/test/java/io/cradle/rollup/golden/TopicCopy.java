package io.cradle.rollup.golden;

import io.cradle.connectors.kafka.AdminDoor;
import io.cradle.connectors.kafka.KafkaAccess;
import io.cradle.connectors.kafka.Ticks;
import io.cradle.connectors.kafka.topics.CradleTopics;
import io.cradle.connectors.kafka.topics.TopicDefinition;
import io.cradle.connectors.kafka.topics.TopicSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Assertions;

/** Copies topics from a broker and into another, where every record gets the offset that it had. */
final class TopicCopy {
    private static final Duration PATIENCE = Duration.ofMillis(200);
    private static final byte[] EMPTY = new byte[0];

    private TopicCopy() {}

    /** Everything that the topics hold. */
    static TopicFile read(KafkaAccess access) {
        List<Message> messages = new ArrayList<>();
        Map<String, Long> ends = new TreeMap<>();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                access.boundedProperties(), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = CradleTopics.all(TopicSettings.defaults()).stream()
                    .flatMap(topic -> consumer.partitionsFor(topic.name()).stream())
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> endOffsets = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(each -> consumer.position(each) < endOffsets.get(each))) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(PATIENCE)) {
                    boolean within =
                            record.offset() < endOffsets.get(new TopicPartition(record.topic(), record.partition()));
                    if (within && !Ticks.isTick(record)) {
                        messages.add(message(record));
                    }
                }
            }
            endOffsets.forEach((each, end) -> ends.put(each.topic() + "/" + each.partition(), end));
        }
        messages.sort(Comparator.comparing(Message::place).thenComparingLong(Message::offset));
        return new TopicFile(messages, ends);
    }

    /**
     * Creates the inputs and the topic of schemas as they were, and fills them. Where a tick stood, there will be one.
     * Outputs are left out: nothing reads them again.
     */
    static void write(TopicFile file, KafkaAccess access) throws Exception {
        List<TopicDefinition> topics = CradleTopics.all(TopicSettings.defaults()).stream()
                .filter(topic -> topic.role() != TopicDefinition.Role.OUTPUT)
                .toList();
        try (AdminDoor admin = AdminDoor.open(access)) {
            topics.forEach(topic -> admin.create(
                    new NewTopic(topic.name(), partitions(topic.name(), file), (short) 1).configs(topic.config())));
        }
        Properties properties = access.properties();
        properties.setProperty("acks", "all");
        Map<String, Message> places = new HashMap<>();
        file.messages().forEach(message -> places.put(message.place() + "/" + message.offset(), message));
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (TopicDefinition topic : topics) {
                for (int partition = 0; partition < partitions(topic.name(), file); partition++) {
                    TopicPartition place = new TopicPartition(topic.name(), partition);
                    fill(place, file.ends().get(topic.name() + "/" + partition), places, producer);
                }
            }
        }
    }

    private static void fill(
            TopicPartition place, long end, Map<String, Message> places, KafkaProducer<byte[], byte[]> producer)
            throws Exception {
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        for (long offset = 0; offset < end; offset++) {
            Message message = places.get(place.topic() + "/" + place.partition() + "/" + offset);
            sent.add(producer.send(message == null ? tick(place) : record(message)));
        }
        producer.flush();
        for (int offset = 0; offset < end; offset++) {
            Assertions.assertEquals(offset, sent.get(offset).get().offset(), place.toString());
        }
    }

    private static ProducerRecord<byte[], byte[]> record(Message message) {
        return new ProducerRecord<>(message.topic(), message.partition(), message.key(), message.value());
    }

    private static ProducerRecord<byte[], byte[]> tick(TopicPartition place) {
        ProducerRecord<byte[], byte[]> tick = new ProducerRecord<>(place.topic(), place.partition(), null, EMPTY);
        tick.headers().add(Ticks.HEADER, EMPTY);
        return tick;
    }

    private static int partitions(String topic, TopicFile file) {
        return (int) file.ends().keySet().stream()
                .filter(place -> place.substring(0, place.lastIndexOf('/')).equals(topic))
                .count();
    }

    private static Message message(ConsumerRecord<byte[], byte[]> record) {
        return new Message(
                record.topic(), record.partition(), record.offset(), record.timestamp(), record.key(), record.value());
    }
}
