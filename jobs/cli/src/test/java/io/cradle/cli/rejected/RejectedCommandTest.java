package io.cradle.cli.rejected;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cradle.cli.Executed;
import io.cradle.cli.ExitCode;
import io.cradle.cli.RunningRollup;
import io.cradle.connectors.kafka.RecordPublisher;
import io.cradle.schemas.BillLine;
import io.cradle.schemas.EnergyMeter;
import io.cradle.schemas.FootprintFigures;
import io.cradle.schemas.RejectedRecord;
import io.cradle.schemas.wire.InputTopic;
import io.cradle.schemas.wire.LogRecord;
import io.cradle.schemas.wire.OutputTopic;
import io.cradle.schemas.wire.RecordKey;
import io.cradle.schemas.wire.WireFormat;
import io.cradle.testkit.generate.Records;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Records that a real job rejects come back corrected; each test has networks of its own. */
@Timeout(240)
class RejectedCommandTest {
    private static final byte[] GARBLED = {1, 2, 3, 4, 5, 6};

    private static RunningRollup running;

    @TempDir
    private Path directory;

    @BeforeAll
    static void start() {
        running = RunningRollup.start();
        running.publish(
                InputTopic.EMISSION_FACTORS, Records.factor("electricity", "supply", "2024-01-01", "kW.h", "0.5"));
    }

    @AfterAll
    static void stop() {
        running.close();
    }

    /** The same records twice: right at first in one network, wrong and then corrected in the other. */
    @Test
    void aCorrectedRecordLeadsToTheStateOfOneThatWasRightAtFirst() throws Exception {
        publishNetwork("right", "kW.h");
        publishNetwork("late", "kilowatts");
        String position = running.awaitRejected("late/bar/2024-01-01");
        running.awaitSettled("late");
        Executed before = running.onWithSettings("audit", "--network", "late", "--every");
        assertEquals(ExitCode.DONE, before.exitCode(), before.everything());

        Path file = directory.resolve("bar.json");
        String document = done(running.on("rejected", "show", position, "--json"));
        assertTrue(document.contains("\"kilowatts\""), document);
        Files.writeString(file, document);
        Executed again = running.on("rejected", "resend", file.toString());
        assertEquals(ExitCode.NO, again.exitCode(), again.everything());
        assertTrue(again.err().contains("bar.json: would be rejected again: unknown-unit: line 1"), again.err());
        assertTrue(again.err().contains("nothing was sent"), again.err());

        Files.writeString(file, document.replace("kilowatts", "kW.h"));
        assertEquals(
                "sent bills-of-materials late/bar/2024-01-01\n",
                done(running.on("rejected", "resend", file.toString())));
        running.awaitSettled("late");
        running.awaitSettled("right");
        for (String network : new String[] {"late", "right"}) {
            Executed audit = running.onWithSettings("audit", "--network", network, "--every");
            assertEquals(ExitCode.DONE, audit.exitCode(), audit.everything());
        }
        for (String product : new String[] {"bar", "rod"}) {
            FootprintFigures late = figures("late", product);
            FootprintFigures right = figures("right", product);
            assertEquals(right, late, product);
            assertTrue(late.getFossil() > 0, product);
        }
    }

    /** The last record is right in any case: its revision shows that all are settled. */
    private static void publishNetwork(String network, String unit) {
        BillLine line = Records.line("flow", "electricity", "3", unit);
        running.publish(InputTopic.BILLS_OF_MATERIALS, Records.bill(network, "bar", "kg", "2024-01-01", line));
        running.publish(
                InputTopic.BILLS_OF_MATERIALS,
                Records.bill(network, "rod", "kg", "2024-01-01", Records.line("product", "bar", "1.1", "kg")));
    }

    private static FootprintFigures figures(String network, String product) {
        return running.newest(network, product).getFigures();
    }

    @Test
    void aFieldIsCorrectedOnTheCommandLine() {
        running.publish(
                InputTopic.PURCHASE_RECORDS,
                Records.purchase(
                        "fields", "p1", "ore", "mine", "2024-01-01T00:00:00Z", "2024-01-02T00:00:00Z", "ten", "kg"));
        String position = running.awaitRejected("fields/p1");
        String page = done(running.on("rejected", "show", position));
        assertTrue(page.contains("reason    not-a-number"), page);
        assertTrue(page.contains("to do     give a plain decimal"), page);
        assertTrue(page.contains("\"amount\" : \"ten\""), page);

        refused(running.on("rejected", "resend", position), "--set", "--as-it-is", "not-a-number");
        refused(running.on("rejected", "resend", position, "--set", "amont=10"), "did you mean 'amount'?");
        refused(
                running.on("rejected", "resend", position, "--set", "start=noon"),
                "start: 'noon' is not a time such as 2024-03-31T00:00:00Z");
        Executed wrong = running.on("rejected", "resend", position, "--set", "amount=-1");
        assertEquals(ExitCode.NO, wrong.exitCode(), wrong.everything());
        assertTrue(wrong.err().contains("negative-amount"), wrong.err());
        long before = inLog("fields/p1");
        assertEquals(
                "would send purchase-records fields/p1\n",
                done(running.on("rejected", "resend", position, "--set", "amount=10", "--dry-run")));
        assertEquals(before, inLog("fields/p1"));
        done(running.on("rejected", "resend", position, "--set", "amount=10"));
        assertEquals(before + 1, inLog("fields/p1"));
        running.awaitSettled("fields");
    }

    /** A second unit of a meter is refused as long as there is a first. */
    @Test
    void whatHasBecomeRightIsSentAsItIs() {
        running.publish(InputTopic.ENERGY_METERS, Records.meter("state", "m", "furnace", "electricity", "kW.h"));
        running.awaitSettled("state");
        EnergyMeter other = Records.meter("state", "m", "furnace", "electricity", "m3");
        running.publish(
                InputTopic.ENERGY_METERS,
                EnergyMeter.newBuilder(other)
                        .setValidFrom(LocalDate.parse("2025-01-01"))
                        .build());
        String position = running.awaitRejected("state/m/2025-01-01");
        EnergyMeter first = Records.meter("state", "m", "furnace", "electricity", "kW.h");
        try (RecordPublisher publisher = RecordPublisher.open(running.access(), running.schemas())) {
            publisher.delete(InputTopic.ENERGY_METERS, RecordKey.of(InputTopic.ENERGY_METERS, first));
            publisher.flush();
        }
        running.awaitSettled("state");
        assertEquals(
                "sent energy-meters state/m/2025-01-01\n",
                done(running.on("rejected", "resend", position, "--as-it-is")));
        running.awaitSettled("state");
        String list = done(running.on("rejected", "list", "--network", "state"));
        assertTrue(list.endsWith("1 unit-dimension\n1 rejected record\n"), list);
    }

    @Test
    void whatDoesNotDecodeIsShownAsBytesAndWrittenAnew() throws Exception {
        running.publish(LogRecord.of(InputTopic.METER_READINGS, 0, 0, 0, RecordKey.bytes("bytes/m"), GARBLED));
        String position = running.awaitRejected("bytes/m");
        String page = done(running.on("rejected", "show", position));
        assertTrue(page.contains("value     0x010203040506"), page);
        Executed asItIs = running.on("rejected", "resend", position, "--as-it-is");
        assertEquals(ExitCode.NO, asItIs.exitCode(), asItIs.everything());
        assertTrue(asItIs.err().contains("would be rejected again: undecodable"), asItIs.err());
        String document = done(running.on("rejected", "show", position, "--json"));
        assertTrue(document.contains("\"network\" : \"bytes\""), document);
        assertTrue(document.contains("\"end\" : null"), document);
        Path file = directory.resolve("reading.json");
        Files.writeString(
                file,
                document.replace("\"end\" : null", "\"end\" : \"2024-01-01T00:00:00Z\"")
                        .replace("\"value\" : \"\"", "\"value\" : 12.50"));
        assertEquals("sent meter-readings bytes/m\n", done(running.on("rejected", "resend", file.toString())));
        assertTrue(running.log().entries().stream()
                .anyMatch(entry -> entry.key().equals("bytes/m")
                        && entry.value().toString().contains("\"12.50\"")));
        Files.writeString(file, document.replace("\"meter\"", "\"metre\""));
        refused(running.on("rejected", "resend", file.toString()), "unknown field 'metre'", "'meter'");
        Files.writeString(file, document.substring(3));
        refused(running.on("rejected", "resend", file.toString()), "reading.json");
    }

    @Test
    void listFiltersCountsAndNamesEachRecordOnce() throws Exception {
        running.publish(
                InputTopic.PURCHASE_RECORDS,
                Records.purchase(
                        "list", "p1", "ore", "mine", "2024-01-01T00:00:00Z", "2024-01-02T00:00:00Z", "1", "sacks"));
        running.publish(
                InputTopic.PURCHASE_RECORDS,
                Records.purchase(
                        "list", "p2", "ore", "mine", "2024-01-03T00:00:00Z", "2024-01-02T00:00:00Z", "1", "kg"));
        String position = running.awaitRejected("list/p1");
        running.awaitRejected("list/p2");
        appendAgain(position);
        String list = done(running.on("rejected", "list", "--network", "list"));
        assertTrue(list.endsWith("1 interval-reversed\n1 unknown-unit\n2 rejected records\n"), list);
        assertEquals(1, list.lines().filter(line -> line.startsWith(position)).count(), list);
        String json = done(running.on("rejected", "list", "--network", "list", "--reason", "unknown-unit", "--json"));
        assertEquals(1, json.lines().count(), json);
        assertTrue(json.startsWith("{\"position\":\"" + position + "\""), json);
        assertTrue(json.contains("\"unit\":\"sacks\""), json);
        String later = done(running.on("rejected", "list", "--network", "list", "--since", "2999-01-01T00:00:00Z"));
        assertEquals("0 rejected records\n", later);
        String topic = done(running.on("rejected", "list", "--network", "list", "--topic", "meter-readings"));
        assertEquals("0 rejected records\n", topic);
    }

    @Test
    void nonsenseIsRefusedInWords() {
        refused(running.on("rejected", "list", "--reason", "unknown-units"), "did you mean 'unknown-unit'?");
        refused(running.on("rejected", "list", "--topic", "meters"), "--topic meters does not exist");
        refused(running.on("rejected", "list", "--since", "monday"), "2024-03-31T00:00:00Z");
        refused(running.on("rejected", "show", "12"), "TOPIC/PARTITION/OFFSET");
        refused(running.on("rejected", "show", "meter-readings/0/99999"), "no record at meter-readings/0/99999");
        refused(running.on("rejected", "resend", "missing.json"), "missing.json", "neither");
        refused(Executed.of("rejected"), "list, show or resend");
    }

    private static void appendAgain(String position) throws Exception {
        RejectedRecord record = running.records(RejectedRecord.class).stream()
                .filter(one -> new Rejected(one).position().equals(position))
                .findFirst()
                .orElseThrow();
        String topic = OutputTopic.REJECTED_RECORDS.topicName();
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                running.access().properties(), new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(
                            topic, RecordKey.bytes(position), new WireFormat(running.schemas()).encode(topic, record)))
                    .get();
        }
    }

    private static long inLog(String key) {
        return running.log().entries().stream()
                .filter(entry -> key.equals(entry.key()))
                .count();
    }

    private static String done(Executed executed) {
        assertEquals(ExitCode.DONE, executed.exitCode(), executed.everything());
        return executed.out();
    }

    private static void refused(Executed executed, String... words) {
        assertEquals(ExitCode.COULD_NOT_RUN, executed.exitCode(), executed.everything());
        assertFalse(executed.everything().contains("\tat "), executed.everything());
        for (String word : words) {
            assertTrue(executed.err().contains(word), word + " in " + executed.err());
        }
    }
}
