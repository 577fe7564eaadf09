package io.cradle.connectors.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cradle.connectors.kafka.topics.TopicAdmin;
import io.cradle.connectors.kafka.topics.TopicSettings;
import io.cradle.schemas.wire.InputTopic;
import io.cradle.schemas.wire.LogRecord;
import io.cradle.schemas.wire.RecordKey;
import io.cradle.testkit.broker.EmbeddedBroker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InputLogTest {
    private static final String READINGS = InputTopic.METER_READINGS.topicName();
    private static final String BILLS = InputTopic.BILLS_OF_MATERIALS.topicName();

    private EmbeddedBroker broker;
    private KafkaAccess access;

    @BeforeEach
    void start() {
        broker = EmbeddedBroker.start();
        access = KafkaAccess.of(broker.bootstrapServers());
    }

    @AfterEach
    void stop() {
        broker.close();
    }

    @Test
    void logTimeIsTheHighestAppendTimeBeforeTicksIncluded() throws Exception {
        createTopicsWithTimesOfTheirOwn();
        append(List.of(record(READINGS, 0, 1000), tick(READINGS, 0, 5000), record(READINGS, 0, 3000)));
        append(List.of(record(READINGS, 1, 2000), record(READINGS, 0, 6000), record(BILLS, 0, 7000)));
        try (InputLog log = InputLog.open(access)) {
            append(List.of(record(BILLS, 0, 1)));
            assertEquals(6, log.size(), "what is appended later is not of this log");
            assertEquals(
                    List.of(
                            "bills-of-materials/0/0 7000",
                            "meter-readings/0/0 1000",
                            "meter-readings/0/2 5000",
                            "meter-readings/0/3 6000",
                            "meter-readings/1/0 2000"),
                    read(log, InputLog.NO_LIMIT));
            assertEquals(
                    List.of("meter-readings/0/0 1000", "meter-readings/0/2 5000", "meter-readings/1/0 2000"),
                    read(log, 5000));
            List<LogRecord> all = new ArrayList<>();
            log.readWithTicks(InputLog.NO_LIMIT, all::add);
            assertEquals(6, all.size());
            assertEquals(1, all.stream().filter(LogRecord::tick).count());
        }
    }

    @Test
    void whatWasNeverCommittedIsNotInTheLog() throws Exception {
        createTopicsWithTimesOfTheirOwn();
        abort(List.of(record(READINGS, 0, 1000)));
        append(List.of(record(READINGS, 0, 2000)));
        abort(List.of(record(READINGS, 0, 3000)));
        try (InputLog log = InputLog.open(access)) {
            assertEquals(List.of("meter-readings/0/2 2000"), read(log, InputLog.NO_LIMIT));
        }
    }

    @Test
    void aLogWhoseBeginningIsGoneSaysSo() throws Exception {
        TopicAdmin.create(access, new TopicSettings(2, 1, (short) 1, TopicSettings.UNLIMITED));
        append(List.of(record(READINGS, 1, 0), record(READINGS, 1, 0)));
        try (InputLog log = InputLog.open(access)) {
            assertEquals(List.of(), log.truncated());
        }
        try (Admin admin = Admin.create(access.properties())) {
            admin.deleteRecords(Map.of(new TopicPartition(READINGS, 1), RecordsToDelete.beforeOffset(1)))
                    .all()
                    .get();
        }
        try (InputLog log = InputLog.open(access)) {
            assertEquals(List.of("meter-readings/1"), log.truncated());
            assertEquals(1, read(log, InputLog.NO_LIMIT).size());
        }
    }

    @Test
    void aMissingTopicIsNamed() {
        String message = assertThrows(KafkaDoorException.class, () -> InputLog.open(access))
                .getMessage();
        assertTrue(message.contains("bills-of-materials"), message);
        assertTrue(message.contains("cradle topics create"), message);
    }

    private static List<String> read(InputLog log, long upToMs) {
        List<String> places = new ArrayList<>();
        log.read(
                upToMs,
                record -> places.add(record.topic().topicName() + "/" + record.partition() + "/" + record.offset() + " "
                        + record.appendTimeMs()));
        return places.stream().sorted().toList();
    }

    private void createTopicsWithTimesOfTheirOwn() throws Exception {
        try (Admin admin = Admin.create(access.properties())) {
            admin.createTopics(Arrays.stream(InputTopic.values())
                            .map(topic -> new NewTopic(topic.topicName(), 2, (short) 1)
                                    .configs(Map.of("message.timestamp.type", "CreateTime", "retention.ms", "-1")))
                            .toList())
                    .all()
                    .get();
        }
    }

    private static ProducerRecord<byte[], byte[]> record(String topic, int partition, long timeMs) {
        return new ProducerRecord<>(topic, partition, timeMs, RecordKey.bytes("a/b"), new byte[] {42});
    }

    private static ProducerRecord<byte[], byte[]> tick(String topic, int partition, long timeMs) {
        ProducerRecord<byte[], byte[]> tick = new ProducerRecord<>(topic, partition, timeMs, null, new byte[0]);
        tick.headers().add(Ticks.HEADER, new byte[0]);
        return tick;
    }

    private void append(List<ProducerRecord<byte[], byte[]>> records) throws Exception {
        try (KafkaProducer<byte[], byte[]> producer = producer(access.properties())) {
            var unused = sendAll(producer, records);
        }
    }

    private void abort(List<ProducerRecord<byte[], byte[]>> records) throws Exception {
        Properties properties = access.properties();
        properties.setProperty("transactional.id", "somebody");
        try (KafkaProducer<byte[], byte[]> producer = producer(properties)) {
            producer.initTransactions();
            producer.beginTransaction();
            RecordMetadata last = sendAll(producer, records);
            producer.abortTransaction();
            awaitEndAfter(last);
        }
    }

    /** That a transaction was aborted stands in a partition a moment later than its writer knows. */
    private void awaitEndAfter(RecordMetadata last) throws Exception {
        TopicPartition partition = new TopicPartition(last.topic(), last.partition());
        try (Admin admin = Admin.create(access.properties())) {
            assertTimeoutPreemptively(Duration.ofMinutes(1), () -> {
                while (committedEnd(admin, partition) <= last.offset()) {
                    Thread.onSpinWait();
                }
            });
        }
    }

    private static long committedEnd(Admin admin, TopicPartition partition) throws Exception {
        return admin.listOffsets(
                        Map.of(partition, OffsetSpec.latest()), new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                .partitionResult(partition)
                .get()
                .offset();
    }

    private static KafkaProducer<byte[], byte[]> producer(Properties properties) {
        return new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
    }

    private static RecordMetadata sendAll(
            KafkaProducer<byte[], byte[]> producer, List<ProducerRecord<byte[], byte[]>> records) throws Exception {
        RecordMetadata last = null;
        for (ProducerRecord<byte[], byte[]> record : records) {
            last = producer.send(record).get();
        }
        return last;
    }
}
