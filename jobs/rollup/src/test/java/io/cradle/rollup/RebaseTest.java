package io.cradle.rollup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cradle.rollup.config.Options;
import io.cradle.rollup.config.Settings;
import io.cradle.rollup.harness.JobHarness;
import io.cradle.rollup.harness.LogRecords;
import io.cradle.schemas.ProductFootprint;
import io.cradle.testkit.generate.Feature;
import io.cradle.testkit.generate.GeneratorOptions;
import io.cradle.testkit.generate.NetworkGenerator;
import io.cradle.testkit.oracle.LogEntry;
import io.cradle.testkit.oracle.NaiveOracle;
import io.cradle.testkit.oracle.OracleFootprint;
import io.cradle.testkit.oracle.OracleSettings;
import io.cradle.testkit.oracle.PeriodKind;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Settings that decide the figures are part of the state: others are refused, or begin a series of their own. */
class RebaseTest {
    private static final OracleSettings MONTHS =
            OracleSettings.defaults().withPeriods(PeriodKind.MONTH, ZoneOffset.UTC, Duration.ofDays(2), 36);
    private static final OracleSettings QUARTERS =
            MONTHS.withPeriods(PeriodKind.QUARTER, ZoneOffset.UTC, Duration.ofDays(2), 36);
    private static final List<LogEntry> LOG = NetworkGenerator.generate(
            7, GeneratorOptions.everything().without(Feature.DELETIONS, Feature.DIRTY, Feature.PARKING));

    @Test
    void otherSettingsAreRefused() throws Exception {
        try (JobHarness job = new JobHarness(LogRecords.settings(MONTHS))) {
            job.run(LogRecords.of(LOG));
            Exception refused = assertThrows(Exception.class, () -> job.restart(LogRecords.settings(QUARTERS)));
            assertEquals(
                    "the state was made with other settings: reporting.period was month and is now quarter; its figures"
                            + " would change their meaning. Start with the settings of before, or begin a new series"
                            + " with series.rebase=true (`cradle rollup --rebase`)",
                    refused.getMessage());
        }
    }

    static Stream<OracleSettings> others() {
        return Stream.of(
                QUARTERS,
                MONTHS.withPeriods(PeriodKind.MONTH, ZoneId.of("Asia/Shanghai"), Duration.ofDays(2), 36),
                MONTHS.withPeriods(PeriodKind.MONTH, ZoneOffset.UTC, Duration.ofDays(20), 36),
                MONTHS.withEpochs(7_000, MONTHS.parking()));
    }

    @ParameterizedTest
    @MethodSource("others")
    void anotherSeriesPublishesEverythingAnew(OracleSettings other) throws Exception {
        Settings rebased = LogRecords.settings(other).with(Options.REBASE, "true");
        try (JobHarness job = new JobHarness(LogRecords.settings(MONTHS))) {
            job.run(LogRecords.of(LOG));
            int before = job.footprints().size();
            job.restart(rebased);
            long lastMs = LOG.get(LOG.size() - 1).logTimeMs();
            job.endEpochOf(lastMs + 2 * other.epochMs());
            Map<String, ProductFootprint> published = new TreeMap<>();
            List<ProductFootprint> all = job.footprints();
            all.subList(before, all.size()).forEach(f -> published.put(key(f), f));
            assertRight(published, rebased, other);
        }
    }

    /** Every product is published, and its figure is that of a job that never ran with other settings. */
    private static void assertRight(Map<String, ProductFootprint> published, Settings rebased, OracleSettings other) {
        assertTrue(published.size() > 10, "published anew: " + published.keySet());
        long asOfMs = published.values().iterator().next().getAsOf().toEpochMilli();
        Map<String, OracleFootprint> expected = new TreeMap<>();
        NaiveOracle.at(other, LOG, asOfMs)
                .footprints()
                .forEach((key, footprint) -> expected.put(key.toString(), footprint));
        assertEquals(expected.keySet(), published.keySet());
        published.forEach((key, footprint) -> {
            OracleFootprint right = expected.get(key);
            assertEquals(rebased.seriesId(), footprint.getSeries());
            assertEquals(right.result(), footprint.getResult(), key);
            assertEquals(right.closed() ? "final" : "provisional", footprint.getStatus(), key);
            if (footprint.getFigures() != null) {
                double gross = footprint.getFigures().getGross();
                assertEquals(right.pcf(), footprint.getFigures().getPcfExcludingBiogenicUptake(), 1e-9 * gross, key);
            }
        });
    }

    private static String key(ProductFootprint f) {
        return f.getNetwork() + "/" + f.getProduct() + "/" + f.getPeriod();
    }
}
