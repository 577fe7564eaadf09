package io.cradle.core.activity;

import io.cradle.core.factor.Regions;
import io.cradle.core.quantity.ExactSum;
import io.cradle.core.quantity.Interval;
import io.cradle.core.quantity.Unit;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What one process used in a span of activity time, by input and month. Metered amounts are summed exactly; contractual
 * amounts then take their part out of the metered input that they replace.
 */
public final class InputLedger {
    private final long fromMs;
    private final long toMs;
    private final long[] bounds;
    private final YearMonth[] months;
    private final NavigableMap<RecordedInput, Double> amounts = new TreeMap<>();
    private final NavigableMap<RecordedInput, Double> metered = new TreeMap<>();

    /** A ledger of [fromMs, toMs). */
    public InputLedger(ReportingCalendar calendar, long fromMs, long toMs) {
        this.fromMs = fromMs;
        this.toMs = toMs;
        List<YearMonth> spanned = new ArrayList<>();
        if (fromMs < toMs) {
            YearMonth last = calendar.month(toMs - 1);
            for (YearMonth month = calendar.month(fromMs); !month.isAfter(last); month = month.plusMonths(1)) {
                spanned.add(month);
            }
        }
        months = spanned.toArray(YearMonth[]::new);
        bounds = new long[months.length + 1];
        for (int i = 0; i < months.length; i++) {
            bounds[i] = Math.max(fromMs, calendar.startOf(months[i]));
        }
        bounds[months.length] = toMs;
    }

    /** Adds what flowed through a process's meter, summed exactly per version and month. */
    public void addMeter(String process, MeterBook meter) {
        IdentityHashMap<Meter, ExactSum[]> sums = new IdentityHashMap<>();
        meter.flows(fromMs, toMs, (version, interval, micros) -> {
            if (version.process().equals(process)) {
                add(sums.computeIfAbsent(version, v -> sums()), interval, micros);
            }
        });
        for (Meter version : meter.versions().values()) {
            ExactSum[] ofVersion = sums.get(version);
            for (int i = 0; ofVersion != null && i < months.length; i++) {
                if (ofVersion[i].isTouched()) {
                    metered.merge(input(version, months[i]), ofVersion[i].value() * version.multiplier(), Double::sum);
                }
            }
        }
    }

    private void add(ExactSum[] sums, Interval interval, long micros) {
        for (int i = firstMonth(interval); i < months.length && bounds[i] < interval.endMs(); i++) {
            sums[i].add(interval.part(micros, bounds[i], bounds[i + 1]));
        }
    }

    private ExactSum[] sums() {
        return Stream.generate(ExactSum::new).limit(months.length).toArray(ExactSum[]::new);
    }

    private static RecordedInput input(Meter version, YearMonth month) {
        return new RecordedInput(
                version.inputKind(),
                version.flow(),
                version.unit(),
                region(version.region()),
                "",
                month,
                version.primary());
    }

    /** Adds an activity record; after the meters. */
    public void addRecord(ActivityRecord activity) {
        Interval interval = activity.interval();
        for (int i = firstMonth(interval); i < months.length; i++) {
            if (!interval.overlaps(bounds[i], bounds[i + 1])) {
                continue;
            }
            double amount = interval.part(activity.amount(), bounds[i], bounds[i + 1]);
            RecordedInput input = new RecordedInput(
                    activity.inputKind(),
                    activity.input(),
                    activity.unit(),
                    region(activity.region()),
                    activity.supplier() == null ? "" : activity.supplier(),
                    months[i],
                    activity.primary());
            amounts.merge(input, amount, Double::sum);
            if (activity.replaces() != null) {
                replace(activity, months[i], amount);
            }
        }
    }

    private void replace(ActivityRecord instrument, YearMonth month, double amount) {
        double left = amount;
        for (Map.Entry<RecordedInput, Double> line : metered.entrySet()) {
            RecordedInput input = line.getKey();
            if (left > 0
                    && input.month().equals(month)
                    && input.input().equals(instrument.replaces())
                    && input.unit().sameDimension(instrument.unit())) {
                double ratio = instrument.unit().in(input.unit());
                double taken = Math.min(left * ratio, line.getValue());
                line.setValue(line.getValue() - taken);
                left -= taken / ratio;
            }
        }
    }

    /** All inputs with their amounts, in order. */
    public NavigableMap<RecordedInput, Double> inputs() {
        NavigableMap<RecordedInput, Double> all = new TreeMap<>(amounts);
        metered.forEach((input, amount) -> all.merge(input, amount, Double::sum));
        return all;
    }

    /** How much of a flow was metered, in a unit; after the meters. */
    public double metered(String flow, Unit unit) {
        double sum = 0;
        for (Map.Entry<RecordedInput, Double> line : metered.entrySet()) {
            if (line.getKey().input().equals(flow) && line.getKey().unit().sameDimension(unit)) {
                sum += line.getValue() * line.getKey().unit().in(unit);
            }
        }
        return sum;
    }

    /** First month that the interval reaches into; the last for one that ends before. */
    private int firstMonth(Interval interval) {
        int i = 0;
        while (i < months.length && bounds[i + 1] <= interval.startMs()) {
            i++;
        }
        return i;
    }

    private static String region(String region) {
        return region == null ? Regions.GLOBAL : region;
    }
}
