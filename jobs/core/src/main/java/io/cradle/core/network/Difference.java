package io.cradle.core.network;

import io.cradle.core.footprint.Component;
import io.cradle.core.footprint.Result;

/**
 * A product before and after something was supposed.
 *
 * @param declaredUnit UCUM
 * @param before component vector; null where it has no figures
 * @param after likewise
 */
public record Difference(
        String product, String declaredUnit, Result resultBefore, double[] before, Result resultAfter, double[] after) {
    /** As for publications: movements up to this share of gross are none. */
    private static final double MOVED = 1e-9;

    /** kgCO2e excluding uptake per declared unit; NaN without figures. */
    public double kgCO2eBefore() {
        return before == null ? Double.NaN : Component.excludingUptake(before, 0);
    }

    /** kgCO2e excluding uptake per declared unit; NaN without figures. */
    public double kgCO2eAfter() {
        return after == null ? Double.NaN : Component.excludingUptake(after, 0);
    }

    /** Change in percent of the magnitude before; NaN without figures, and where it was 0. */
    public double percent() {
        return kgCO2eBefore() == 0 ? Double.NaN : 100 * (kgCO2eAfter() - kgCO2eBefore()) / Math.abs(kgCO2eBefore());
    }

    /** Whether an indicator or the result is another. */
    boolean isAny() {
        if (resultBefore != resultAfter || (before == null) != (after == null)) {
            return true;
        }
        if (before == null) {
            return false;
        }
        double magnitude = Math.max(magnitude(before), magnitude(after));
        for (int c = 0; c < Component.INDICATORS; c++) {
            if (Math.abs(after[c] - before[c]) > MOVED * magnitude) {
                return true;
            }
        }
        return false;
    }

    private static double magnitude(double[] values) {
        return values[Component.MAGNITUDE.ordinal()];
    }
}
