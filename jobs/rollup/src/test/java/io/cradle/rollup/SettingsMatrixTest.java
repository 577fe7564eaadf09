package io.cradle.rollup;

import io.cradle.rollup.harness.JobHarness;
import io.cradle.rollup.harness.Judgement;
import io.cradle.rollup.harness.LogRecords;
import io.cradle.rollup.harness.Seeds;
import io.cradle.testkit.generate.GeneratorOptions;
import io.cradle.testkit.generate.NetworkGenerator;
import io.cradle.testkit.oracle.LogEntry;
import io.cradle.testkit.oracle.OracleSettings;
import io.cradle.testkit.oracle.PeriodKind;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every setting that figures depend on means to the job what it means to the oracle. */
class SettingsMatrixTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final OracleSettings DEFAULTS = OracleSettings.defaults().withEpochs(500, Duration.ofDays(1));
    private static final Map<String, OracleSettings> SETTINGS = new TreeMap<>(Map.of(
            "quarters in Shanghai", periods(DEFAULTS, PeriodKind.QUARTER, SHANGHAI),
            "years in UTC, epochs of 6 h",
                    periods(DEFAULTS, PeriodKind.YEAR, ZoneOffset.UTC).withEpochs(6 * 3_600_000, Duration.ofDays(1)),
            "months in New York, epochs of 6 h",
                    periods(DEFAULTS, PeriodKind.MONTH, NEW_YORK).withEpochs(6 * 3_600_000, Duration.ofDays(2)),
            "months in New York, no minimum cover",
                    minimumCover(periods(DEFAULTS, PeriodKind.MONTH, NEW_YORK), 0, true, Optional.empty()),
            "months in Shanghai, half covered",
                    minimumCover(periods(DEFAULTS, PeriodKind.MONTH, SHANGHAI), 0.5, true, Optional.empty()),
            "2024-Q1 fixed, with clock, New York",
                    minimumCover(periods(DEFAULTS, PeriodKind.QUARTER, NEW_YORK), 0.1, true, Optional.of("2024-Q1")),
            "2024 fixed, with clock, UTC",
                    minimumCover(periods(DEFAULTS, PeriodKind.YEAR, ZoneOffset.UTC), 0.1, true, Optional.of("2024"))));

    static Stream<Arguments> seedsAndSettings() {
        return Seeds.few(2).boxed().flatMap(seed -> SETTINGS.keySet().stream().map(name -> Arguments.of(seed, name)));
    }

    @ParameterizedTest
    @MethodSource("seedsAndSettings")
    void withEpochs(long seed, String name) throws Exception {
        OracleSettings settings = SETTINGS.get(name);
        List<LogEntry> log = NetworkGenerator.generate(seed, GeneratorOptions.everything());
        judged(log, settings, 50, "seed " + seed + ", " + name);
    }

    static Stream<Arguments> seedsAndFixedPeriods() {
        return Seeds.few(2)
                .boxed()
                .flatMap(seed -> Stream.of(
                        Arguments.of(seed, "2024-Q1", SHANGHAI),
                        Arguments.of(seed, "2024-03", NEW_YORK),
                        Arguments.of(seed, "2024", ZoneOffset.UTC)));
    }

    /** Without log times everything stands at the end of the period, in the order in which it was written. */
    @ParameterizedTest
    @MethodSource("seedsAndFixedPeriods")
    void inOneEpochWithoutClock(long seed, String period, ZoneId zone) throws Exception {
        OracleSettings clocked =
                periods(DEFAULTS, OracleSettings.fixed(period, false).periodKind(), zone);
        OracleSettings settings = minimumCover(clocked, 0.1, false, Optional.of(period));
        List<LogEntry> log = NetworkGenerator.generate(seed, GeneratorOptions.everything()).stream()
                .map(entry -> entry.at(entry.partition(), entry.offset(), settings.epochEnd(0)))
                .toList();
        judged(log, settings, 10, "seed " + seed + ", " + period + " in " + zone + " without clock");
    }

    private static void judged(List<LogEntry> log, OracleSettings settings, int atLeast, String name) throws Exception {
        try (JobHarness job = new JobHarness(LogRecords.settings(settings))) {
            job.run(LogRecords.of(log));
            if (!settings.clock()) {
                job.end();
            }
            Judgement.assertRight(job.footprints(), log, settings, atLeast, name);
            Judgement.assertRejected(job.rejections(), log, settings, name);
        }
    }

    private static OracleSettings periods(OracleSettings from, PeriodKind kind, ZoneId zone) {
        return from.withPeriods(kind, zone, Duration.ofDays(4), 36);
    }

    private static OracleSettings minimumCover(
            OracleSettings from, double cover, boolean clock, Optional<String> fixed) {
        return new OracleSettings(
                from.periodKind(),
                fixed,
                from.zone(),
                from.grace(),
                from.retentionMonths(),
                from.epochMs(),
                cover,
                from.parking(),
                from.futureTolerance(),
                from.maxAmount(),
                from.maxInterval(),
                clock);
    }
}
