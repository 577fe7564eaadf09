package io.cradle.rollup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cradle.rollup.config.Settings;
import io.cradle.rollup.harness.JobHarness;
import io.cradle.rollup.harness.LogRecords;
import io.cradle.rollup.harness.Seeds;
import io.cradle.rollup.harness.Series;
import io.cradle.schemas.NetworkRevision;
import io.cradle.schemas.wire.LogRecord;
import io.cradle.schemas.wire.OutputTopic;
import io.cradle.testkit.generate.GeneratorOptions;
import io.cradle.testkit.generate.NetworkGenerator;
import io.cradle.testkit.oracle.LogEntry;
import io.cradle.testkit.oracle.OracleSettings;
import io.cradle.testkit.oracle.PeriodKind;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A job that is far behind reads more than it settles: epochs queue, also across a restart, and are settled one by one
 * when their turn comes. None is merged with another, and none says anything else than it would have said in time.
 */
class QueuedEpochsTest {
    private static final OracleSettings ORACLE = OracleSettings.defaults()
            .withPeriods(PeriodKind.MONTH, ZoneOffset.UTC, Duration.ofDays(5), 36)
            .withEpochs(2000, Duration.ofDays(1));

    private final Settings settings = LogRecords.settings(ORACLE);

    static LongStream seeds() {
        return Seeds.few(3);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void epochsThatQueuedAreSettledOneByOne(long seed) throws Exception {
        List<LogEntry> entries = NetworkGenerator.generate(seed, GeneratorOptions.everything());
        List<LogRecord> log = LogRecords.of(entries);
        try (JobHarness inTime = new JobHarness(settings);
                JobHarness behind = new JobHarness(settings)) {
            inTime.run(log);
            for (int i = 0; i < log.size(); i++) {
                behind.process(log.get(i));
                if (i == log.size() / 3 || i == log.size() - 1) {
                    behind.restart();
                }
            }
            assertEquals(List.of(), behind.footprints(), "nothing is settled before the watermark says so");
            behind.endEpochOf(log.get(log.size() - 1).appendTimeMs());
            assertEquals("", Series.difference(inTime.footprints(), behind.footprints()), "seed " + seed);
            List<String> epochs = epochs(inTime);
            assertTrue(epochs.size() > 10, "only " + epochs.size() + " epochs were settled");
            assertEquals(epochs, epochs(behind), "seed " + seed);
        }
    }

    private static List<String> epochs(JobHarness job) {
        return job.records(OutputTopic.NETWORK_REVISIONS, NetworkRevision.class).stream()
                .map(revision -> revision.getNetwork() + " " + revision.getAsOf() + " " + revision.getApplied() + " "
                        + revision.getChangesApplied() + " " + revision.getRejected())
                .sorted()
                .toList();
    }
}
