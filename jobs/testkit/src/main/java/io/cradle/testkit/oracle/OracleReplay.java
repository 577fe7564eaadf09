package io.cradle.testkit.oracle;

import io.cradle.testkit.oracle.OracleFootprint.FootprintKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** Steps through a whole log and says what holds, and what is due, at the end of every epoch. */
public final class OracleReplay {
    private final OracleSettings settings;

    public OracleReplay(OracleSettings settings) {
        this.settings = settings;
    }

    /** A publication; {@code footprint} is empty for a withdrawal. */
    public record Publication(
            FootprintKey key, long asOfMs, Verdict verdict, String status, Optional<OracleFootprint> footprint) {}

    /**
     * Visits every epoch that has anything to settle, in order.
     *
     * @param untilMs epochs that end later are left out
     */
    public void forEachEpoch(List<LogEntry> log, long untilMs, Consumer<OracleResult> visit) {
        EpochWalk walk = new EpochWalk(settings, log, untilMs);
        Evaluation evaluation = new Evaluation(settings);
        for (OptionalLong asOf = walk.step(); asOf.isPresent(); asOf = walk.step()) {
            visit.accept(evaluation.of(walk.ledger(), asOf.getAsLong()));
        }
    }

    /** Every publication that must or may be made, supposing that none is made that only may be. */
    public List<Publication> publications(List<LogEntry> log, long untilMs) {
        PublicationState state = new PublicationState(settings);
        List<Publication> publications = new ArrayList<>();
        forEachEpoch(log, untilMs, result -> state.due(result).forEach((key, due) -> {
            if (due.verdict() != Verdict.MUST_NOT) {
                publications.add(new Publication(key, result.asOfMs(), due.verdict(), due.status(), due.footprint()));
            }
            if (due.verdict() == Verdict.MUST) {
                state.publish(key, due);
            }
        }));
        return publications;
    }

    /** End of the epoch of the last record of a log. */
    public long lastEpochMs(List<LogEntry> log) {
        return StampedEntry.byEpoch(log, settings).lastKey();
    }
}
