package io.cradle.cli.demo;

import io.cradle.cli.demo.Rates.MeterLoad;
import io.cradle.cli.demo.Rates.Purchase;
import io.cradle.cli.demo.Rates.ShiftInput;
import io.cradle.cli.demo.Rates.ShiftProduct;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the plants of the demonstration report, from the first of last month to now and on: readings every quarter of an
 * hour, shifts every eight hours, purchases by month, and the faults that real feeds have. It gives the records of one
 * quarter hour after the other; what does not change with time lies in {@link ScenarioFiles}.
 */
final class Scenario {
    private final PlantCalendar calendar;
    private final Utilisation utilisation;
    private final Rates rates;
    private final PlantRecords records;
    private final Mishaps mishaps;
    private final Instant begin;
    private final Instant now;
    private final Map<String, Double> registers = new HashMap<>();
    private Instant next;

    /**
     * @param now where history ends: no record of it tells of a later time
     * @param seed decides what is left to chance
     */
    Scenario(Instant now, PlantCalendar calendar, long seed) {
        this.calendar = calendar;
        this.utilisation = new Utilisation(seed);
        this.rates = Rates.bundled();
        this.records = new PlantRecords(calendar);
        this.now = now;
        this.begin = calendar.monthStart(calendar.month(now).minusMonths(1));
        this.next = begin;
        this.mishaps = new Mishaps(records, rates.meters(), begin, quartersOfHistory());
    }

    /** Steps of history, one per quarter hour. */
    int quartersOfHistory() {
        return (int) Duration.between(begin, calendar.lastQuarterEnd(now)).dividedBy(PlantCalendar.QUARTER) + 1;
    }

    /** The end of the next quarter hour. */
    Instant nextEnd() {
        return next;
    }

    /** The records of the next quarter hour, in the order in which they are reported. */
    List<DemoRecord> take() {
        Instant end = next;
        next = end.plus(PlantCalendar.QUARTER);
        List<DemoRecord> due = new ArrayList<>();
        if (calendar.isMonthStart(end)) {
            purchases(end, due);
        }
        readings(end, due);
        if (calendar.isShiftEnd(end) && end.isAfter(begin)) {
            shift(end.minus(PlantCalendar.SHIFT), due);
        }
        return mishaps.befall(end, due);
    }

    private void readings(Instant end, List<DemoRecord> due) {
        Instant start = end.minus(PlantCalendar.QUARTER);
        for (MeterLoad meter : rates.meters()) {
            double kWh = meter.kWhPerQuarterHour()
                    * utilisation.ofShift(meter.process(), calendar.shiftStart(start))
                    * utilisation.ofInput(meter.meter(), start);
            if (meter.isRegister()) {
                // The first value only says where the register stands.
                double counted = kWh / meter.multiplier();
                double shown = registers.merge(
                        meter.meter(),
                        meter.registerSize() / 2,
                        (stood, half) -> (stood + counted) % meter.registerSize());
                due.add(records.register(meter, end, shown));
            } else if (end.isAfter(begin)) {
                due.add(records.interval(meter, end, kWh, PlantRecords.KWH));
            }
        }
    }

    private void shift(Instant start, List<DemoRecord> due) {
        for (ShiftInput input : rates.inputs()) {
            double busy = utilisation.ofShift(input.process(), start);
            double amount = input.amount() * busy * utilisation.ofInput(input.process() + input.name(), start);
            due.add(records.input(input, start, amount));
        }
        for (ShiftProduct product : rates.products()) {
            due.add(records.product(product, start, product.amount() * utilisation.ofShift(product.process(), start)));
        }
    }

    /** Goods of a month are called off at its start; of the month that is not over, those delivered until now. */
    private void purchases(Instant start, List<DemoRecord> due) {
        YearMonth month = calendar.month(start);
        Instant over = calendar.monthStart(month.plusMonths(1));
        Instant end = over.isBefore(now) || start.isAfter(now) ? over : now;
        if (!end.isAfter(start) || start.isAfter(now)) {
            return;
        }
        double share = (double) Duration.between(start, end).toSeconds()
                / Duration.between(start, over).toSeconds();
        for (Purchase purchase : rates.purchases()) {
            due.add(records.purchase(purchase, start, end, purchase.amount() * share));
        }
    }
}
