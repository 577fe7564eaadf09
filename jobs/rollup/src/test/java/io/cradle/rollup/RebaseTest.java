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
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Settings that decide the figures are part of the state: others are refused, or begin a series of their own. */
class RebaseTest {
    private static final OracleSettings MONTHS =
            OracleSettings.defaults().withPeriods(PeriodKind.MONTH, ZoneOffset.UTC, Duration.ofDays(2), 36);
    private static final OracleSettings QUARTERS =
            OracleSettings.defaults().withPeriods(PeriodKind.QUARTER, ZoneOffset.UTC, Duration.ofDays(2), 36);
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

    @Test
    void anotherSeriesPublishesEverythingAnew() throws Exception {
        Settings quarters = LogRecords.settings(QUARTERS).with(Options.REBASE, "true");
        try (JobHarness job = new JobHarness(LogRecords.settings(MONTHS))) {
            job.run(LogRecords.of(LOG));
            int before = job.footprints().size();
            job.restart(quarters);
            long lastMs = LOG.get(LOG.size() - 1).logTimeMs();
            job.endEpochOf(lastMs + 1_000);
            Map<String, ProductFootprint> published = new TreeMap<>();
            List<ProductFootprint> all = job.footprints();
            all.subList(before, all.size()).forEach(f -> published.put(key(f), f));
            assertRight(published, quarters);
        }
    }

    /** Whatever quarter is published, its figure is that of a job that never ran with months. */
    private static void assertRight(Map<String, ProductFootprint> published, Settings quarters) {
        assertTrue(published.size() > 10, "published anew: " + published.keySet());
        long asOfMs = published.values().iterator().next().getAsOf().toEpochMilli();
        Map<String, OracleFootprint> expected = new TreeMap<>();
        NaiveOracle.at(QUARTERS, LOG, asOfMs)
                .footprints()
                .forEach((key, footprint) -> expected.put(key.toString(), footprint));
        published.forEach((key, footprint) -> {
            OracleFootprint right = expected.get(key);
            assertEquals(quarters.seriesId(), footprint.getSeries());
            assertEquals(right.result(), footprint.getResult(), key);
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
