package io.cradle.rollup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cradle.rollup.harness.JobHarness;
import io.cradle.rollup.harness.LogRecords;
import io.cradle.testkit.generate.GeneratorOptions;
import io.cradle.testkit.generate.NetworkGenerator;
import io.cradle.testkit.oracle.CheckReport;
import io.cradle.testkit.oracle.LogEntry;
import io.cradle.testkit.oracle.NaiveOracle;
import io.cradle.testkit.oracle.OracleReplay;
import io.cradle.testkit.oracle.OracleSettings;
import io.cradle.testkit.oracle.PeriodKind;
import io.cradle.testkit.oracle.PublicationCheck;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every published footprint, not only the last, equals the oracle over the log up to its asOf. */
class EveryFigureIsRightTest {
    private static final OracleSettings SETTINGS = OracleSettings.defaults()
            .withPeriods(PeriodKind.MONTH, ZoneId.of("Asia/Shanghai"), Duration.ofDays(2), 2)
            .withEpochs(500, Duration.ofDays(1));

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void onGeneratedLogs(long seed) throws Exception {
        List<LogEntry> log = NetworkGenerator.generate(seed, GeneratorOptions.everything());
        try (JobHarness job = new JobHarness(LogRecords.settings(SETTINGS))) {
            job.run(LogRecords.of(log));
            CheckReport report = PublicationCheck.compare(job.footprints(), log, SETTINGS);
            assertTrue(report.ok(), () -> "seed " + seed + ": " + report.describe(10));
            assertTrue(report.compared() > 100, "too little was published");
            assertEquals(reasons(log), job.rejections(), "records rejected with their reasons, seed " + seed);
        }
    }

    private static Map<String, String> reasons(List<LogEntry> log) {
        Map<String, String> reasons = new TreeMap<>();
        NaiveOracle.at(SETTINGS, log, new OracleReplay(SETTINGS).lastEpochMs(log))
                .rejected()
                .forEach((position, reason) -> reasons.put(position, reason.label()));
        return reasons;
    }
}
