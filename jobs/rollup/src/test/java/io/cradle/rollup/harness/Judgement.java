package io.cradle.rollup.harness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cradle.schemas.ProductFootprint;
import io.cradle.schemas.RejectedRecord;
import io.cradle.schemas.wire.OutputTopic;
import io.cradle.testkit.oracle.CheckReport;
import io.cradle.testkit.oracle.DecodedLog;
import io.cradle.testkit.oracle.LogEntry;
import io.cradle.testkit.oracle.NaiveOracle;
import io.cradle.testkit.oracle.OracleReplay;
import io.cradle.testkit.oracle.OracleSettings;
import io.cradle.testkit.oracle.PublicationCheck;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the job wrote, held against the oracle. */
public final class Judgement {
    private Judgement() {}

    /** Every footprint is right, none is missing, none superfluous, and there are at least so many. */
    public static void assertRight(
            List<ProductFootprint> published, List<LogEntry> log, OracleSettings settings, int atLeast, String name) {
        CheckReport report = PublicationCheck.compare(published, log, settings);
        assertTrue(report.ok(), () -> name + ": " + report.describe(10));
        assertTrue(report.compared() >= atLeast, () -> name + ": only " + report.compared() + " were published");
    }

    /** The records that the oracle rejects are rejected, each with its reason. */
    public static void assertRejected(
            Map<String, String> reasons, List<LogEntry> log, OracleSettings settings, String name) {
        assertEquals(expected(log, settings), reasons, () -> name + ": records rejected with their reasons");
    }

    /** Waits until the records that the oracle rejects are rejected, each with its reason. */
    public static void awaitRejected(KafkaRun run, DecodedLog log, OracleSettings settings) throws Exception {
        Map<String, String> expected = expected(log.entries(), settings);
        log.rejected().forEach((position, reason) -> expected.put(position, reason.label()));
        run.await("rejected " + expected, () -> expected.equals(rejected(run)));
    }

    private static Map<String, String> rejected(KafkaRun run) {
        Map<String, String> reasons = new TreeMap<>();
        for (RejectedRecord record : run.records(OutputTopic.REJECTED_RECORDS, RejectedRecord.class)) {
            reasons.put(record.getTopic() + "/" + record.getPartition() + "/" + record.getOffset(), record.getReason());
        }
        return reasons;
    }

    private static Map<String, String> expected(List<LogEntry> log, OracleSettings settings) {
        Map<String, String> expected = new TreeMap<>();
        NaiveOracle.at(settings, log, new OracleReplay(settings).lastEpochMs(log))
                .rejected()
                .forEach((position, reason) -> expected.put(position, reason.label()));
        return expected;
    }
}
