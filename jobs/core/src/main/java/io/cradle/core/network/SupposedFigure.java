package io.cradle.core.network;

import io.cradle.core.footprint.Component;

/** Indicators as they would be with another figure. */
final class SupposedFigure {
    private SupposedFigure() {}

    /**
     * The same mix of indicators with another figure excluding uptake; where that was 0 there is no mix, and it is fossil.
     *
     * @param whose for the complaint
     * @throws AssumptionException if the figure would change its sign
     */
    static double[] of(double[] indicators, Assumption.NewAmount amount, String whose) {
        double before = Component.excludingUptake(indicators, 0);
        double after = amount.of(before);
        if (after * before < 0 || (before == 0 && after < 0)) {
            throw new AssumptionException(whose + " is " + before + " kgCO2e per unit and would become " + after
                    + ": a figure keeps its sign");
        }
        double[] supposed = indicators.clone();
        if (before == 0) {
            supposed[Component.FOSSIL.ordinal()] += after;
            return supposed;
        }
        for (int c = 0; c < supposed.length; c++) {
            supposed[c] *= after / before;
        }
        return supposed;
    }
}
