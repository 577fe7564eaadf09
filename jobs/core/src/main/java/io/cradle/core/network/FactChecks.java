package io.cradle.core.network;

import io.cradle.core.RejectReason;
import io.cradle.core.RejectedException;
import io.cradle.core.activity.Period;
import io.cradle.core.activity.ProductionRecord;
import io.cradle.core.activity.Reading;
import io.cradle.core.activity.ReportingCalendar;
import io.cradle.core.quantity.Interval;

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
    public void onMeter(Change.MeterChange change) {
        // The meter judges its unit.
    }

    @Override
    public void onSupplier(Change.SupplierChange change) {
        // Anything that intake lets through.
    }

    @Override
    public void onProduction(Change.ProductionChange change) throws RejectedException {
        if (change.production() != null) {
            requireNotDropped(change.production().interval());
            requireOneAllocationUnit(change.production());
        }
    }

    @Override
    public void onPurchase(Change.PurchaseChange change) throws RejectedException {
        if (change.purchase() != null) {
            requireNotDropped(change.purchase().interval());
        }
    }

    @Override
    public void onReading(Change.ReadingChange change) throws RejectedException {
        Reading reading = change.reading();
        if (reading != null) {
            long startMs = reading.startMs() == Reading.NO_START ? reading.endMs() : reading.startMs();
            requireNotDropped(new Interval(startMs, reading.endMs()));
        }
    }

    @Override
    public void onActivity(Change.ActivityChange change) throws RejectedException {
        if (change.activity() != null) {
            requireNotDropped(change.activity().interval());
            instruments.requireWithinMetered(change.activity());
        }
    }

    private void requireNotDropped(Interval interval) throws RejectedException {
        if (interval.startMs() < droppedBeforeMs) {
            Period period = calendar.containing(interval.startMs());
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
