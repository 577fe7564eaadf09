package io.cradle.core.network;

import io.cradle.core.RejectedException;
import io.cradle.core.activity.ActivityRecord;
import io.cradle.core.activity.Meter;
import io.cradle.core.activity.MeterBook;
import io.cradle.core.activity.Period;
import io.cradle.core.activity.PeriodKind;
import io.cradle.core.activity.ProductionRecord;
import io.cradle.core.activity.PurchaseRecord;
import io.cradle.core.activity.ReportingCalendar;
import io.cradle.core.quantity.Interval;
import java.util.Comparator;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * Writes changes into the facts, and notes which rows they touch and which periods they open. What may be written is
 * judged before ({@link FactChecks}), except by a meter, which judges its own readings.
 */
final class FactWriter implements Change.Handler, ReadingWriter.Notes {
    /** A day of a meter's readings that changed. */
    record Block(String meter, long day, boolean register) {}

    private static final Comparator<Block> BLOCK_ORDER =
            Comparator.comparing(Block::meter).thenComparing(Block::day).thenComparing(Block::register);

    private final NetworkFacts facts;
    private final ReportingCalendar calendar;
    private final NavigableSet<Period> openedPeriods = new TreeSet<>();
    private final Instruments instruments;
    private final ReadingWriter readings;

    private Touches touches = new Touches();
    private NavigableSet<Block> blocks = new TreeSet<>(BLOCK_ORDER);
    private Period lastOpened;

    FactWriter(NetworkFacts facts, ReportingCalendar calendar, Instruments instruments) {
        this.facts = facts;
        this.calendar = calendar;
        this.instruments = instruments;
        this.readings = new ReadingWriter(facts, this);
    }

    void begin() {
        touches = new Touches();
        blocks = new TreeSet<>(BLOCK_ORDER);
        readings.forget();
    }

    Touches touches() {
        return touches;
    }

    Set<Block> blocks() {
        return blocks;
    }

    /** Periods that accepted activity has ever fallen into. */
    NavigableSet<Period> openedPeriods() {
        return openedPeriods;
    }

    /** Notes that a period had been opened before a restart. */
    void reopen(String label) {
        openedPeriods.add(calendar.containing(calendar.startOf(PeriodKind.firstDay(label))));
    }

    @Override
    public void onBill(Change.BillChange change) {
        if (change.bill() == null) {
            facts.removeBill(change.product(), change.validFrom());
        } else {
            facts.putBill(change.bill());
        }
        touches.add(Fact.bill(change.product()), Touches.ALWAYS, cause("bills-of-materials", change));
    }

    @Override
    public void onMeter(Change.MeterChange change) {
        readings.forget();
        MeterBook meter = facts.meter(change.meter());
        Set<String> processes = new TreeSet<>();
        meter.versions().values().forEach(version -> processes.add(version.process()));
        Meter version = change.version();
        if (version == null) {
            meter.undefine(change.validFrom());
        } else {
            meter.define(version);
            processes.add(version.process());
        }
        facts.meterMoved(change.meter());
        processes.forEach(
                process -> touches.add(Fact.process(process), Touches.ALWAYS, cause("energy-meters", change)));
    }

    @Override
    public void onSupplier(Change.SupplierChange change) {
        NetworkFacts.Supplied before = facts.suppliers().get(change.record());
        String cause = cause("supplier-emissions", change);
        if (before != null) {
            touchSupplier(before, cause);
        }
        if (change.figures() == null) {
            facts.removeSupplied(change.record());
        } else {
            facts.putSupplied(change.figures(), change.key(), change.position());
            touchSupplier(facts.suppliers().get(change.record()), cause);
        }
    }

    private void touchSupplier(NetworkFacts.Supplied supplied, String cause) {
        touches.add(Fact.suppliers(supplied.figures().product()), Touches.ALWAYS, cause);
        for (String preceding : supplied.figures().preceding()) {
            NetworkFacts.Supplied superseded = facts.suppliers().get(preceding);
            if (superseded != null) {
                touches.add(Fact.suppliers(superseded.figures().product()), Touches.ALWAYS, cause);
            }
        }
    }

    @Override
    public void onProduction(Change.ProductionChange change) {
        ProductionRecord production = change.production();
        ProductionRecord before = facts.productions().get(change.record());
        touchProduction(before, change);
        touchProduction(production, change);
        if (production == null) {
            facts.removeProduction(change.record());
        } else {
            facts.putProduction(production);
            open(production.interval());
        }
    }

    private void touchProduction(ProductionRecord production, Change change) {
        if (production != null) {
            String cause = cause("production-records", change);
            long fromMs = production.interval().startMs();
            touches.add(Fact.process(production.process()), fromMs, cause);
            touches.add(Fact.production(production.product()), fromMs, cause);
        }
    }

    @Override
    public void onPurchase(Change.PurchaseChange change) {
        PurchaseRecord purchase = change.purchase();
        touchPurchase(facts.purchases().get(change.record()), change);
        touchPurchase(purchase, change);
        if (purchase == null) {
            facts.purchases().remove(change.record());
        } else {
            facts.purchases().put(change.record(), purchase.product(), purchase);
            open(purchase.interval());
        }
    }

    /** A purchase may name the unit of its market, which every period has in common. */
    private void touchPurchase(PurchaseRecord purchase, Change change) {
        if (purchase != null) {
            touches.add(Fact.purchases(purchase.product()), Touches.ALWAYS, cause("purchase-records", change));
        }
    }

    @Override
    public void onReading(Change.ReadingChange change) throws RejectedException {
        if (change.reading() == null) {
            readings.clear(change);
        } else {
            readings.write(change);
        }
    }

    /** As {@link ReadingWriter#writeUsual}. */
    boolean writeUsual(ReadingRows row) {
        return readings.writeUsual(row);
    }

    @Override
    public void block(String meter, long day, boolean register) {
        blocks.add(new Block(meter, day, register));
    }

    @Override
    public void touchProcesses(MeterBook meter, long fromMs, Change change) {
        String cause = cause("meter-readings", change);
        meter.versions().values().forEach(v -> touches.add(Fact.process(v.process()), fromMs, cause));
    }

    @Override
    public void onActivity(Change.ActivityChange change) {
        ActivityRecord activity = change.activity();
        touchActivity(facts.activities().get(change.record()), change);
        touchActivity(activity, change);
        if (activity == null) {
            facts.activities().remove(change.record());
        } else {
            facts.activities().put(change.record(), activity.process(), activity);
            open(activity.interval());
        }
        instruments.record(change.record(), activity);
    }

    private void touchActivity(ActivityRecord activity, Change change) {
        if (activity != null) {
            touches.add(
                    Fact.process(activity.process()), activity.interval().startMs(), cause("activity-records", change));
        }
    }

    /** Notes the periods that an interval of activity reaches into. */
    void open(Interval interval) {
        open(interval.startMs(), interval.lastMs());
    }

    @Override
    public void open(long startMs, long lastMs) {
        if (lastOpened != null && lastOpened.startMs() <= startMs && lastMs < lastOpened.endMs()) {
            return;
        }
        Period period = calendar.containing(startMs);
        openedPeriods.add(period);
        while (period.endMs() <= lastMs) {
            period = calendar.next(period);
            openedPeriods.add(period);
        }
        lastOpened = period;
    }

    private static String cause(String topic, Change change) {
        return topic + " " + change.key();
    }
}
