package io.cradle.connectors.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.cradle.connectors.kafka.schemas.TopicSchemas;
import io.cradle.connectors.kafka.topics.TopicAdmin;
import io.cradle.connectors.kafka.topics.TopicSettings;
import io.cradle.schemas.NetworkRevision;
import io.cradle.schemas.RejectedRecord;
import io.cradle.schemas.wire.InputTopic;
import io.cradle.schemas.wire.OutputRecord;
import io.cradle.schemas.wire.OutputTopic;
import io.cradle.schemas.wire.RecordKey;
import io.cradle.schemas.wire.SchemaCatalog;
import io.cradle.schemas.wire.WireFormat;
import io.cradle.testkit.broker.EmbeddedBroker;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.function.BooleanSupplier;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SinkTest {
    private static final List<OutputTopic> BOTH = List.of(OutputTopic.NETWORK_REVISIONS, OutputTopic.REJECTED_RECORDS);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private EmbeddedBroker broker;
    private KafkaAccess access;
    private TopicSchemas schemas;

    @BeforeEach
    void start() {
        broker = EmbeddedBroker.start();
        access = KafkaAccess.of(broker.bootstrapServers());
        TopicAdmin.create(access, new TopicSettings(1, 1, (short) 1, TopicSettings.UNLIMITED));
        schemas = new TopicSchemas(access);
    }

    @AfterEach
    void stop() {
        schemas.close();
        broker.close();
    }

    @Test
    void everyRecordGoesToTheTopicThatItNames() throws Exception {
        WireFormat format = new WireFormat(schemas);
        StreamExecutionEnvironment env = LocalJob.environment(1);
        env.fromData(
                        TypeInformation.of(OutputRecord.class),
                        revision(format, "acme"),
                        rejection(format, "meter-readings"))
                .uid("records")
                .sinkTo(KafkaDoor.sink(KafkaSinkSettings.atLeastOnce(access)))
                .uid("sink");
        try (OutputReader fromEnd = OutputReader.fromEnd(access, schemas, BOTH);
                LocalJob job = LocalJob.start(env)) {
            job.awaitEnd();
            List<Published> records = take(fromEnd, 2);
            Published revision = only(records, OutputTopic.NETWORK_REVISIONS);
            assertEquals("acme", revision.key());
            assertEquals("acme", ((NetworkRevision) revision.record()).getNetwork());
            Published rejection = only(records, OutputTopic.REJECTED_RECORDS);
            assertEquals("meter-readings", ((RejectedRecord) rejection.record()).getTopic());
        }
        try (OutputReader again = OutputReader.fromBeginning(access, schemas, BOTH)) {
            assertEquals(2, take(again, 2).size());
        }
    }

    @Test
    void inExactlyOnceModeRecordsAppearWithTheCheckpoint(@TempDir Path savepoints) throws Exception {
        byte[] value = revision(new WireFormat(schemas), "acme").value();
        StreamExecutionEnvironment env = LocalJob.environment(1);
        env.enableCheckpointing(Duration.ofHours(1).toMillis());
        env.fromSource(KafkaDoor.source(KafkaSourceSettings.of(access)), AppendTimeWatermarks.unaligned(), "log")
                .uid("log")
                .map(record -> new OutputRecord(OutputTopic.NETWORK_REVISIONS, 0, record.key(), value))
                .returns(TypeInformation.of(OutputRecord.class))
                .uid("revisions")
                .sinkTo(KafkaDoor.sink(KafkaSinkSettings.exactlyOnce(access, "sink-test")))
                .uid("sink");
        try (LocalJob job = LocalJob.start(env);
                RecordPublisher publisher = RecordPublisher.open(access, SchemaCatalog.bundled())) {
            publisher.delete(InputTopic.METER_READINGS, "acme");
            publisher.delete(InputTopic.METER_READINGS, "other");
            publisher.flush();
            await(() -> end("read_uncommitted") == 2);
            assertEquals(0, end("read_committed"));

            job.stopWithSavepoint(savepoints);
            await(() -> end("read_committed") > 2);
            try (OutputReader reader = OutputReader.fromBeginning(access, schemas, BOTH)) {
                assertEquals(
                        List.of("acme", "other"),
                        take(reader, 2).stream().map(Published::key).toList());
            }
        }
    }

    private static OutputRecord revision(WireFormat format, String network) {
        NetworkRevision revision = NetworkRevision.newBuilder()
                .setNetwork(network)
                .setAsOf(Instant.ofEpochMilli(500))
                .setChangesApplied(1)
                .setRejected(0)
                .setProductsChanged(1)
                .setErrorBound(0)
                .setAllocated(0)
                .setUnallocated(0)
                .setPending(0)
                .setMilliseconds(1)
                .setSeries("s")
                .build();
        return new OutputRecord(
                OutputTopic.NETWORK_REVISIONS,
                500,
                RecordKey.bytes(network),
                format.encode(OutputTopic.NETWORK_REVISIONS.topicName(), revision));
    }

    private static OutputRecord rejection(WireFormat format, String topic) {
        RejectedRecord rejection = RejectedRecord.newBuilder()
                .setTopic(topic)
                .setPartition(0)
                .setOffset(1)
                .setLogTime(Instant.ofEpochMilli(1))
                .setReason("undecodable")
                .setDetail("detail")
                .setJobVersion("1")
                .build();
        return new OutputRecord(
                OutputTopic.REJECTED_RECORDS,
                500,
                RecordKey.bytes(topic + "/0/1"),
                format.encode(OutputTopic.REJECTED_RECORDS.topicName(), rejection));
    }

    private static List<Published> take(OutputReader reader, int count) {
        List<Published> records = new ArrayList<>();
        await(() -> records.addAll(reader.poll(Duration.ofMillis(100))) && records.size() >= count);
        assertEquals(count, records.size());
        return records;
    }

    private static Published only(List<Published> records, OutputTopic topic) {
        List<Published> own =
                records.stream().filter(record -> record.topic() == topic).toList();
        assertEquals(1, own.size(), records::toString);
        return own.get(0);
    }

    private long end(String isolation) {
        Properties properties = access.properties();
        properties.setProperty("isolation.level", isolation);
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            TopicPartition revisions = new TopicPartition(OutputTopic.NETWORK_REVISIONS.topicName(), 0);
            return consumer.endOffsets(List.of(revisions)).get(revisions);
        }
    }

    private static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                Assertions.fail("not within " + PATIENCE);
            }
            Thread.onSpinWait();
        }
    }
}
