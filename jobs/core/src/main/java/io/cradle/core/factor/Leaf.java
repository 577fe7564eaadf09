package io.cradle.core.factor;

import io.cradle.core.Position;
import io.cradle.core.footprint.Component;
import io.cradle.core.quantity.MassEnergy;
import java.util.Arrays;

/**
 * A leaf of a network: a factor or a supplier's record, as figures per one unit.
 *
 * @param key the record's key
 * @param version its version, or null
 * @param source where the figure comes from, or null
 * @param indicators the nine indicators, kgCO2e per unit
 * @param per the unit and what lets other amounts convert to it
 * @param position where the record stands in the log
 */
public record Leaf(
        String key,
        String version,
        String source,
        double[] indicators,
        Quality quality,
        MassEnergy per,
        Position position) {

    /** The component vector of this leaf. */
    public double[] vector() {
        double[] vector = Arrays.copyOf(indicators, Component.COUNT);
        double gross = Math.abs(Component.excludingUptake(vector, 0));
        vector[Component.GROSS.ordinal()] = gross;
        vector[Component.PRIMARY.ordinal()] = gross * quality.primaryShare();
        vector[Component.TECHNOLOGICAL_DQR.ordinal()] = gross * quality.technological();
        vector[Component.GEOGRAPHICAL_DQR.ordinal()] = gross * quality.geographical();
        vector[Component.TEMPORAL_DQR.ordinal()] = gross * quality.temporal();
        vector[Component.COVERED.ordinal()] = gross;
        double sum = 0;
        for (double indicator : indicators) {
            sum += Math.abs(indicator);
        }
        double magnitude = Component.magnitude(gross, sum);
        vector[Component.MAGNITUDE.ordinal()] = magnitude;
        vector[Component.TIERS.ordinal()] = magnitude;
        return vector;
    }

    /** The same leaf with a temporal rating of at least this. */
    public Leaf withTemporalAtLeast(double rating) {
        return new Leaf(key, version, source, indicators, quality.withTemporalAtLeast(rating), per, position);
    }
}
