package io.cradle.cli.suppliers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cradle.cli.Executed;
import io.cradle.cli.ExitCode;
import io.cradle.cli.suppliers.pact.Footprints;
import io.cradle.connectors.kafka.InputLog;
import io.cradle.connectors.kafka.KafkaAccess;
import io.cradle.connectors.kafka.schemas.TopicSchemas;
import io.cradle.schemas.SupplierEmission;
import io.cradle.schemas.wire.InputTopic;
import io.cradle.schemas.wire.LogRecord;
import io.cradle.schemas.wire.WireFormat;
import io.cradle.testkit.broker.EmbeddedBroker;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class SuppliersCommandTest {
    private final int lastYear = LocalDate.now(ZoneOffset.UTC).getYear() - 1;
    private static final String NOBODY = "127.0.0.1:1";

    @TempDir
    Path directory;

    @Test
    void checkOfAGoodDocument() throws IOException {
        Executed check = Executed.of("suppliers", "check", good("good.json").toString());
        assertEquals(ExitCode.DONE, check.exitCode(), check.everything());
        assertTrue(check.out().contains("1 document, 1 of them usable: 0 errors, 0 warnings, 0 notes"), check.out());
        assertTrue(check.out().contains("per 4 {piece}, " + lastYear + "-01-01 to "), check.out());
        assertTrue(check.out().contains(lastYear + "-12-31, supersedes 9a1d1b5e"), check.out());
    }

    @Test
    void strictCheckSaysNo() throws IOException {
        ObjectNode document = current();
        ((ObjectNode) document.path("pcf")).put("pcfExcludingBiogenicUptake", "9");
        String file = Files.writeString(directory.resolve("sum.json"), document.toString())
                .toString();
        Executed lenient = Executed.of("suppliers", "check", file);
        assertEquals(ExitCode.DONE, lenient.exitCode(), lenient.everything());
        assertTrue(lenient.err().contains("$.pcf.pcfExcludingBiogenicUptake: warning: 9 is stated"), lenient.err());
        assertEquals(
                ExitCode.NO, Executed.of("suppliers", "check", file, "--strict").exitCode());
    }

    @Test
    void whatCannotRunIsSaid() throws IOException {
        String good = good("good.json").toString();
        refused(Executed.of("suppliers", "check", directory.resolve("no.json").toString()), "there is no such file");
        refused(Executed.of("suppliers", "check"), "FILE");
        refused(Executed.of("suppliers"), "check or import");
        refused(Executed.of("suppliers", "import", "acme", good), "--bootstrap-servers", "--dry-run");
        refused(Executed.of("suppliers", "check", good, good, "--product", "b"), "--mapping");
        refused(Executed.of("suppliers", "import", "acme", good, "--bootstrap-servers", NOBODY, "--wait", "1"), NOBODY);
    }

    @Test
    void dryRunNeedsNoBroker() throws IOException {
        Executed dry = Executed.of(
                "suppliers",
                "import",
                "acme",
                good("good.json").toString(),
                "--dry-run",
                "--supplier",
                "n",
                "--product",
                "b");
        assertEquals(ExitCode.DONE, dry.exitCode(), dry.everything());
        assertTrue(dry.out().contains(": b of n, per 4 {piece}"), dry.out());
        assertFalse(dry.out().contains("sent to"), dry.out());
    }

    @Test
    @Timeout(60)
    void importIsAllOrNothing() throws Exception {
        ObjectNode bad = current();
        ((ObjectNode) bad.path("pcf")).put("biogenicCO2Uptake", "0.2");
        Path badFile = Files.writeString(
                directory.resolve("bad.json"), bad.put("id", "other").toString());
        try (EmbeddedBroker broker = EmbeddedBroker.start()) {
            String servers = broker.bootstrapServers();
            Executed topics = Executed.of("topics", "create", "--bootstrap-servers", servers, "--partitions", "1");
            assertEquals(ExitCode.DONE, topics.exitCode(), topics.everything());
            String good = good("good.json").toString();
            Executed refused = Executed.of(
                    "suppliers", "import", "acme", good, badFile.toString(), "--bootstrap-servers", servers);
            assertEquals(ExitCode.NO, refused.exitCode(), refused.everything());
            assertTrue(refused.err().endsWith("nothing was sent\n"), refused.err());
            assertEquals(List.of(), sent(servers));
            Executed done = Executed.of("suppliers", "import", "acme", good, "--bootstrap-servers", servers);
            assertEquals(ExitCode.DONE, done.exitCode(), done.everything());
            List<SupplierEmission> sent = sent(servers);
            assertEquals(1, sent.size());
            assertEquals("acme", sent.get(0).getNetwork());
            assertEquals("7.250", sent.get(0).getIndicators().getFossil());
            assertEquals(
                    List.of("9a1d1b5e-51c5-4e0e-8f3e-1a4bb0f2c001"), sent.get(0).getPreceding());
        }
    }

    /** Of last year: validity is judged by the clock of the command. */
    private ObjectNode current() {
        ObjectNode document = Footprints.whole();
        ((ObjectNode) document.path("pcf"))
                .put("referencePeriodStart", lastYear + "-01-01T00:00:00Z")
                .put("referencePeriodEnd", lastYear + 1 + "-01-01T00:00:00Z");
        return document.put("validityPeriodStart", lastYear + 1 + "-01-01T00:00:00Z")
                .put("validityPeriodEnd", lastYear + 4 + "-01-01T00:00:00Z");
    }

    private Path good(String name) throws IOException {
        return Files.writeString(directory.resolve(name), current().toString());
    }

    private static List<SupplierEmission> sent(String servers) throws Exception {
        KafkaAccess access = KafkaAccess.of(servers);
        List<LogRecord> log = new ArrayList<>();
        try (InputLog input = InputLog.open(access);
                TopicSchemas schemas = new TopicSchemas(access)) {
            input.read(InputLog.NO_LIMIT, log::add);
            WireFormat wire = new WireFormat(schemas);
            List<SupplierEmission> records = new ArrayList<>();
            for (LogRecord record : log) {
                assertEquals(InputTopic.SUPPLIER_EMISSIONS, record.topic());
                assertEquals(
                        "acme/0b5a4b0e-2f4a-4f0c-9d0a-6c1f5a0e7d11", new String(record.key(), StandardCharsets.UTF_8));
                records.add((SupplierEmission)
                        wire.decode(record.value(), record.topic().schema()));
            }
            return records;
        }
    }

    private static void refused(Executed executed, String... words) {
        assertEquals(ExitCode.COULD_NOT_RUN, executed.exitCode(), executed.everything());
        for (String word : words) {
            assertTrue(executed.err().contains(word), word + " in " + executed.err());
        }
    }
}
