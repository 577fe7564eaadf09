package io.cradle.core.network;

import io.cradle.core.activity.ActivityRecord;
import io.cradle.core.activity.InputLedger;
import io.cradle.core.activity.MeterBook;
import io.cradle.core.activity.Period;
import io.cradle.core.activity.ProductionRecord;
import io.cradle.core.activity.RecordedInput;
import io.cradle.core.quantity.Interval;
import io.cradle.core.quantity.Units;
import java.util.NavigableMap;
import java.util.OptionalDouble;
import java.util.TreeSet;

/**
 * The account of a process in a period (docs/figures.md, section 4).
 *
 * @param countedToMs production's clock: inputs before it count, the rest is pending
 * @param allocationTotal allocation units made in the period
 * @param counted inputs before the clock
 * @param pending inputs at or after it
 * @param usable whether production covers enough of the period to allocate to
 */
record ProcessAccount(
        Period period,
        long countedToMs,
        double allocationTotal,
        NavigableMap<RecordedInput, Double> counted,
        NavigableMap<RecordedInput, Double> pending,
        boolean usable) {

    static ProcessAccount of(String process, Period period, RowContext context) {
        double total = 0;
        long clockMs = period.startMs();
        for (ProductionRecord production :
                context.facts().productions().of(process).values()) {
            Interval interval = production.interval();
            if (interval.overlaps(period.startMs(), period.endMs())) {
                total += interval.part(production.amount(), period.startMs(), period.endMs())
                        * weight(production, period, context);
                clockMs = Math.max(clockMs, Math.min(interval.endMs(), period.endMs()));
            }
        }
        if (context.isClosed(period) || context.calendar().fixed() != null) {
            clockMs = period.endMs();
        }
        double cover = (double) (clockMs - period.startMs()) / (period.endMs() - period.startMs());
        return new ProcessAccount(
                period,
                clockMs,
                total,
                inputs(process, period.startMs(), clockMs, context),
                inputs(process, clockMs, period.endMs(), context),
                total > 0 && cover >= context.minimumCover());
    }

    /** The latest earlier period whose account is usable, or null. */
    static ProcessAccount latestEarlier(String process, Period before, RowContext context) {
        TreeSet<Period> periods = new TreeSet<>();
        for (ProductionRecord production :
                context.facts().productions().of(process).values()) {
            EarlierPeriods.add(periods, production.interval(), before, context.calendar());
        }
        for (Period period : periods.descendingSet()) {
            ProcessAccount account = of(process, period, context);
            if (account.usable()) {
                return account;
            }
        }
        return null;
    }

    /** Allocation units per unit of a record's amount: as stated, else the mass in kg, else 0. */
    static double weight(ProductionRecord production, Period period, RowContext context) {
        if (!Double.isNaN(production.allocationWeight())) {
            return production.allocationWeight();
        }
        return massWeight(production, period, context).orElse(0);
    }

    /** kg per unit of a record's amount, or empty where nobody knows. */
    static OptionalDouble massWeight(ProductionRecord production, Period period, RowContext context) {
        if (production.unit().sameDimension(Units.KG)) {
            return OptionalDouble.of(production.unit().in(Units.KG));
        }
        context.watch(Fact.bill(production.product()));
        BillsInForce bills = context.facts().billsInForce(production.product(), period);
        return bills == null ? OptionalDouble.empty() : bills.declaring().per().kgIn(production.unit());
    }

    private static NavigableMap<RecordedInput, Double> inputs(
            String process, long fromMs, long toMs, RowContext context) {
        InputLedger ledger = new InputLedger(context.calendar(), fromMs, toMs);
        for (MeterBook meter : context.facts().metersOf(process)) {
            ledger.addMeter(process, meter);
        }
        for (ActivityRecord activity : context.facts().activities().of(process).values()) {
            if (activity.interval().overlaps(fromMs, toMs)) {
                ledger.addRecord(activity);
            }
        }
        return ledger.inputs();
    }
}
