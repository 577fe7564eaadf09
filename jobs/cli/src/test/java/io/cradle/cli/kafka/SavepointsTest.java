package io.cradle.cli.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cradle.cli.Executed;
import io.cradle.cli.ExitCode;
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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A job that goes on from a savepoint of `cradle rollup`, under the same settings and under others. */
@Timeout(240)
class SavepointsTest {
    private static EmbeddedBroker broker;
    private static KafkaAccess access;
    private static Path savepoint;

    /** The savepoint of a first job under default settings, and what it had published. */
    @BeforeAll
    static void firstJob(@TempDir Path directory) throws IOException {
        broker = EmbeddedBroker.start();
        access = KafkaAccess.of(broker.bootstrapServers());
        Executed created = Executed.of("topics", "create", "--bootstrap-servers", access.bootstrapServers());
        assertEquals(ExitCode.DONE, created.exitCode(), created.everything());
        sendBill(directory, "bar", "3");
        savepoint = rollUpUntil(isOf("bar", 1.5), directory.resolve("first"));
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    @ParameterizedTest
    @CsvSource({
        "epoch.length, 1 s, 500 ms",
        "reporting.zone, Asia/Shanghai, UTC",
        "reporting.period, quarter, month",
        "reporting.grace, 2 d, 15 d"
    })
    void otherSettingsAreRefused(String key, String now, String before) {
        Executed refused = Executed.of(rollup("--from-savepoint", savepoint.toString(), "--set", key + "=" + now));
        assertEquals(ExitCode.COULD_NOT_RUN, refused.exitCode(), refused.everything());
        assertEquals(
                "cradle: the state was made with other settings: " + key + " was " + before + " and is now " + now
                        + "; its figures would change their meaning. Start with the settings of before, or begin a new"
                        + " series with series.rebase=true (`cradle rollup --rebase`)",
                refused.err().strip());
    }

    @Test
    void theSameSettingsGoOnAndPublishNothingAnew(@TempDir Path directory) throws IOException {
        sendBill(directory, "rod", "5");
        rollUpUntil(isOf("rod", 2.5), directory, "--from-savepoint", savepoint.toString());
        List<ProductFootprint> published = published();
        assertEquals(1, series(published).size(), () -> "series: " + series(published));
        assertEquals(
                published.stream()
                        .filter(isOf("bar", 1.5))
                        .map(ProductFootprint::getPeriod)
                        .distinct()
                        .count(),
                published.stream().filter(isOf("bar", 1.5)).count(),
                "each figure of the unchanged product once");
    }

    /** The jobs of this test read a log of their own: what a new series publishes is none of the other tests' business. */
    @Test
    void rebaseBeginsANewSeriesThatGoesOnByItself(@TempDir Path directory) throws IOException {
        EmbeddedBroker shared = broker;
        try (EmbeddedBroker own = EmbeddedBroker.start()) {
            use(own);
            Executed.of("topics", "create", "--bootstrap-servers", access.bootstrapServers());
            sendBill(directory, "bar", "3");
            Path first = rollUpUntil(isOf("bar", 1.5), directory.resolve("first"));
            String before = published().get(0).getSeries();
            Predicate<ProductFootprint> anew =
                    isOf("bar", 1.5).and(one -> !one.getSeries().equals(before));
            String[] quarters = {"--set", "reporting.period=quarter"};
            Path second = rollUpUntil(
                    anew,
                    directory.resolve("second"),
                    with(quarters, "--rebase", "--from-savepoint", first.toString()));
            List<ProductFootprint> published = published();
            ProductFootprint newest = published.get(published.size() - 1);
            assertNotEquals(before, newest.getSeries());
            assertTrue(newest.getPeriod().matches("\\d{4}-Q\\d"), newest.getPeriod());
            // Its savepoint says the new settings: now they need no word of consent, and the old ones do.
            sendBill(directory, "rod", "5");
            rollUpUntil(
                    isOf("rod", 2.5),
                    directory.resolve("third"),
                    with(quarters, "--from-savepoint", second.toString()));
            Executed back = Executed.of(rollup("--from-savepoint", second.toString()));
            assertEquals(ExitCode.COULD_NOT_RUN, back.exitCode(), back.everything());
            assertTrue(back.err().contains("reporting.period was quarter and is now month"), back.err());
        } finally {
            use(shared);
        }
    }

    @Test
    void whatIsNoSavepointIsNamed(@TempDir Path directory) throws IOException {
        refused(directory + " is no savepoint", "--from-savepoint", directory.toString());
        Files.writeString(directory.resolve("_metadata"), "nonsense");
        refused(
                directory + " does not fit this job (Unexpected magic number)",
                "--from-savepoint",
                directory.toString());
        Path file = Files.writeString(directory.resolve("file"), "");
        refused(
                "cannot be made a directory for savepoints",
                "--savepoint-on-stop",
                file.resolve("in").toString());
    }

    private static void refused(String words, String... options) {
        Executed refused = Executed.of(rollup(options));
        assertEquals(ExitCode.COULD_NOT_RUN, refused.exitCode(), refused.everything());
        assertTrue(refused.err().contains(words), refused.err());
        assertFalse(refused.everything().contains("\tat "), refused.everything());
    }

    private static void use(EmbeddedBroker other) {
        broker = other;
        access = KafkaAccess.of(other.bootstrapServers());
    }

    /** Runs the job until it has published something, and stops it with a savepoint. */
    private static Path rollUpUntil(Predicate<ProductFootprint> published, Path saves, String... options)
            throws IOException {
        StopSignal interrupt = new StopSignal();
        String[] arguments = rollup(with(options, "--savepoint-on-stop", saves.toString()));
        CompletableFuture<Executed> job = CompletableFuture.supplyAsync(() -> Executed.until(interrupt, arguments));
        while (published().stream().noneMatch(published)) {
            assertFalse(job.isDone(), () -> "the job has ended: " + job.join());
        }
        interrupt.give();
        Executed ended = job.join();
        assertEquals(ExitCode.DONE, ended.exitCode(), ended.everything());
        try (Stream<Path> left = Files.list(saves)) {
            Path savepoint = left.filter(path -> Files.exists(path.resolve("_metadata")))
                    .findFirst()
                    .orElseThrow();
            assertTrue(ended.out().contains("savepoint: " + savepoint), ended.out());
            return savepoint;
        }
    }

    private static List<ProductFootprint> published() {
        List<ProductFootprint> records = new ArrayList<>();
        try (TopicSchemas schemas = new TopicSchemas(access);
                OutputReader reader =
                        OutputReader.fromBeginning(access, schemas, List.of(OutputTopic.PRODUCT_FOOTPRINTS))) {
            List<Published> next = reader.poll(Duration.ofMillis(500));
            while (!next.isEmpty()) {
                next.forEach(one -> records.add((ProductFootprint) one.record()));
                next = reader.poll(Duration.ofMillis(200));
            }
        }
        records.sort((one, other) -> one.getAsOf().compareTo(other.getAsOf()));
        return records;
    }

    private static List<String> series(List<ProductFootprint> published) {
        return published.stream().map(ProductFootprint::getSeries).distinct().toList();
    }

    private static Predicate<ProductFootprint> isOf(String product, double kgCO2ePerKg) {
        return one -> one.getProduct().equals(product)
                && one.getFigures() != null
                && Math.abs(one.getFigures().getPcfExcludingBiogenicUptake() - kgCO2ePerKg) < 1e-9;
    }

    private static void sendBill(Path directory, String product, String amountKWh) throws IOException {
        Path files = Files.createDirectories(directory.resolve("of-" + product));
        Files.writeString(files.resolve("emission-factors.csv"), """
                flow,kind,valid_from,unit,fossil
                electricity,supply,2024-01-01,kW.h,0.5
                """);
        Files.writeString(files.resolve("bills-of-materials.csv"), """
                network,product,declared_unit,valid_from,input_kind,input,amount,unit
                n,%s,kg,2024-01-01,flow,electricity,%s,kW.h
                """.formatted(product, amountKWh));
        Executed sent = Executed.of("import", files.toString(), "--bootstrap-servers", access.bootstrapServers());
        assertEquals(ExitCode.DONE, sent.exitCode(), sent.everything());
    }

    private static String[] rollup(String... options) {
        return with(new String[] {"rollup", "--bootstrap-servers", access.bootstrapServers()}, options);
    }

    private static String[] with(String[] some, String... more) {
        return Stream.concat(Arrays.stream(some), Arrays.stream(more)).toArray(String[]::new);
    }
}
