package io.cradle.rollup.harness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cradle.schemas.ProductFootprint;
import io.cradle.testkit.oracle.CheckReport;
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
        Map<String, String> expected = new TreeMap<>();
        NaiveOracle.at(settings, log, new OracleReplay(settings).lastEpochMs(log))
                .rejected()
                .forEach((position, reason) -> expected.put(position, reason.label()));
        assertEquals(expected, reasons, () -> name + ": records rejected with their reasons");
    }
}
