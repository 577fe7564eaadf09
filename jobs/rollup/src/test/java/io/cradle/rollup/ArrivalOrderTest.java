package io.cradle.rollup;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.cradle.rollup.config.Settings;
import io.cradle.rollup.harness.JobHarness;
import io.cradle.rollup.harness.Judgement;
import io.cradle.rollup.harness.LogRecords;
import io.cradle.rollup.harness.Seeds;
import io.cradle.rollup.harness.Series;
import io.cradle.rollup.harness.Streams;
import io.cradle.schemas.ProductFootprint;
import io.cradle.schemas.wire.LogRecord;
import io.cradle.testkit.generate.Arrivals;
import io.cradle.testkit.generate.GeneratorOptions;
import io.cradle.testkit.generate.NetworkGenerator;
import io.cradle.testkit.oracle.LogEntry;
import io.cradle.testkit.oracle.OracleSettings;
import io.cradle.testkit.oracle.PeriodKind;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Figures depend on what the log says by the end of an epoch, never on the order in which it was said or read. */
class ArrivalOrderTest {
    private static final OracleSettings SETTINGS = OracleSettings.defaults()
            .withPeriods(PeriodKind.MONTH, ZoneOffset.UTC, Duration.ofDays(5), 36)
            .withEpochs(2000, Duration.ofDays(1));
    private static final int ORDERS = 3;

    private final Settings settings = LogRecords.settings(SETTINGS);

    static LongStream seeds() {
        return Seeds.few(3);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void recordsOfDifferentKeysCommuteWithinAnEpoch(long seed) throws Exception {
        List<LogEntry> log = NetworkGenerator.generate(seed, GeneratorOptions.everything());
        List<ProductFootprint> expected = published(log);
        for (int order = 0; order < ORDERS; order++) {
            List<LogEntry> permuted = Arrivals.permuteWithinEpochs(log, SETTINGS, seed * 31 + order);
            List<ProductFootprint> got = published(permuted);
            Judgement.assertRight(got, permuted, SETTINGS, 100, "seed " + seed + ", order " + order);
            assertEquals("", Series.difference(expected, got), "seed " + seed + ", order " + order);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void partitionsAreReadInAnyOrder(long seed) throws Exception {
        List<LogEntry> log = NetworkGenerator.generate(seed, GeneratorOptions.everything());
        List<ProductFootprint> expected = published(log);
        for (int order = 0; order < ORDERS; order++) {
            Random dice = new Random(seed * 31 + order);
            try (JobHarness job = new JobHarness(settings)) {
                for (List<LogRecord> stretch : Streams.stretches(LogRecords.of(log), dice)) {
                    for (LogRecord record : Streams.interleaved(stretch, dice)) {
                        job.process(record);
                    }
                    job.watermark(stretch.get(stretch.size() - 1).appendTimeMs());
                }
                job.endEpochOf(log.get(log.size() - 1).logTimeMs());
                assertEquals("", Series.difference(expected, job.footprints()), "seed " + seed + ", order " + order);
            }
        }
    }

    private List<ProductFootprint> published(List<LogEntry> log) throws Exception {
        try (JobHarness job = new JobHarness(settings)) {
            return job.run(LogRecords.of(log)).footprints();
        }
    }
}
