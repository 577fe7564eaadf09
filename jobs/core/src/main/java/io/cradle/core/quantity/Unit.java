package io.cradle.core.quantity;

import java.math.BigDecimal;

/**
 * A unit of measure.
 *
 * @param code the UCUM code
 * @param dimension the canonical base units, such as {@code g.m2.s-2}; units convert when these are equal
 * @param canonicalAmount how many canonical units one of this unit is
 */
public record Unit(String code, String dimension, BigDecimal canonicalAmount) {

    public boolean sameDimension(Unit other) {
        return dimension.equals(other.dimension);
    }

    /** How many {@code other} one of this unit is; only within one dimension. */
    public double in(Unit other) {
        if (code.equals(other.code)) {
            return 1;
        }
        if (!sameDimension(other)) {
            throw new IllegalArgumentException(code + " does not convert to " + other.code);
        }
        return canonicalAmount.divide(other.canonicalAmount, Decimals.PRECISION).doubleValue();
    }
}
