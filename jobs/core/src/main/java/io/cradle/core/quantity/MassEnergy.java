package io.cradle.core.quantity;

import java.util.OptionalDouble;

/**
 * What lets an amount cross dimensions: how much one unit of a product or flow weighs and how much net calorific energy
 * it holds.
 *
 * @param unit the unit that the two figures are per
 * @param kgPerUnit kg per unit, or NaN where unknown
 * @param netMjPerUnit net MJ per unit, or NaN where unknown
 */
public record MassEnergy(Unit unit, double kgPerUnit, double netMjPerUnit) {

    public static MassEnergy none(Unit unit) {
        return new MassEnergy(unit, Double.NaN, Double.NaN);
    }

    public static MassEnergy mass(Unit unit, double kgPerUnit) {
        return new MassEnergy(unit, kgPerUnit, Double.NaN);
    }

    /** How many of {@link #unit} one {@code from} is: by dimension, else by mass, else by net energy; else empty. */
    public OptionalDouble ratioFrom(Unit from) {
        if (from.sameDimension(unit)) {
            return OptionalDouble.of(from.in(unit));
        }
        if (from.sameDimension(Units.KG) && kgPerUnit > 0) {
            return OptionalDouble.of(from.in(Units.KG) / kgPerUnit);
        }
        if (from.sameDimension(Units.MJ) && netMjPerUnit > 0) {
            return OptionalDouble.of(from.in(Units.MJ) / netMjPerUnit);
        }
        return OptionalDouble.empty();
    }

    /** As {@link #ratioFrom(Unit)}, also through what is known of the weight of one {@code from}. */
    public OptionalDouble ratioFrom(MassEnergy from) {
        OptionalDouble direct = ratioFrom(from.unit);
        OptionalDouble perKg = ratioFrom(Units.KG);
        if (direct.isPresent() || perKg.isEmpty() || !(from.kgPerUnit > 0)) {
            return direct;
        }
        return OptionalDouble.of(from.kgPerUnit * perKg.getAsDouble());
    }

    /** kg in one {@code from} of this product, or empty. */
    public OptionalDouble kgIn(Unit from) {
        if (from.sameDimension(Units.KG)) {
            return OptionalDouble.of(from.in(Units.KG));
        }
        OptionalDouble ratio = ratioFrom(from);
        return ratio.isPresent() && kgPerUnit > 0
                ? OptionalDouble.of(ratio.getAsDouble() * kgPerUnit)
                : OptionalDouble.empty();
    }
}
