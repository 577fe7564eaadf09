package io.cradle.cli.explain;

import io.cradle.core.explain.Explanation;
import io.cradle.core.footprint.Component;
import java.time.Instant;

/** An explanation with what it is of. */
record ExplainedProduct(
        String network, String product, String period, Instant asOf, String result, Explanation explanation) {

    String unit() {
        return explanation.product().unit();
    }

    double figure() {
        return explanation.kgCO2e();
    }

    double uptake() {
        return explanation.product().values()[Component.BIOGENIC_UPTAKE.ordinal()];
    }

    /** A part of the footprint as a share of it; NaN where credits have left nothing. */
    double share(double kgCO2e) {
        return figure() == 0 ? Double.NaN : kgCO2e / figure();
    }
}
