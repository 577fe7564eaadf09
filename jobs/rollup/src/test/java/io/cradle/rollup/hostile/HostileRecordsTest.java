package io.cradle.rollup.hostile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cradle.rollup.config.Settings;
import io.cradle.rollup.harness.JobHarness;
import io.cradle.rollup.harness.Seeds;
import io.cradle.rollup.harness.Series;
import io.cradle.schemas.ActivityEmission;
import io.cradle.schemas.NetworkRevision;
import io.cradle.schemas.wire.LogRecord;
import io.cradle.schemas.wire.OutputTopic;
import io.cradle.testkit.generate.GeneratorOptions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * No record stops the job: whatever comes is applied or rejected, in bounded time, and what is published is a number or
 * nothing. A record that intake lets through and that settling trips over would come back after every restart.
 */
class HostileRecordsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Map<String, String> ROLLING =
            Map.of("parking.time", "1 d", "reporting.retention-months", "3", "reporting.grace", "3 d");
    private static final Map<String, String> ONE_PERIOD = Map.of(
            "reporting.period", "year",
            "reporting.fixed-period", "2024",
            "reporting.zone", "America/New_York",
            "plausibility.max-interval", "3652059 d");

    static LongStream seeds() {
        return Seeds.few(6);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whilePeriodsOpenAndClose(long seed) {
        survives(seed, Settings.of(ROLLING));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void inOnePeriodWithoutAClock(long seed) {
        survives(seed, Settings.of(ONE_PERIOD).withoutClock());
    }

    private static void survives(long seed, Settings settings) {
        List<LogRecord> log = HostileLog.of(seed, GeneratorOptions.everything());
        assertTimeout(PATIENCE, () -> {
            Random dice = new Random(seed);
            try (JobHarness whole = new JobHarness(settings);
                    JobHarness interrupted = new JobHarness(settings)) {
                whole.run(log);
                interrupted.run(log, () -> dice.nextInt(log.size()) < 6);
                assertNumbers(whole, "seed " + seed);
                assertEquals("", Series.difference(whole.footprints(), interrupted.footprints()), "seed " + seed);
                assertEquals(whole.rejections(), interrupted.rejections(), "seed " + seed);
                assertTrue(whole.footprints().size() > 20, "seed " + seed + ": hardly anything was published");
                whole.end();
            }
        });
    }

    private static void assertNumbers(JobHarness job, String name) {
        job.footprints().forEach(footprint -> Numbers.assertFinite(footprint, name));
        job.records(OutputTopic.ACTIVITY_EMISSIONS, ActivityEmission.class)
                .forEach(activity -> Numbers.assertFinite(activity, name));
        job.records(OutputTopic.NETWORK_REVISIONS, NetworkRevision.class)
                .forEach(revision -> Numbers.assertFinite(revision, name));
    }
}
