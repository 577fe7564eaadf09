package io.cradle.cli.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cradle.cli.Executed;
import io.cradle.cli.ExitCode;
import io.cradle.cli.LoopbackPort;
import io.cradle.cli.terminal.StopSignal;
import io.cradle.connectors.kafka.KafkaAccess;
import io.cradle.connectors.kafka.OutputReader;
import io.cradle.connectors.kafka.Published;
import io.cradle.connectors.kafka.schemas.TopicSchemas;
import io.cradle.schemas.ProductFootprint;
import io.cradle.schemas.wire.OutputTopic;
import io.cradle.testkit.broker.EmbeddedBroker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** One cluster's life, command after command: the order of the tests is the order of a first day. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Timeout(120)
class KafkaCommandsTest {
    private static EmbeddedBroker broker;

    @TempDir
    Path directory;

    @BeforeAll
    static void start() {
        broker = EmbeddedBroker.start();
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    @Test
    @Order(1)
    void jobIsRefusedWhileTopicsAreMissing() {
        refused(Executed.of("rollup", "--bootstrap-servers", broker.bootstrapServers()), "cradle topics create");
    }

    @Test
    @Order(2)
    void checkSaysWhatIsMissing() {
        Executed check = Executed.of("topics", "check", "--bootstrap-servers", broker.bootstrapServers());
        assertEquals(ExitCode.NO, check.exitCode(), check.everything());
        assertTrue(check.out().contains("topic meter-readings does not exist"), check.out());
    }

    @Test
    @Order(3)
    void createThenCheck() {
        Executed create =
                Executed.of("topics", "create", "--bootstrap-servers", broker.bootstrapServers(), "--partitions", "2");
        assertEquals(ExitCode.DONE, create.exitCode(), create.everything());
        assertTrue(create.out().contains("topic meter-readings: created with 2 partitions"), create.out());
        Executed same =
                Executed.of("topics", "check", "--bootstrap-servers", broker.bootstrapServers(), "--partitions", "2");
        assertEquals(ExitCode.DONE, same.exitCode(), same.everything());
        Executed other =
                Executed.of("topics", "check", "--bootstrap-servers", broker.bootstrapServers(), "--partitions", "3");
        assertEquals(ExitCode.NO, other.exitCode(), other.everything());
        assertTrue(other.out().contains("partitions are 2, settings say 3"), other.out());
    }

    @Test
    @Order(4)
    void importListsRowsThatAreNoRecords() throws IOException {
        Files.writeString(directory.resolve("emission-factors.csv"), """
                flow,kind,valid_from,unit,fossil
                electricity,supply,2024-01-01,kW.h,0.5
                steam,supply,yesterday,MJ,0.1
                """);
        Executed executed =
                Executed.of("import", directory.toString(), "--bootstrap-servers", broker.bootstrapServers());
        assertEquals(ExitCode.NO, executed.exitCode(), executed.everything());
        assertTrue(executed.err().contains("emission-factors.csv:3: undecodable: "), executed.err());
        assertTrue(executed.err().contains("'yesterday' is not a day"), executed.err());
        assertTrue(executed.out().contains("1 records sent to " + broker.bootstrapServers()), executed.out());
    }

    @Test
    @Order(5)
    void whatIsImportedIsRolledUp() throws IOException {
        Files.writeString(directory.resolve("bills-of-materials.csv"), """
                network,product,declared_unit,valid_from,input_kind,input,amount,unit
                n,bar,kg,2024-01-01,flow,electricity,3,kW.h
                """);
        Executed imported =
                Executed.of("import", directory.toString(), "--bootstrap-servers", broker.bootstrapServers());
        assertEquals(ExitCode.DONE, imported.exitCode(), imported.everything());
        StopSignal interrupt = new StopSignal();
        CompletableFuture<Executed> rollup = CompletableFuture.supplyAsync(
                () -> Executed.until(interrupt, "rollup", "--bootstrap-servers", broker.bootstrapServers()));
        ProductFootprint footprint = firstFootprint(rollup);
        interrupt.give();
        Executed ended = rollup.join();
        assertEquals("bar", footprint.getProduct());
        assertEquals(1.5, footprint.getFigures().getPcfExcludingBiogenicUptake(), 1e-12);
        assertEquals(ExitCode.DONE, ended.exitCode(), ended.everything());
        assertTrue(ended.out().contains("stopped"), ended.out());
    }

    @Test
    @Order(6)
    void parallelismBeyondThePartitionsIsRefused() {
        refused(
                Executed.of("rollup", "--bootstrap-servers", broker.bootstrapServers(), "--set", "parallelism=9"),
                "parallelism is 9",
                "2 or less");
    }

    @Test
    @Order(7)
    void schemasAreServedUntilInterrupted() {
        StopSignal interrupt = new StopSignal();
        interrupt.give();
        Executed served =
                Executed.until(interrupt, "schemas", "serve", "--bootstrap-servers", broker.bootstrapServers());
        assertEquals(ExitCode.DONE, served.exitCode(), served.everything());
        assertTrue(served.out().contains("http://127.0.0.1:"), served.out());
    }

    @Test
    @Order(8)
    void takenPortIsNamed() throws IOException {
        try (LoopbackPort taken = LoopbackPort.take()) {
            String port = taken.number();
            refused(
                    Executed.of("schemas", "serve", "--bootstrap-servers", broker.bootstrapServers(), "--port", port),
                    port,
                    "choose a free port");
        }
    }

    @Test
    void absentBrokerIsNamed() throws IOException {
        String nobody;
        try (LoopbackPort free = LoopbackPort.take()) {
            nobody = "127.0.0.1:" + free.number();
        }
        refused(Executed.of("topics", "create", "--bootstrap-servers", nobody, "--wait", "1"), nobody, "within 1 s");
        refused(Executed.of("topics", "check", "--bootstrap-servers", nobody, "--wait", "1"), nobody);
        refused(Executed.of("import", directory.toString(), "--bootstrap-servers", nobody, "--wait", "1"), nobody);
        refused(Executed.of("schemas", "serve", "--bootstrap-servers", nobody, "--wait", "1"), nobody);
        refused(Executed.of("rollup", "--bootstrap-servers", nobody), nobody);
    }

    @Test
    void unreadablePropertiesAreNamed() {
        Path missing = directory.resolve("client.properties");
        refused(
                Executed.of("topics", "check", "--bootstrap-servers", "127.0.0.1:1", "--config", missing.toString()),
                "client properties",
                missing.toString());
        refused(Executed.of("rollup", "--config", missing.toString()), "settings file", missing.toString());
    }

    @Test
    void nonsenseOfTopicsIsRefused() {
        refused(
                Executed.of("topics", "create", "--bootstrap-servers", "127.0.0.1:1", "--partitions", "0"),
                "partitions is 0");
    }

    private static ProductFootprint firstFootprint(CompletableFuture<Executed> job) {
        KafkaAccess access = KafkaAccess.of(broker.bootstrapServers());
        try (TopicSchemas schemas = new TopicSchemas(access);
                OutputReader reader =
                        OutputReader.fromBeginning(access, schemas, List.of(OutputTopic.PRODUCT_FOOTPRINTS))) {
            List<Published> published = List.of();
            while (published.isEmpty()) {
                assertFalse(job.isDone(), () -> "the job has ended: " + job.join());
                published = reader.poll(Duration.ofMillis(200));
            }
            return (ProductFootprint) published.get(0).record();
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
