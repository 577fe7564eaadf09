package io.cradle.rollup;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.cradle.rollup.config.Options;
import io.cradle.rollup.config.Settings;
import io.cradle.rollup.harness.Judgement;
import io.cradle.rollup.harness.KafkaRun;
import io.cradle.rollup.harness.LogRecords;
import io.cradle.rollup.harness.Series;
import io.cradle.rollup.harness.Settled;
import io.cradle.schemas.ProductFootprint;
import io.cradle.testkit.generate.GeneratorOptions;
import io.cradle.testkit.generate.LogBuilder;
import io.cradle.testkit.generate.NetworkGenerator;
import io.cradle.testkit.generate.Records;
import io.cradle.testkit.oracle.LogEntry;
import io.cradle.testkit.oracle.OracleSettings;
import io.cradle.testkit.oracle.PeriodKind;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A savepoint goes on at another parallelism: networks and the factors that all share move without a loss. */
class RescaleTest {
    private static final OracleSettings SETTINGS =
            OracleSettings.defaults().withPeriods(PeriodKind.YEAR, ZoneOffset.UTC, Duration.ofDays(30_000), 1200);
    private static final int[] PARALLELISMS = {4, 2, 3};
    private static final List<String> NETWORKS =
            IntStream.range(0, 6).mapToObj(i -> "n" + i).toList();

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"heap", "rocksdb"})
    void everyNetworkGoesOn(String backend) throws Exception {
        List<LogEntry> records =
                NetworkGenerator.generate(21, GeneratorOptions.everything().size(NETWORKS.size(), 5, 2, 180));
        Settings settings = LogRecords.settings(SETTINGS).with(Options.BACKEND, backend);
        try (KafkaRun run = KafkaRun.onNewBroker()) {
            List<ProductFootprint> published = List.of();
            String savepoint = "";
            for (int stage = 0; stage < PARALLELISMS.length; stage++) {
                // What arrives while no job runs is read as a backlog, partitions in any order.
                run.publish(LogRecords.of(part(records, stage), run.catalog()));
                if (stage == 0) {
                    run.start(settings, PARALLELISMS[stage]);
                } else {
                    run.resume(settings, PARALLELISMS[stage], savepoint);
                }
                published = Settled.publishAndAwait(run, probes(stage), NETWORKS, SETTINGS);
                theProbesUseTheFactorOf(stage, published);
                savepoint = run.stopWithSavepoint(directory.resolve(backend + stage));
            }
            Judgement.assertRight(published, run.log(), SETTINGS, 100, backend);
        }
    }

    private static List<LogEntry> part(List<LogEntry> records, int stage) {
        int stages = PARALLELISMS.length;
        return records.subList(records.size() * stage / stages, records.size() * (stage + 1) / stages);
    }

    /** A new factor, a product that has used its flow from the start, and one that begins to use the first factor. */
    private static List<LogEntry> probes(int stage) {
        LogBuilder probes = new LogBuilder(1);
        probes.put(Records.factor("probe", "supply", "2023-01-01", "kg", Integer.toString(stage + 1)));
        if (stage == 0) {
            probes.put(Records.factor("old", "supply", "2023-01-01", "kg", "8"));
            NETWORKS.forEach(network -> probes.put(
                    Records.bill(network, "probe", "kg", "2023-01-01", Records.line("flow", "probe", "1", "kg"))));
        }
        NETWORKS.forEach(network -> probes.put(
                Records.bill(network, "old" + stage, "kg", "2023-01-01", Records.line("flow", "old", "1", "kg"))));
        return probes.entries();
    }

    private static void theProbesUseTheFactorOf(int stage, List<ProductFootprint> published) {
        List<String> found = new ArrayList<>();
        List<String> expected = new ArrayList<>();
        for (String network : NETWORKS) {
            expected.add(network + " " + (stage + 1.0) + " of probe");
            expected.add(network + " 8.0 of old" + stage);
        }
        Series.last(published).values().stream()
                .filter(one -> one.getPeriod().equals("2024"))
                .filter(one ->
                        one.getProduct().equals("probe") || one.getProduct().equals("old" + stage))
                .forEach(one ->
                        found.add(one.getNetwork() + " " + one.getFigures().getFossil() + " of " + one.getProduct()));
        assertEquals(
                expected.stream().sorted().toList(), found.stream().sorted().toList());
    }
}
