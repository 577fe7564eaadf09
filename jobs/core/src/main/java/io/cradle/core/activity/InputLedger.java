package io.cradle.core.activity;

import io.cradle.core.factor.Regions;
import io.cradle.core.quantity.ExactSum;
import io.cradle.core.quantity.Interval;
import io.cradle.core.quantity.Unit;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
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
    private final List<ActivityRecord> instruments = new ArrayList<>();

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
        meter.flows(fromMs, toMs, new MeterBook.FlowVisitor() {
            @Override
            public void flowed(Meter version, Interval interval, long micros) {
                if (version.process().equals(process)) {
                    add(sums.computeIfAbsent(version, v -> sums()), interval, micros);
                }
            }

            @Override
            public boolean flowedOnDays(Meter version, Interval interval, long micros) {
                int month = firstMonth(interval);
                if (month == months.length
                        || interval.startMs() < bounds[month]
                        || interval.endMs() > bounds[month + 1]) {
                    return false;
                }
                if (version.process().equals(process)) {
                    sums.computeIfAbsent(version, v -> sums())[month].add(micros);
                }
                return true;
            }
        });
        for (Meter version : meter.versions().values()) {
            ExactSum[] ofVersion = sums.get(version);
            for (int i = 0; ofVersion != null && i < months.length; i++) {
                if (ofVersion[i].isTouched()) {
                    merge(metered, input(version, months[i]), ofVersion[i].value() * version.multiplier());
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
            merge(amounts, input, amount);
        }
        if (activity.replaces() != null) {
            instruments.add(activity);
        }
    }

    /** All inputs with their amounts, in order; an amount of 0 is no input. */
    public NavigableMap<RecordedInput, Double> inputs() {
        NavigableMap<RecordedInput, Double> all = new TreeMap<>();
        amounts.forEach((input, amount) -> merge(all, input, amount));
        metered.forEach((input, amount) -> merge(all, input, amount * shareLeft(input)));
        all.values().removeIf(amount -> amount == 0);
        return all;
    }

    /** The share of a metered input that instruments leave: all meters of a flow shrink alike, never below 0. */
    private double shareLeft(RecordedInput input) {
        double taken = 0;
        for (ActivityRecord instrument : instruments) {
            if (isMetered(input, instrument.replaces(), instrument.unit())) {
                int month = Arrays.asList(months).indexOf(input.month());
                taken += instrument.interval().part(instrument.amount(), bounds[month], bounds[month + 1])
                        * instrument.unit().in(input.unit());
            }
        }
        if (taken == 0) {
            return 1;
        }
        double all = 0;
        for (Map.Entry<RecordedInput, Double> other : metered.entrySet()) {
            if (other.getKey().month().equals(input.month())
                    && isMetered(other.getKey(), input.input(), input.unit())) {
                all += other.getValue() * other.getKey().unit().in(input.unit());
            }
        }
        return taken >= all ? 0 : (all - taken) / all;
    }

    /** How much of a flow was metered, in a unit; after the meters. */
    public double metered(String flow, Unit unit) {
        double sum = 0;
        for (Map.Entry<RecordedInput, Double> line : metered.entrySet()) {
            if (isMetered(line.getKey(), flow, unit)) {
                sum += line.getValue() * line.getKey().unit().in(unit);
            }
        }
        return sum;
    }

    private static boolean isMetered(RecordedInput input, String flow, Unit unit) {
        return input.kind() == InputKind.FLOW
                && input.input().equals(flow)
                && input.unit().sameDimension(unit);
    }

    /** Adds an amount to its input, in the unit in which the input is kept. */
    private static void merge(NavigableMap<RecordedInput, Double> map, RecordedInput input, double amount) {
        RecordedInput kept = map.ceilingKey(input);
        boolean same = kept != null && kept.compareTo(input) == 0;
        map.merge(same ? kept : input, same ? amount * input.unit().in(kept.unit()) : amount, Double::sum);
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
