package io.cradle.core.network;

import io.cradle.core.factor.Gas;
import io.cradle.core.footprint.Component;

/**
 * A direct emission of a node, per unit of it.
 *
 * @param kg of the gas
 */
record Direct(Gas gas, double kg, Purpose purpose, boolean primary, boolean carried) {
    private static final double RATING_PRIMARY = 1;
    private static final double RATING_UNKNOWN = 5;

    double kgCO2e() {
        return kg * gas.gwp100();
    }

    /** Adds this emission to the constant part of a row. */
    void addTo(double[] constant) {
        double emission = kgCO2e();
        double magnitude = Math.abs(emission);
        if (purpose == Purpose.OUTBOUND) {
            constant[Component.OUTBOUND.ordinal()] += gas.countsExcludingUptake() ? emission : 0;
            return;
        }
        constant[gas.indicator().ordinal()] += emission;
        constant[Component.MAGNITUDE.ordinal()] +=
                Component.magnitude(gas.countsExcludingUptake() ? magnitude : 0, magnitude);
        if (!gas.countsExcludingUptake()) {
            return;
        }
        double rating = primary ? RATING_PRIMARY : RATING_UNKNOWN;
        constant[Component.CREDITS.ordinal()] += Math.min(0, emission);
        constant[Component.GROSS.ordinal()] += magnitude;
        constant[Component.COVERED.ordinal()] += magnitude;
        constant[Component.PRIMARY.ordinal()] += primary ? magnitude : 0;
        constant[Component.TECHNOLOGICAL_DQR.ordinal()] += magnitude * rating;
        constant[Component.GEOGRAPHICAL_DQR.ordinal()] += magnitude * rating;
        constant[Component.TEMPORAL_DQR.ordinal()] += magnitude * rating;
        constant[Component.CARRIED.ordinal()] += carried ? magnitude : 0;
        constant[Component.PACKAGING.ordinal()] += purpose == Purpose.PACKAGING ? emission : 0;
    }
}
