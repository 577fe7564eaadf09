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
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every published footprint, not only the last, equals the oracle over the log up to its asOf. */
class EveryFigureIsRightTest {
    private static final OracleSettings SETTINGS = OracleSettings.defaults()
            .withPeriods(PeriodKind.MONTH, ZoneId.of("Asia/Shanghai"), Duration.ofDays(2), 2)
            .withEpochs(500, Duration.ofDays(1));

    static LongStream seeds() {
        return Seeds.few(15);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void onGeneratedLogs(long seed) throws Exception {
        List<LogEntry> log = NetworkGenerator.generate(seed, GeneratorOptions.everything());
        try (JobHarness job = new JobHarness(LogRecords.settings(SETTINGS))) {
            job.run(LogRecords.of(log));
            Judgement.assertRight(job.footprints(), log, SETTINGS, 100, "seed " + seed);
            Judgement.assertRejected(job.rejections(), log, SETTINGS, "seed " + seed);
        }
    }
}
