package io.cradle.testkit.oracle;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;

/**
 * A unit that the oracle knows: a short table of its own, exact.
 *
 * @param code UCUM code
 * @param inBase how many base units of its dimension it is
 */
record Unit(String code, Dimension dimension, BigDecimal inBase) {

    /** Dimensions, each with its base unit. */
    enum Dimension {
        MASS("kg"),
        ENERGY("MJ"),
        VOLUME("m3"),
        FREIGHT("kg.km"),
        PIECE("{piece}");

        private final String baseCode;

        Dimension(String baseCode) {
            this.baseCode = baseCode;
        }

        Unit base() {
            return of(baseCode).orElseThrow();
        }
    }

    private static final List<Unit> KNOWN = List.of(
            unit("kg", Dimension.MASS, "1"),
            unit("g", Dimension.MASS, "0.001"),
            unit("t", Dimension.MASS, "1000"),
            unit("[ston_av]", Dimension.MASS, "907.18474"),
            unit("MJ", Dimension.ENERGY, "1"),
            unit("GJ", Dimension.ENERGY, "1000"),
            unit("kW.h", Dimension.ENERGY, "3.6"),
            unit("MW.h", Dimension.ENERGY, "3600"),
            unit("W.h", Dimension.ENERGY, "0.0036"),
            unit("m3", Dimension.VOLUME, "1"),
            unit("L", Dimension.VOLUME, "0.001"),
            unit("kg.km", Dimension.FREIGHT, "1"),
            unit("t.km", Dimension.FREIGHT, "1000"),
            unit("{piece}", Dimension.PIECE, "1"));

    static Optional<Unit> of(String code) {
        return KNOWN.stream().filter(unit -> unit.code.equals(code)).findFirst();
    }

    boolean isMass() {
        return dimension == Dimension.MASS;
    }

    /** How many of the other unit one of this is, or empty where the dimensions differ. */
    Optional<BigDecimal> in(Unit other) {
        return dimension == other.dimension
                ? Optional.of(inBase.divide(other.inBase, MathContext.DECIMAL128))
                : Optional.empty();
    }

    private static Unit unit(String code, Dimension dimension, String inBase) {
        return new Unit(code, dimension, new BigDecimal(inBase));
    }
}
