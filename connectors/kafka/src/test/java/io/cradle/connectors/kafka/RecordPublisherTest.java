package io.cradle.connectors.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cradle.connectors.kafka.schemas.TopicSchemas;
import io.cradle.connectors.kafka.topics.TopicAdmin;
import io.cradle.connectors.kafka.topics.TopicSettings;
import io.cradle.schemas.MeterReading;
import io.cradle.schemas.wire.InputTopic;
import io.cradle.schemas.wire.LogRecord;
import io.cradle.schemas.wire.RecordKey;
import io.cradle.schemas.wire.SchemaCatalog;
import io.cradle.schemas.wire.WireException;
import io.cradle.schemas.wire.WireFormat;
import io.cradle.testkit.broker.EmbeddedBroker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RecordPublisherTest {
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
    void framesRecordsAndKeysThemByTheirFields() throws WireException {
        TopicAdmin.create(access, new TopicSettings(1, 1, (short) 1, TopicSettings.UNLIMITED));
        MeterReading reading = reading("plant/1", "12.5");
        try (TopicSchemas schemas = new TopicSchemas(access);
                RecordPublisher publisher = RecordPublisher.open(access, schemas)) {
            publisher.publish(InputTopic.METER_READINGS, reading);
            publisher.publish(
                    LogRecord.of(InputTopic.METER_READINGS, 9, 9, 9, RecordKey.bytes("as/it-is"), new byte[] {42}));
            publisher.delete(InputTopic.METER_READINGS, "acme/plant%2F1");
            publisher.flush();
            assertEquals(3, publisher.count());

            List<ConsumerRecord<String, byte[]>> written = readings(3);
            assertEquals(
                    List.of("acme/plant%2F1", "as/it-is", "acme/plant%2F1"),
                    written.stream().map(ConsumerRecord::key).toList());
            assertEquals(
                    reading, new WireFormat(schemas).decode(written.get(0).value(), MeterReading.getClassSchema()));
            assertEquals(42, written.get(1).value()[0]);
            assertEquals(null, written.get(2).value());
        }
    }

    @Test
    void aMissingTopicIsNamed() {
        KafkaAccess impatient = access.answeringWithin(Duration.ofMillis(500));
        try (RecordPublisher publisher = RecordPublisher.open(impatient, SchemaCatalog.bundled())) {
            String message = assertThrows(
                            KafkaDoorException.class, () -> publisher.delete(InputTopic.METER_READINGS, "a/b"))
                    .getMessage();
            assertEquals(
                    "topic meter-readings is not known at " + broker.bootstrapServers()
                            + ": run `cradle topics create` if it does not exist",
                    message);
        }
    }

    @Test
    void whatIsNoRecordIsNotPublished() {
        LogRecord faulty = new LogRecord(
                InputTopic.METER_READINGS,
                0,
                17,
                0,
                null,
                new byte[0],
                false,
                new LogRecord.Fault("undecodable", "line 17 has 3 cells, must have 6"));
        try (RecordPublisher publisher = RecordPublisher.open(access, SchemaCatalog.bundled())) {
            String message = assertThrows(KafkaDoorException.class, () -> publisher.publish(faulty))
                    .getMessage();
            assertEquals("record 17 of meter-readings cannot be published: line 17 has 3 cells, must have 6", message);
            LogRecord tick = LogRecord.tick(InputTopic.METER_READINGS, 0, 0, 0);
            assertTrue(assertThrows(KafkaDoorException.class, () -> publisher.publish(tick))
                    .getMessage()
                    .contains("tick"));
        }
    }

    private static MeterReading reading(String meter, String value) {
        return MeterReading.newBuilder()
                .setNetwork("acme")
                .setMeter(meter)
                .setValue(value)
                .build();
    }

    private List<ConsumerRecord<String, byte[]>> readings(int count) {
        Properties properties = access.properties();
        List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partition = List.of(new TopicPartition("meter-readings", 0));
            consumer.assign(partition);
            consumer.seekToBeginning(partition);
            long end = consumer.endOffsets(partition).get(partition.get(0));
            assertEquals(count, end);
            while (consumer.position(partition.get(0)) < end) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
        }
        return records;
    }
}
