package io.cradle.core.factor;

import io.cradle.core.quantity.Unit;
import io.cradle.core.quantity.Units;
import java.util.OptionalDouble;

/**
 * How the CO2 of a burnt fuel follows from its properties: net calorific value × carbon content × share oxidised × 44/12,
 * or net calorific value × CO2 per energy (IPCC 2006 Guidelines, volume 2, chapter 1).
 *
 * @param ncv net calorific value
 * @param ncvUnit its unit, energy per amount of fuel such as {@code GJ/t}
 * @param carbon mass of carbon per energy
 * @param carbonUnit its unit, such as {@code t/TJ}
 * @param oxidisedShare 0–1
 */
public record Combustion(double ncv, Unit ncvUnit, double carbon, Unit carbonUnit, double oxidisedShare) {
    /** kg of CO2 of a kg of carbon: the ratio of their molar masses. */
    public static final double CO2_PER_CARBON = 44.0 / 12.0;

    /** kg of carbon that leaves with the flue gas, per unit of fuel; empty where the units do not fit. */
    public OptionalDouble carbonPer(Unit fuel) {
        OptionalDouble energy = energyPer(ncv, ncvUnit, fuel);
        OptionalDouble perMj = massPerMj(carbon, carbonUnit);
        return energy.isEmpty() || perMj.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(energy.getAsDouble() * perMj.getAsDouble() * oxidisedShare);
    }

    /** kg of CO2 per unit of fuel; empty where the units do not fit. */
    public OptionalDouble co2Per(Unit fuel) {
        OptionalDouble carbonPer = carbonPer(fuel);
        return carbonPer.isEmpty() ? carbonPer : OptionalDouble.of(carbonPer.getAsDouble() * CO2_PER_CARBON);
    }

    /** Net MJ per unit of fuel; empty where the units do not fit. */
    public static OptionalDouble energyPer(double ncv, Unit ncvUnit, Unit fuel) {
        return Units.find("MJ/(" + fuel.code() + ")")
                .filter(ncvUnit::sameDimension)
                .map(perFuel -> OptionalDouble.of(ncv * ncvUnit.in(perFuel)))
                .orElse(OptionalDouble.empty());
    }

    /** kg per MJ; empty where the unit is no mass per energy. */
    public static OptionalDouble massPerMj(double mass, Unit unit) {
        Unit kgPerMj = Units.of("kg/MJ");
        return unit.sameDimension(kgPerMj) ? OptionalDouble.of(mass * unit.in(kgPerMj)) : OptionalDouble.empty();
    }
}
