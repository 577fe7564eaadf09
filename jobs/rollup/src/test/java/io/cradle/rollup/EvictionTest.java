package io.cradle.rollup;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.cradle.rollup.config.Options;
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
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A network that had to leave the cache is built again from its facts and goes on as if it had stayed. */
class EvictionTest {
    private static final OracleSettings SETTINGS = OracleSettings.defaults().withEpochs(500, Duration.ofDays(1));

    static LongStream seeds() {
        return Seeds.few(1);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whereTheCacheHoldsOneNetworkOnly(long seed) throws Exception {
        List<LogEntry> log =
                NetworkGenerator.generate(seed, GeneratorOptions.everything().size(3, 5, 2, 100));
        Settings roomy = LogRecords.settings(SETTINGS);
        try (JobHarness kept = new JobHarness(roomy);
                JobHarness evicted = new JobHarness(roomy.with(Options.CACHE_BYTES, "1"))) {
            kept.run(LogRecords.of(log));
            evicted.run(LogRecords.of(log));
            Judgement.assertRight(evicted.footprints(), log, SETTINGS, 100, "seed " + seed);
            assertEquals("", Series.difference(kept.footprints(), evicted.footprints()), "seed " + seed);
            assertEquals(kept.rejections(), evicted.rejections(), "seed " + seed);
        }
    }
}
