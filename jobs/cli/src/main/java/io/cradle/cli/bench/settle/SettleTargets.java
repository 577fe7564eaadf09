package io.cradle.cli.bench.settle;

import io.cradle.cli.bench.report.Case;
import io.cradle.cli.bench.report.Spread;
import io.cradle.cli.bench.report.Target;
import io.cradle.testkit.realistic.Family;

/** Where a measurement of settling must be good enough: at the sizes and families that the targets speak of. */
final class SettleTargets {
    private static final int MEDIUM = 100_000;
    private static final int LARGE = 1_000_000;

    private static final double SWEEP_TO_LIMIT = 2.5;
    private static final double COLD_FEW = 2;
    private static final double COLD_GIANT = 30;
    private static final double EPOCH_FEW = 1.5;
    private static final double ONE_CHANGE_MICROS = 200;
    private static final double ONE_COMPONENT_MICROS = 60;
    private static final double FIRST_PERIOD_GB = 1;
    private static final double FURTHER_PERIOD_GB = 0.4;
    static final double SAME = 1e-9;

    private final Case into;
    private final Family family;
    private final int products;

    SettleTargets(Case into, Family family, int products) {
        this.into = into;
        this.family = family;
        this.products = products;
    }

    void sweepToLimit(String what, Spread ratio) {
        measured(what, ratio, "x", products == MEDIUM || products == LARGE, SWEEP_TO_LIMIT);
    }

    void cold(String what, Spread sweeps) {
        boolean asked = (products == MEDIUM || products == LARGE) && family != Family.MID;
        measured(what, sweeps, "sweeps", asked, family == Family.FEW ? COLD_FEW : COLD_GIANT);
    }

    /** Many changes in one epoch, or one that reaches most. */
    void epoch(String what, Spread sweeps) {
        measured(what, sweeps, "sweeps", products == LARGE && family == Family.FEW, EPOCH_FEW);
    }

    void oneChange(String what, Spread micros) {
        measured(what, micros, "µs", products == LARGE, ONE_CHANGE_MICROS);
    }

    void oneComponent(String what, Spread micros) {
        measured(what, micros, "µs", products == LARGE, ONE_COMPONENT_MICROS);
    }

    void firstPeriod(String what, double gb) {
        heap(what, gb, FIRST_PERIOD_GB);
    }

    void furtherPeriod(String what, double gb) {
        heap(what, gb, FURTHER_PERIOD_GB);
    }

    /** Figures that must agree, at every size. */
    void same(String what, double difference) {
        into.measured(what, difference, "relative", Target.atMost(SAME));
    }

    private void heap(String what, double gb, double limit) {
        if (products == LARGE) {
            into.measured(what, gb, "GB", Target.atMost(limit));
        } else {
            into.measured(what, gb, "GB");
        }
    }

    private void measured(String what, Spread spread, String unit, boolean asked, double limit) {
        if (asked) {
            into.measured(what, spread, unit, Target.atMost(limit));
        } else {
            into.measured(what, spread, unit);
        }
    }
}
