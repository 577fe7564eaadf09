package io.cradle.testkit.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cradle.testkit.generate.Feature;
import io.cradle.testkit.generate.GeneratorOptions;
import io.cradle.testkit.generate.NetworkGenerator;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every footprint of every epoch, whatever the log and the settings. */
class InvariantsTest {
    private static final double ROUNDING = 1e-9;

    static Stream<OracleSettings> settings() {
        OracleSettings months = OracleSettings.defaults();
        return Stream.of(
                months.withPeriods(PeriodKind.MONTH, ZoneId.of("Asia/Shanghai"), Duration.ofDays(2), 2)
                        .withEpochs(60_000, Duration.ofDays(1)),
                months.withPeriods(PeriodKind.QUARTER, ZoneOffset.UTC, Duration.ofDays(5), 3)
                        .withEpochs(Duration.ofHours(6).toMillis(), Duration.ofDays(2)),
                months.withPeriods(PeriodKind.YEAR, ZoneId.of("Europe/Berlin"), Duration.ofDays(15), 12),
                OracleSettings.fixed("2024-02", true),
                OracleSettings.fixed("2024-Q1", false));
    }

    @ParameterizedTest
    @MethodSource("settings")
    void hold(OracleSettings settings) {
        int[] seen = new int[1];
        for (int seed = 20; seed < 24; seed++) {
            List<LogEntry> log = NetworkGenerator.generate(
                    seed, GeneratorOptions.everything().size(2, 8, 3, 80));
            OracleReplay replay = new OracleReplay(settings);
            replay.forEachEpoch(log, replay.lastEpochMs(log), result -> {
                result.footprints().values().forEach(InvariantsTest::check);
                seen[0] += result.footprints().size();
            });
        }
        assertTrue(seen[0] > 20, "footprints to look at: " + seen[0]);
    }

    private static void check(OracleFootprint footprint) {
        if (footprint.result().equals(OracleFootprint.NON_PRODUCTIVE_LOOP)) {
            assertTrue(footprint.figures().isEmpty() && footprint.coverage().isEmpty());
            return;
        }
        String what = footprint.toString();
        double gross = footprint.figure("gross");
        footprint.figures().forEach((field, value) -> assertTrue(Double.isFinite(value), what));
        assertTrue(Math.abs(footprint.pcf()) <= gross * (1 + ROUNDING), what);
        assertEquals(
                footprint.pcf() + footprint.figure("biogenic_uptake"),
                footprint.figure("pcf_including_biogenic_uptake"),
                ROUNDING * Math.max(gross, 1),
                what);
        double coverage = footprint.coverage().getAsDouble();
        assertTrue(coverage >= 0 && coverage <= 1 + ROUNDING, what);
        if (footprint.result().equals(OracleFootprint.COMPLETE)) {
            assertEquals(1, coverage, ROUNDING, what);
        }
        checkShares(footprint, gross, what);
    }

    private static void checkShares(OracleFootprint footprint, double gross, String what) {
        double carried = footprint.figure("carried_forward");
        assertTrue(carried >= 0 && carried <= 1 + ROUNDING, what);
        assertEquals(gross != 0, footprint.figures().containsKey("primary_data_share"), what);
        if (gross != 0) {
            double primary = footprint.figure("primary_data_share");
            assertTrue(primary >= 0 && primary <= 100 * (1 + ROUNDING), what);
            double rating = footprint.figure("temporal_dqr");
            assertTrue(rating >= 1 - ROUNDING && rating <= 5 * (1 + ROUNDING), what);
        }
    }

    /** Without credits and without what removes carbon, net is gross. */
    @ParameterizedTest
    @MethodSource("settings")
    void netIsGrossWithoutCredits(OracleSettings settings) {
        List<LogEntry> log = NetworkGenerator.generate(
                31,
                GeneratorOptions.everything()
                        .size(1, 8, 3, 60)
                        .without(Feature.CREDITS, Feature.FACTOR_VARIETY, Feature.NON_PRODUCTIVE_LOOPS));
        OracleReplay replay = new OracleReplay(settings);
        replay.forEachEpoch(log, replay.lastEpochMs(log), result -> result.footprints()
                .values()
                .forEach(footprint -> {
                    assertEquals(footprint.figure("gross"), footprint.pcf(), ROUNDING * footprint.figure("gross"));
                    assertEquals(0, footprint.figure("credits"));
                }));
    }

    /** allocated + unallocated + pending is what was emitted, however much production there is to carry it. */
    @ParameterizedTest
    @MethodSource("settings")
    void balanceKeepsWhatWasEmitted(OracleSettings settings) {
        // No instruments: they shrink what they replace in every part by itself. No inputs that are made: their price
        // depends on what is produced.
        List<LogEntry> log = NetworkGenerator.generate(
                32,
                GeneratorOptions.everything()
                        .size(1, 5, 3, 80)
                        .only(Feature.METERS, Feature.REGISTERS, Feature.PRODUCTION, Feature.FACTOR_VARIETY));
        List<LogEntry> withoutProduction = log.stream()
                .filter(entry -> !entry.topic().topicName().equals("production-records"))
                .toList();
        long untilMs = new OracleReplay(settings).lastEpochMs(log);
        // What production touches stays live; without it a period may not be, so only the sums of a late epoch compare.
        double emitted = sum(NaiveOracle.at(settings, withoutProduction, untilMs));
        assertTrue(emitted > 0);
        assertEquals(emitted, sum(NaiveOracle.at(settings, log, untilMs)), emitted * ROUNDING);
    }

    private static double sum(OracleResult result) {
        return result.balances().values().stream()
                .mapToDouble(balance -> balance.allocated() + balance.unallocated() + balance.pending())
                .sum();
    }
}
