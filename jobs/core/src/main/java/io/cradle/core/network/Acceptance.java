package io.cradle.core.network;

import io.cradle.core.RejectReason;
import io.cradle.core.RejectedException;
import io.cradle.core.Rejection;
import java.util.ArrayList;
import java.util.List;

/**
 * Turns the changes of an epoch into facts. Changes are taken in an order that depends on their keys only, and on the
 * log within one key, so that arrival order across keys never matters (docs/figures.md, section 1).
 */
final class Acceptance {
    private final NetworkSettings settings;
    private final NetworkFacts facts;
    private final FactChecks checks;
    private final FactWriter writer;
    private final ParkedRecords parked = new ParkedRecords();
    private ArrayList<Outcome> outcomes = new ArrayList<>();
    private int rowsAccepted;

    Acceptance(NetworkFacts facts, NetworkSettings settings) {
        this.settings = settings;
        this.facts = facts;
        Instruments instruments = new Instruments(facts, settings.calendar());
        this.checks = new FactChecks(facts, settings.calendar(), instruments);
        this.writer = new FactWriter(facts, settings.calendar(), instruments);
    }

    /** Starts a new epoch; what {@link #outcomes} and the writer gave is forgotten. */
    void begin() {
        outcomes = new ArrayList<>();
        rowsAccepted = 0;
        writer.begin();
    }

    List<Outcome> outcomes() {
        return outcomes;
    }

    /** How many rows of readings became facts without more ado; no outcome speaks of them. */
    int rowsAccepted() {
        return rowsAccepted;
    }

    FactWriter writer() {
        return writer;
    }

    /** Earliest instant at which a parked record expires; Long.MAX_VALUE where none waits. */
    long nextExpiryMs() {
        long earliestMs = parked.earliestLogTimeMs();
        return earliestMs == Long.MAX_VALUE ? Long.MAX_VALUE : earliestMs + settings.parkingMs();
    }

    /** Rejects what has been parked for too long, or everything parked ({@code asOfMs} = Long.MAX_VALUE). */
    void expireParked(long asOfMs) {
        for (Change change : parked.upTo(asOfMs == Long.MAX_VALUE ? asOfMs : asOfMs - settings.parkingMs())) {
            parked.remove(change);
            reject(change, unknown(change, " in the time that a record waits for it"));
        }
    }

    /** Puts back a record that was parked before a restart. */
    void restoreParked(Change change) {
        parked.add(change);
    }

    /** Puts back a fact that was accepted before a restart. */
    void restore(Change change) {
        try {
            change.to(writer);
        } catch (RejectedException e) {
            throw new IllegalStateException("a stored fact is no longer accepted: " + e.getMessage(), e);
        }
    }

    /**
     * Applies the changes of the epoch that ends at {@code asOfMs}.
     *
     * @param readings in order; where there are any, all readings that the epoch adds
     */
    void apply(List<Change> changes, ReadingRows readings, long asOfMs) {
        checks.begin(asOfMs);
        outcomes.ensureCapacity(outcomes.size() + changes.size());
        List<Change> ordered = KeyOrder.of(changes);
        int activity = 0;
        while (activity < ordered.size() && ordered.get(activity).rank() < Change.FIRST_ACTIVITY) {
            apply(ordered.get(activity++));
        }
        if (activity > 0) {
            applyParked();
        }
        while (activity < ordered.size() && ordered.get(activity).rank() < Change.READINGS) {
            apply(ordered.get(activity++));
        }
        apply(readings);
        for (Change change : ordered.subList(activity, ordered.size())) {
            apply(change);
        }
    }

    private void apply(ReadingRows readings) {
        readings.walk();
        while (readings.nextMeter()) {
            boolean known = facts.isMeter(readings.meter());
            while (readings.nextRow()) {
                if (known && checks.isRetained(readings.startMs()) && writer.writeUsual(readings)) {
                    rowsAccepted++;
                } else {
                    apply(readings.change());
                }
            }
        }
    }

    /** Applies what waited for the definitions of this epoch. */
    private void applyParked() {
        for (Change change : parked.inOrder()) {
            if (!waits(change)) {
                parked.remove(change);
                apply(change);
            }
        }
    }

    private void apply(Change change) {
        try {
            checks.requireNotDropped(change);
            if (waits(change)) {
                supersede(change);
                park(change);
                return;
            }
            change.to(checks);
            change.to(writer);
            supersede(change);
            outcomes.add(new Outcome.Accepted(change));
        } catch (RejectedException e) {
            reject(change, e.rejection());
        }
    }

    private void park(Change change) {
        if (parked.isFull()) {
            reject(change, unknown(change, ", and " + ParkedRecords.MOST + " records of the network wait already"));
        } else {
            parked.add(change);
            outcomes.add(new Outcome.Parked(change));
        }
    }

    private static boolean isAddedReading(Change change) {
        return change instanceof Change.ReadingChange c && c.reading() != null;
    }

    /** A record takes the place of one that waits under its key; readings wait side by side. */
    private void supersede(Change change) {
        if (isAddedReading(change)) {
            return;
        }
        for (Change waiting : parked.under(change)) {
            parked.remove(waiting);
            outcomes.add(new Outcome.Superseded(waiting));
        }
    }

    private void reject(Change change, Rejection rejection) {
        outcomes.add(new Outcome.Rejected(change, rejection));
    }

    /** Readings wait for their meter, production for a bill of its product. */
    private boolean waits(Change change) {
        if (change instanceof Change.ReadingChange c && c.reading() != null) {
            return !facts.isMeter(c.meter());
        }
        return change instanceof Change.ProductionChange c
                && c.production() != null
                && !facts.isProduct(c.production().product());
    }

    private static Rejection unknown(Change change, String why) {
        if (change instanceof Change.ReadingChange c) {
            return new Rejection(
                    RejectReason.UNKNOWN_METER, "no energy-meters record defined meter " + c.meter() + why);
        }
        return new Rejection(
                RejectReason.UNKNOWN_PRODUCT,
                "no bill of materials defined product "
                        + ((Change.ProductionChange) change).production().product()
                        + why);
    }
}
