package io.cradle.core.quantity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** Ways in which an amount crosses dimensions. */
class MassEnergyTest {
    private static final Unit PIECE = Units.of("{piece}");
    private static final Unit TONNE = Units.of("t");
    private static final Unit LITRE = Units.of("L");

    @Test
    void withinOneDimensionNothingElseIsNeeded() {
        assertRatio(1000, MassEnergy.none(Units.KG).ratioFrom(TONNE));
    }

    @Test
    void throughMass() {
        assertRatio(500, MassEnergy.mass(PIECE, 2).ratioFrom(TONNE));
        assertEquals(OptionalDouble.empty(), MassEnergy.none(PIECE).ratioFrom(TONNE));
    }

    @Test
    void throughNetEnergy() {
        MassEnergy diesel = new MassEnergy(LITRE, 0.84, 36);
        assertRatio(0.1, diesel.ratioFrom(Units.of("kW.h")));
        assertRatio(1 / 0.84, diesel.ratioFrom(Units.KG));
        assertEquals(OptionalDouble.empty(), diesel.ratioFrom(PIECE));
    }

    @Test
    void aMassOfZeroConvertsNothing() {
        assertEquals(OptionalDouble.empty(), MassEnergy.mass(PIECE, 0).ratioFrom(Units.KG));
    }

    /** 1 piece of 2 kg, wanted in litres of 0.8 kg. */
    @Test
    void throughTheMassOfBoth() {
        assertRatio(2.5, MassEnergy.mass(LITRE, 0.8).ratioFrom(MassEnergy.mass(PIECE, 2)));
        assertEquals(OptionalDouble.empty(), MassEnergy.mass(LITRE, 0.8).ratioFrom(MassEnergy.none(PIECE)));
        assertEquals(OptionalDouble.empty(), MassEnergy.none(LITRE).ratioFrom(MassEnergy.mass(PIECE, 2)));
        assertRatio(1000, MassEnergy.none(LITRE).ratioFrom(MassEnergy.none(Units.of("m3"))));
    }

    @Test
    void weighsOneOfAnotherUnit() {
        assertRatio(1000, MassEnergy.none(PIECE).kgIn(TONNE));
        assertRatio(2, MassEnergy.mass(PIECE, 2).kgIn(PIECE));
        assertRatio(840, MassEnergy.mass(LITRE, 0.84).kgIn(Units.of("m3")));
        assertEquals(OptionalDouble.empty(), MassEnergy.none(PIECE).kgIn(PIECE));
    }

    private static void assertRatio(double expected, OptionalDouble actual) {
        assertEquals(expected, actual.orElse(Double.NaN), 1e-12 * expected);
    }
}
