package io.cradle.core.network;

import io.cradle.core.RejectReason;
import io.cradle.core.RejectedException;
import io.cradle.core.activity.Period;
import io.cradle.core.activity.ProductionRecord;
import io.cradle.core.activity.ReportingCalendar;
import io.cradle.core.quantity.Interval;
import java.util.OptionalLong;

/** Judges whether a change may become a fact, given the facts before it and the end of its epoch. */
final class FactChecks implements Change.Handler {
    private final NetworkFacts facts;
    private final ReportingCalendar calendar;
    private final Instruments instruments;
    private long droppedBeforeMs = Long.MIN_VALUE;

    FactChecks(NetworkFacts facts, ReportingCalendar calendar, Instruments instruments) {
        this.facts = facts;
        this.calendar = calendar;
        this.instruments = instruments;
    }

    /** Sets the end of the epoch that the changes to come belong to. */
    void begin(long asOfMs) {
        droppedBeforeMs = calendar.droppedBefore(asOfMs);
    }

    @Override
    public void onBill(Change.BillChange change) {
        // Anything that intake lets through.
    }

    @Override
    public void onMeter(Change.MeterChange change) throws RejectedException {
        if (change.version() != null) {
            facts.meter(change.meter()).requireFits(change.version());
        }
    }

    @Override
    public void onSupplier(Change.SupplierChange change) {
        // Anything that intake lets through.
    }

    @Override
    public void onProduction(Change.ProductionChange change) throws RejectedException {
        if (change.production() != null) {
            requireOneAllocationUnit(change.production());
        }
    }

    @Override
    public void onPurchase(Change.PurchaseChange change) {
        // Anything that intake lets through.
    }

    @Override
    public void onReading(Change.ReadingChange change) {
        // The meter judges its readings.
    }

    @Override
    public void onActivity(Change.ActivityChange change) throws RejectedException {
        if (change.activity() != null) {
            instruments.requireWithinMetered(change.activity());
        }
    }

    /** Whether the period of an activity that starts at an instant is still retained. */
    boolean isRetained(long startMs) {
        return startMs >= droppedBeforeMs;
    }

    /**
     * Judges whether the period of an activity is still retained.
     *
     * @throws RejectedException period-closed
     */
    void requireNotDropped(Change change) throws RejectedException {
        OptionalLong startMs = change.activityStartMs();
        if (startMs.isPresent() && !isRetained(startMs.getAsLong())) {
            Period period = calendar.containing(startMs.getAsLong());
            throw new RejectedException(
                    RejectReason.PERIOD_CLOSED,
                    "period " + period.label() + " is no longer retained (" + calendar.retentionMonths()
                            + " months after its end)");
        }
    }

    private void requireOneAllocationUnit(ProductionRecord production) throws RejectedException {
        for (ProductionRecord other :
                facts.productions().of(production.process()).values()) {
            if (!other.record().equals(production.record())
                    && !other.allocationUnit().equals(production.allocationUnit())
                    && sharePeriod(other.interval(), production.interval())) {
                throw new RejectedException(
                        RejectReason.ALLOCATION_MISMATCH,
                        "allocation_unit is '" + production.allocationUnit() + "', but record " + other.record()
                                + " of process " + production.process() + " in the same period counts in '"
                                + other.allocationUnit() + "'");
            }
        }
    }

    private boolean sharePeriod(Interval a, Interval b) {
        return calendar.containing(a.startMs()).startMs()
                        < calendar.containing(b.lastMs()).endMs()
                && calendar.containing(b.startMs()).startMs()
                        < calendar.containing(a.lastMs()).endMs();
    }
}
