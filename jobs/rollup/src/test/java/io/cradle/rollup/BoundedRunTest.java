package io.cradle.rollup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cradle.rollup.config.Settings;
import io.cradle.rollup.harness.CsvLog;
import io.cradle.rollup.harness.FileRun;
import io.cradle.rollup.harness.FootprintRows;
import io.cradle.rollup.harness.LogRecords;
import io.cradle.rollup.harness.Seeds;
import io.cradle.testkit.generate.Arrivals;
import io.cradle.testkit.generate.GeneratorOptions;
import io.cradle.testkit.generate.NetworkGenerator;
import io.cradle.testkit.oracle.LogEntry;
import io.cradle.testkit.oracle.OracleSettings;
import io.cradle.testkit.oracle.PeriodKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The whole job on files. */
class BoundedRunTest {
    private static final OracleSettings SETTINGS = OracleSettings.defaults()
            .withPeriods(PeriodKind.MONTH, ZoneId.of("Asia/Shanghai"), Duration.ofDays(5), 36)
            .withEpochs(2000, Duration.ofDays(1));
    private static final int MOST = 4;

    @TempDir
    private Path directory;

    static LongStream seeds() {
        return Seeds.few(2);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void parallelismDoesNotMatter(long seed) throws Exception {
        Path input = Files.createDirectory(directory.resolve("in"));
        List<LogEntry> log = CsvLog.write(input, generated(seed), true);
        Settings settings = LogRecords.settings(SETTINGS);
        List<Map<String, String>> alone = run(input, "alone", settings, 1).footprints();
        FootprintRows.assertRight(alone, log, SETTINGS, "seed " + seed);
        assertTrue(alone.size() > 100, "too little was published");
        for (int parallelism = 2; parallelism <= MOST; parallelism *= 2) {
            FileRun run = run(input, "by " + parallelism, settings, parallelism);
            assertEquals(
                    FootprintRows.withoutCauses(alone),
                    FootprintRows.withoutCauses(run.footprints()),
                    "seed " + seed + " at parallelism " + parallelism);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void rowsOfDifferentKeysCommuteWithinAnEpoch(long seed) throws Exception {
        List<LogEntry> log = generated(seed);
        Settings settings = LogRecords.settings(SETTINGS);
        for (int order = 0; order < 2; order++) {
            Path input = Files.createDirectory(directory.resolve("in" + order));
            List<LogEntry> permuted = CsvLog.expressible(Arrivals.permuteWithinEpochs(log, SETTINGS, seed + order));
            List<LogEntry> asRead = CsvLog.write(input, permuted, true);
            List<Map<String, String>> rows =
                    run(input, "out" + order, settings, 2).footprints();
            FootprintRows.assertRight(rows, asRead, SETTINGS, "seed " + seed + ", order " + order);
        }
    }

    @Test
    void withoutLogTimesTheRunIsOneEpochAtTheEndOfThePeriod() throws Exception {
        ZoneId zone = ZoneId.of("Asia/Shanghai");
        OracleSettings fixed = OracleSettings.fixed("2024-Q1", false)
                .withPeriods(PeriodKind.QUARTER, zone, Duration.ofDays(5), 36)
                .withEpochs(6 * 3_600_000, Duration.ofDays(1));
        List<LogEntry> oneEpoch =
                CsvLog.expressible(NetworkGenerator.generate(3, GeneratorOptions.everything()).stream()
                        .map(entry -> entry.at(entry.partition(), entry.offset(), fixed.epochEnd(0)))
                        .toList());
        Path input = Files.createDirectory(directory.resolve("in"));
        List<LogEntry> log = CsvLog.write(input, oneEpoch, false);
        List<Map<String, String>> rows =
                run(input, "out", LogRecords.settings(fixed), 2).footprints();
        assertEquals(
                Optional.of("2024-Q1"),
                rows.stream().map(row -> row.get("period")).findFirst());
        FootprintRows.assertRight(rows, log, fixed, "one epoch");
    }

    @Test
    void noRowsGiveNoRows() throws Exception {
        Path input = Files.createDirectory(directory.resolve("in"));
        CsvLog.write(input, List.of(), true);
        Settings settings = Settings.of(Map.of("reporting.fixed-period", "2024"));
        run(input, "out", settings, 2);
        for (String file : List.of(
                "product-footprints.csv", "activity-emissions.csv", "network-revisions.csv", "rejected-records.csv")) {
            List<String> lines = Files.readAllLines(directory.resolve("out").resolve(file));
            assertEquals(1, lines.size(), file);
            assertTrue(lines.get(0).contains(","), file + " begins with its header");
        }
    }

    private static List<LogEntry> generated(long seed) {
        return CsvLog.expressible(NetworkGenerator.generate(seed, GeneratorOptions.everything()));
    }

    private FileRun run(Path input, String results, Settings settings, int parallelism) throws Exception {
        return FileRun.of(input, directory.resolve(results), settings, parallelism);
    }
}
