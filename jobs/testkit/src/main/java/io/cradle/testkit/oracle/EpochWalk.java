package io.cradle.testkit.oracle;

import java.util.List;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Steps through the epochs of a log that have anything to settle: a record, or a due date (a period begins, closes or
 * is dropped, a parked record expires). Visiting more epochs than strictly due does no harm: nothing changes in them.
 */
final class EpochWalk {
    private final OracleSettings settings;
    private final Ledger ledger;
    private final TreeMap<Long, List<StampedEntry>> records;
    private final TreeSet<Long> ahead;
    private final long untilMs;

    /** {@code untilMs}: end of the last epoch that may be visited. */
    EpochWalk(OracleSettings settings, List<LogEntry> log, long untilMs) {
        this.settings = settings;
        this.ledger = new Ledger(settings);
        this.records = StampedEntry.byEpoch(log, settings);
        this.ahead = new TreeSet<>(records.keySet());
        this.untilMs = untilMs;
        if (settings.clock() && settings.fixedPeriod().isEmpty() && !records.isEmpty()) {
            addPeriods(records.firstKey());
        }
    }

    private void addPeriods(long firstMs) {
        PeriodCalendar calendar = new PeriodCalendar(settings);
        // A period that is dropped before the log begins has no due date in it.
        Period period = calendar.of(firstMs);
        while (calendar.droppedAtMs(period) >= firstMs) {
            period = calendar.previous(period);
        }
        for (; period.startMs() <= untilMs; period = calendar.next(period)) {
            ahead.add(settings.epochEnd(period.startMs()));
            ahead.add(settings.epochEnd(calendar.closesAtMs(period)));
            ahead.add(settings.epochEnd(calendar.droppedAtMs(period)));
        }
        ahead.removeIf(end -> end < firstMs);
    }

    /** Settles the next epoch and returns its end; empty when none is left up to the limit. */
    OptionalLong step() {
        if (ahead.isEmpty() || ahead.first() > untilMs) {
            return OptionalLong.empty();
        }
        long asOfMs = ahead.pollFirst();
        ledger.settle(asOfMs, records.getOrDefault(asOfMs, List.of()));
        if (settings.clock()) {
            ledger.networks().values().stream()
                    .flatMap(network -> network.parked().logTimesMs().stream())
                    .forEach(logTimeMs -> ahead.add(
                            settings.epochEnd(logTimeMs + settings.parking().toMillis())));
        }
        return OptionalLong.of(asOfMs);
    }

    /** Settles every epoch that ends at or before a time, each in its turn. */
    void settleUpTo(long asOfMs) {
        while (!ahead.isEmpty() && ahead.first() <= Math.min(asOfMs, untilMs)) {
            step();
        }
    }

    /** What is accepted and refused up to the last epoch settled. */
    Ledger ledger() {
        return ledger;
    }
}
