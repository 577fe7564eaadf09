package io.cradle.core.network;

import io.cradle.core.RejectReason;
import io.cradle.core.RejectedException;
import io.cradle.core.activity.ActivityRecord;
import io.cradle.core.activity.InputLedger;
import io.cradle.core.activity.ReportingCalendar;
import io.cradle.core.quantity.Interval;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Contractual instruments: never more than was metered, never one certificate twice. */
final class Instruments {
    private static final double ROUNDING = 1e-9;

    private final NetworkFacts facts;
    private final ReportingCalendar calendar;
    private final Map<String, Set<String>> recordsOfEvidence = new HashMap<>();
    private final Map<String, String> evidenceOfRecord = new HashMap<>();

    Instruments(NetworkFacts facts, ReportingCalendar calendar) {
        this.facts = facts;
        this.calendar = calendar;
    }

    /**
     * Checks a record before it becomes a fact.
     *
     * @throws RejectedException excess-instrument
     */
    void requireWithinMetered(ActivityRecord activity) throws RejectedException {
        if (activity.replaces() == null) {
            return;
        }
        Set<String> users = recordsOfEvidence.getOrDefault(activity.evidence(), Set.of());
        for (String user : users) {
            if (user.equals(activity.record())) {
                continue;
            }
            throw new RejectedException(
                    RejectReason.EXCESS_INSTRUMENT,
                    "evidence " + activity.evidence() + " is already used by record " + user);
        }
        double available = metered(activity) - taken(activity);
        if (activity.amount() > available + ROUNDING * activity.amount()) {
            throw new RejectedException(
                    RejectReason.EXCESS_INSTRUMENT,
                    "replaces " + activity.amount() + " " + activity.unit().code() + " of " + activity.replaces()
                            + ", but only " + Math.max(0, available) + " is metered in the interval and not yet"
                            + " replaced");
        }
    }

    /** Notes the evidence that a record uses now; a null activity frees it. */
    void record(String record, ActivityRecord activity) {
        String before = evidenceOfRecord.remove(record);
        if (before != null) {
            recordsOfEvidence.get(before).remove(record);
        }
        if (activity != null && activity.evidence() != null) {
            evidenceOfRecord.put(record, activity.evidence());
            recordsOfEvidence
                    .computeIfAbsent(activity.evidence(), key -> new TreeSet<>())
                    .add(record);
        }
    }

    private double metered(ActivityRecord activity) {
        Interval interval = activity.interval();
        InputLedger ledger = new InputLedger(calendar, interval.startMs(), interval.endMs());
        facts.metersOf(activity.process()).forEach(meter -> ledger.addMeter(activity.process(), meter));
        return ledger.metered(activity.replaces(), activity.unit());
    }

    private double taken(ActivityRecord activity) {
        Interval interval = activity.interval();
        double taken = 0;
        for (ActivityRecord other : facts.activities().of(activity.process()).values()) {
            if (!other.record().equals(activity.record())
                    && activity.replaces().equals(other.replaces())
                    && other.unit().sameDimension(activity.unit())) {
                taken += other.interval().part(other.amount(), interval.startMs(), interval.endMs())
                        * other.unit().in(activity.unit());
            }
        }
        return taken;
    }
}
