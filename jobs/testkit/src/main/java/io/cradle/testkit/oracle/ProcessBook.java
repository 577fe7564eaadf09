package io.cradle.testkit.oracle;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The accounts of the processes of one network at the end of an epoch (figures.md, section 4). */
final class ProcessBook {
    private final NetworkView view;
    private final List<MeteredInterval> metered;
    private final Map<String, Boolean> counting = new HashMap<>();

    ProcessBook(NetworkView view) {
        this.view = view;
        this.metered = view.facts().metered();
    }

    /** T: up to when the process counts in a period. */
    long clockMs(String process, Period period) {
        if (view.closed(period) || view.settings().fixedPeriod().isPresent()) {
            return period.endMs();
        }
        return production(process, period).stream()
                .map(production -> Math.min(production.interval().endMs(), period.endMs()))
                .max(Comparator.naturalOrder())
                .orElse(period.startMs());
    }

    /** The production records of a process that lie in a period, by key. */
    List<Fact.Production> production(String process, Period period) {
        return view.facts().productions.values().stream()
                .map(Held::fact)
                .filter(production -> production.process().equals(process))
                .filter(production -> production.interval().overlaps(period.startMs(), period.endMs()))
                .toList();
    }

    /** Σ allocation units of the process in a period; a record without any way to mass counts 0. */
    BigDecimal total(String process, Period period) {
        return production(process, period).stream()
                .map(production -> allocationUnits(production, period).orElse(BigDecimal.ZERO))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The allocation units of a record in a period: amount × weight, or its mass in kg; empty without a mass. */
    Optional<BigDecimal> allocationUnits(Fact.Production production, Period period) {
        Quantity part = partIn(production, period);
        if (production.weight() != null) {
            return Optional.of(part.amount().multiply(production.weight()));
        }
        Masses masses = view.bill(production.product(), period)
                .map(bill -> Masses.of(bill.declaredUnit(), bill.productMass()))
                .orElse(new Masses(List.of()));
        return masses.kg(part);
    }

    static Quantity partIn(Fact.Production production, Period period) {
        Quantity quantity = production.quantity();
        return new Quantity(
                production.interval().part(quantity.amount(), period.startMs(), period.endMs()), quantity.unit());
    }

    /** The period whose edges the process has in a period: the period itself, or an earlier one; empty = no-production. */
    Optional<Period> edgesOf(String process, Period period) {
        if (counts(process, period)) {
            return Optional.of(period);
        }
        return view.earlierThan(period).stream()
                .filter(earlier -> counts(process, earlier))
                .findFirst();
    }

    /** Whether a period has production enough to stand on its own. */
    boolean counts(String process, Period period) {
        return counting.computeIfAbsent(process + " " + period.label(), key -> {
            double cover = (double) (clockMs(process, period) - period.startMs()) / (period.endMs() - period.startMs());
            return cover >= view.settings().minimumCover()
                    && total(process, period).signum() > 0;
        });
    }

    /** Every process that has a production, a reading or an activity record. */
    Set<String> processes() {
        Set<String> all = new TreeSet<>();
        view.facts().productions.values().forEach(held -> all.add(held.fact().process()));
        view.facts().activities.values().forEach(held -> all.add(held.fact().process()));
        metered.forEach(interval -> all.add(interval.meter().process()));
        return all;
    }

    /** The inputs of a process in [from, to) of a period, by month, in base units; amounts of 0 are no inputs. */
    Map<InputKey, BigDecimal> inputs(String process, Period period, long fromMs, long toMs) {
        Map<InputKey, BigDecimal> inputs = new TreeMap<>();
        for (Period month : view.calendar().months(period)) {
            long from = Math.max(fromMs, month.startMs());
            long to = Math.min(toMs, month.endMs());
            if (from < to) {
                meteredInputs(process, month, from, to).forEach((key, amount) -> add(inputs, key, amount));
                recordedInputs(process, month, from, to).forEach((key, amount) -> add(inputs, key, amount));
            }
        }
        inputs.values().removeIf(amount -> amount.signum() == 0);
        return inputs;
    }

    private Map<InputKey, BigDecimal> recordedInputs(String process, Period month, long from, long to) {
        Map<InputKey, BigDecimal> inputs = new TreeMap<>();
        for (Held<Fact.Activity> held : view.facts().activities.values()) {
            Fact.Activity activity = held.fact();
            if (activity.process().equals(process)) {
                InputKey key = new InputKey(
                        month.firstDay(),
                        activity.kind(),
                        activity.input(),
                        activity.region(),
                        activity.supplier(),
                        activity.quantity().unit().dimension(),
                        activity.primary());
                add(inputs, key, activity.interval().part(activity.quantity().inBase(), from, to));
            }
        }
        return inputs;
    }

    private Map<InputKey, BigDecimal> meteredInputs(String process, Period month, long from, long to) {
        Map<InputKey, BigDecimal> inputs = new TreeMap<>();
        for (MeteredInterval interval : metered) {
            Fact.Meter meter = interval.meter();
            if (meter.process().equals(process)) {
                InputKey key = new InputKey(
                        month.firstDay(),
                        meter.kind(),
                        meter.flow(),
                        meter.region(),
                        null,
                        interval.counted().unit().dimension(),
                        meter.primary());
                add(inputs, key, interval.partInBase(from, to));
            }
        }
        Map<InputKey, BigDecimal> left = new TreeMap<>();
        inputs.forEach((key, amount) -> left.put(key, amount.multiply(leftOf(process, key, inputs, from, to))));
        return left;
    }

    /** The share of a metered flow that instruments leave: all meters of the flow shrink alike, never below 0. */
    private BigDecimal leftOf(String process, InputKey key, Map<InputKey, BigDecimal> inputs, long from, long to) {
        if (key.kind() != InputKind.FLOW) {
            return BigDecimal.ONE;
        }
        BigDecimal all = inputs.entrySet().stream()
                .filter(other -> other.getKey().kind() == InputKind.FLOW
                        && other.getKey().input().equals(key.input())
                        && other.getKey().dimension() == key.dimension())
                .map(Map.Entry::getValue)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal taken = view.facts().activities.values().stream()
                .map(Held::fact)
                .filter(activity -> activity.process().equals(process)
                        && key.input().equals(activity.replaces())
                        && activity.quantity().unit().dimension() == key.dimension())
                .map(activity -> activity.interval().part(activity.quantity().inBase(), from, to))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        if (taken.signum() == 0) {
            return BigDecimal.ONE;
        }
        return taken.compareTo(all) >= 0 ? BigDecimal.ZERO : all.subtract(taken).divide(all, MathContext.DECIMAL128);
    }

    private static void add(Map<InputKey, BigDecimal> inputs, InputKey key, BigDecimal amount) {
        inputs.merge(key, amount, BigDecimal::add);
    }
}
