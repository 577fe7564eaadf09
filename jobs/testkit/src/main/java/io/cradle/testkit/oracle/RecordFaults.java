package io.cradle.testkit.oracle;

import java.util.Set;

/** What is wrong with a record on itself alone: it may be refused for any of it (figures.md, section 9). */
public final class RecordFaults {
    private RecordFaults() {}

    /** Its faults; none where it passes. */
    public static Set<Reason> of(LogEntry entry, OracleSettings settings) {
        Intake.Outcome outcome = new Intake(settings).judge(new StampedEntry(entry, entry.logTimeMs()));
        return outcome instanceof Intake.Outcome.Refused refused ? refused.reasons() : Set.of();
    }
}
