package io.cradle.core.network;

import io.cradle.core.activity.Period;
import io.cradle.core.activity.ProductionRecord;
import io.cradle.core.quantity.Interval;
import io.cradle.core.quantity.MassEnergy;
import java.util.NavigableMap;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What was made of a product in one period, by stage and process.
 *
 * @param byStage stages in which something was made
 */
record Stages(NavigableMap<String, Stage> byStage) {
    /** The lines of one stage. */
    static final class Stage {
        /** Σ amounts in the declared unit. */
        double amount;

        final NavigableMap<String, Line> byProcess = new TreeMap<>();
    }

    /** One process in a stage. */
    static final class Line {
        double allocationUnits;
        boolean converts = true;
    }

    static Stages of(String product, Period period, MassEnergy per, RowContext context) {
        NavigableMap<String, Stage> stages = new TreeMap<>();
        for (ProductionRecord production :
                context.facts().productionsOf(product).values()) {
            Interval interval = production.interval();
            if (interval.overlaps(period.startMs(), period.endMs())) {
                add(stages, production, period, per, context);
            }
        }
        return new Stages(stages);
    }

    private static void add(
            NavigableMap<String, Stage> stages,
            ProductionRecord production,
            Period period,
            MassEnergy per,
            RowContext context) {
        double amount = production.interval().part(production.amount(), period.startMs(), period.endMs());
        if (!(amount > 0)) {
            return;
        }
        Stage stage = stages.computeIfAbsent(production.stage(), key -> new Stage());
        Line line = stage.byProcess.computeIfAbsent(production.process(), key -> new Line());
        OptionalDouble declaredUnits = per.ratioFrom(production.unit());
        boolean weighs = !Double.isNaN(production.allocationWeight())
                || ProcessAccount.massWeight(production, period, context).isPresent();
        if (declaredUnits.isEmpty() || !weighs) {
            line.converts = false;
        }
        stage.amount += amount * declaredUnits.orElse(0);
        line.allocationUnits += amount * ProcessAccount.weight(production, period, context);
    }

    /** The stages of the latest earlier period in which the product had any production. */
    static Stages latestEarlier(String product, Period before, MassEnergy per, RowContext context) {
        TreeSet<Period> periods = new TreeSet<>();
        for (ProductionRecord production :
                context.facts().productionsOf(product).values()) {
            EarlierPeriods.add(periods, production.interval(), before, context.calendar());
        }
        for (Period period : periods.descendingSet()) {
            Stages stages = of(product, period, per, context);
            stages.byStage().values().removeIf(stage -> !(stage.amount > 0));
            if (!stages.byStage().isEmpty()) {
                return stages;
            }
        }
        return new Stages(new TreeMap<>());
    }
}
