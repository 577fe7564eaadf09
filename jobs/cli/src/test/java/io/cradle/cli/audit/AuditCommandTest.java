package io.cradle.cli.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cradle.cli.Executed;
import io.cradle.cli.ExitCode;
import io.cradle.cli.RunningRollup;
import io.cradle.schemas.FootprintFigures;
import io.cradle.schemas.ProductFootprint;
import io.cradle.schemas.wire.InputTopic;
import io.cradle.schemas.wire.OutputTopic;
import io.cradle.schemas.wire.RecordKey;
import io.cradle.schemas.wire.WireFormat;
import io.cradle.testkit.generate.Records;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;

/** A real job is audited: first what it published by itself, then with records that it never wrote. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Timeout(240)
class AuditCommandTest {
    private static RunningRollup running;
    private static long firstMs;

    @BeforeAll
    static void start() {
        running = RunningRollup.start();
        running.publish(
                InputTopic.EMISSION_FACTORS, Records.factor("electricity", "supply", "2024-01-01", "kW.h", "0.5"));
        running.publish(
                InputTopic.BILLS_OF_MATERIALS,
                Records.bill("acme", "bar", "kg", "2024-01-01", Records.line("flow", "electricity", "3", "kW.h")));
        firstMs = running.awaitSettled("acme");
        running.publish(
                InputTopic.BILLS_OF_MATERIALS,
                Records.bill("acme", "rod", "kg", "2024-01-01", Records.line("product", "bar", "1.1", "kg")));
        running.publish(
                InputTopic.BILLS_OF_MATERIALS,
                Records.bill("acme", "bar", "kg", "2024-01-01", Records.line("flow", "electricity", "4", "kW.h")));
        running.awaitSettled("acme");
    }

    @AfterAll
    static void stop() {
        running.close();
    }

    @Test
    @Order(1)
    void agreesWithWhatTheJobPublished() {
        Executed audit = running.onWithSettings("audit", "--network", "acme");
        assertEquals(ExitCode.DONE, audit.exitCode(), audit.everything());
        assertTrue(audit.out().startsWith("agreed: 2 footprints of network acme in force at "), audit.out());
        assertTrue(audit.out().contains("3 bills-of-materials, 1 emission-factors"), audit.out());
        assertTrue(audit.out().contains("the job states an error of at most "), audit.out());
        Executed every = running.onWithSettings("audit", "--network", "acme", "--every");
        assertEquals(ExitCode.DONE, every.exitCode(), every.everything());
        assertTrue(every.out().startsWith("agreed: "), every.out());
        assertTrue(every.out().contains(" publications of network acme up to "), every.out());
    }

    @Test
    @Order(2)
    void anEarlierTimeIsAuditedAsItWasThen() {
        String between = Instant.ofEpochMilli(firstMs - 1).toString();
        Executed audit = running.onWithSettings("audit", "--network", "acme", "--as-of", between);
        assertEquals(ExitCode.DONE, audit.exitCode(), audit.everything());
        assertTrue(audit.out().contains("raised to the end of its epoch, " + Instant.ofEpochMilli(firstMs)));
        assertTrue(
                audit.out()
                        .contains("agreed: 1 footprints of network acme in force at " + Instant.ofEpochMilli(firstMs)),
                audit.out());
        assertTrue(audit.out().contains("1 bills-of-materials, 1 emission-factors"), audit.out());
        refused(
                running.onWithSettings("audit", "--network", "acme", "--as-of", "2020-01-01T00:00:00Z"),
                "network 'acme' has no records up to that log time");
        refused(
                running.onWithSettings("audit", "--network", "acme", "--as-of", "2999-01-01T00:00:00Z"),
                "is still to come");
        refused(running.onWithSettings("audit", "--network", "acme", "--as-of", "today"), "2024-03-31T00:00:00Z");
    }

    @Test
    @Order(3)
    void otherSettingsThanTheJobsAreRefused() {
        refused(
                running.on("audit", "--network", "acme", "--set", "reporting.period=quarter"),
                "but the settings given make series",
                "reporting.period=QUARTER",
                "--settings");
    }

    @Test
    @Order(4)
    void unknownNamesAreRefusedWithTheNearest() {
        refused(running.onWithSettings("audit", "--network", "acne"), "'acne'", "did you mean 'acme'?");
        refused(
                running.onWithSettings("audit", "--network", "acme", "--product", "bare"),
                "no bill of a product 'bare'",
                "did you mean 'bar'?");
        refused(
                running.onWithSettings("audit", "--network", "acme", "--period", "1999-01"),
                "there is no footprint of network acme, period 1999-01",
                "did you mean '");
    }

    @Test
    @Order(5)
    void aSecondPayloadOfOneAsOfIsFound() throws Exception {
        ProductFootprint rod = running.newest("acme", "rod");
        append(tampered(rod, rod.getAsOf()));
        Executed audit = running.onWithSettings("audit", "--network", "acme", "--product", "rod");
        assertEquals(ExitCode.NO, audit.exitCode(), audit.everything());
        assertTrue(audit.out().startsWith("two records of one key and asOf differ: "), audit.out());
        Executed other = running.onWithSettings("audit", "--network", "acme", "--product", "bar");
        assertEquals(ExitCode.DONE, other.exitCode(), other.everything());
    }

    @Test
    @Order(6)
    void aTamperedPublicationIsNamedWithWhatItShouldFollowFrom() throws Exception {
        ProductFootprint bar = running.newest("acme", "bar");
        append(tampered(bar, bar.getAsOf().plusMillis(500)));
        Executed audit = running.onWithSettings("audit", "--network", "acme", "--product", "bar");
        assertEquals(ExitCode.NO, audit.exitCode(), audit.everything());
        for (String words : new String[] {
            "differs: network acme, product bar, period " + bar.getPeriod() + " as of ",
            ": fossil",
            "expected 2.0",
            "got      2.25",
            "electricity: 4.0 of electricity/GLO/supply/2024-01-01 = 2.0",
            "bills-of-materials/",
            "emission-factors/",
            "of log time 20",
            "1 difference in all"
        }) {
            assertTrue(audit.out().contains(words), words + " in " + audit.out());
        }
        String before = Instant.ofEpochMilli(firstMs).toString();
        Executed then = running.onWithSettings("audit", "--network", "acme", "--as-of", before);
        assertEquals(ExitCode.DONE, then.exitCode(), then.everything());
        Executed every = running.onWithSettings("audit", "--network", "acme", "--every", "--product", "bar");
        assertEquals(ExitCode.NO, every.exitCode(), every.everything());
        assertTrue(every.out().startsWith("superfluous: network acme, product bar, "), every.out());
    }

    private static ProductFootprint tampered(ProductFootprint footprint, Instant asOf) {
        FootprintFigures figures = FootprintFigures.newBuilder(footprint.getFigures())
                .setFossil(footprint.getFigures().getFossil() + 0.25)
                .build();
        return ProductFootprint.newBuilder(footprint)
                .setFigures(figures)
                .setAsOf(asOf)
                .build();
    }

    private static void append(ProductFootprint footprint) throws ExecutionException, InterruptedException {
        String topic = OutputTopic.PRODUCT_FOOTPRINTS.topicName();
        byte[] key =
                RecordKey.bytes(RecordKey.join(footprint.getNetwork(), footprint.getProduct(), footprint.getPeriod()));
        byte[] value = new WireFormat(running.schemas()).encode(topic, footprint);
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                running.access().properties(), new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topic, key, value)).get();
        }
    }

    private static void refused(Executed executed, String... words) {
        assertEquals(ExitCode.COULD_NOT_RUN, executed.exitCode(), executed.everything());
        assertFalse(executed.everything().contains("\tat "), executed.everything());
        for (String word : words) {
            assertTrue(executed.err().contains(word), word + " in " + executed.err());
        }
    }
}
