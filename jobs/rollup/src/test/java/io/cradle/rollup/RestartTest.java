package io.cradle.rollup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cradle.rollup.config.Settings;
import io.cradle.rollup.harness.JobHarness;
import io.cradle.rollup.harness.Judgement;
import io.cradle.rollup.harness.LogRecords;
import io.cradle.rollup.harness.Seeds;
import io.cradle.rollup.harness.Series;
import io.cradle.testkit.generate.GeneratorOptions;
import io.cradle.testkit.generate.NetworkGenerator;
import io.cradle.testkit.oracle.LogEntry;
import io.cradle.testkit.oracle.OracleSettings;
import io.cradle.testkit.oracle.PeriodKind;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.apache.flink.runtime.state.StateBackend;
import org.apache.flink.runtime.state.hashmap.HashMapStateBackend;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A job that is stopped and started again between any two records says what it would have said without. */
class RestartTest {
    private static final OracleSettings SETTINGS = OracleSettings.defaults()
            .withPeriods(PeriodKind.MONTH, ZoneId.of("America/New_York"), Duration.ofDays(3), 3)
            .withEpochs(500, Duration.ofDays(1));
    private static final double RESTARTS_PER_LOG = 8;
    private static final double OFTEN = 80;

    static LongStream seeds() {
        return Seeds.few(2);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void onTheHeap(long seed) throws Exception {
        restarted(seed, new HashMapStateBackend(), RESTARTS_PER_LOG);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void onRocksDb(long seed) throws Exception {
        restarted(seed, new EmbeddedRocksDBStateBackend(), RESTARTS_PER_LOG);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void often(long seed) throws Exception {
        restarted(seed + 1000, new HashMapStateBackend(), OFTEN);
    }

    private static void restarted(long seed, StateBackend backend, double perLog) throws Exception {
        List<LogEntry> log = NetworkGenerator.generate(seed, GeneratorOptions.everything());
        Settings settings = LogRecords.settings(SETTINGS);
        Random dice = new Random(seed);
        AtomicInteger restarts = new AtomicInteger();
        try (JobHarness whole = new JobHarness(settings);
                JobHarness interrupted = new JobHarness(settings, backend)) {
            whole.run(LogRecords.of(log));
            interrupted.run(LogRecords.of(log), () -> {
                boolean now = dice.nextDouble() < perLog / (2.0 * log.size());
                restarts.addAndGet(now ? 1 : 0);
                return now;
            });
            assertTrue(restarts.get() >= 2, "seed " + seed + ": too few restarts, " + restarts);
            Judgement.assertRight(interrupted.footprints(), log, SETTINGS, 100, "seed " + seed);
            assertEquals("", Series.difference(whole.footprints(), interrupted.footprints()), "seed " + seed);
            assertEquals(whole.rejections(), interrupted.rejections(), "seed " + seed);
        }
    }
}
