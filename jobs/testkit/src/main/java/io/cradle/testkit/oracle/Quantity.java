package io.cradle.testkit.oracle;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

/** An amount of something in a unit. */
record Quantity(BigDecimal amount, Unit unit) {

    static Quantity one(Unit unit) {
        return new Quantity(BigDecimal.ONE, unit);
    }

    BigDecimal inBase() {
        return amount.multiply(unit.inBase());
    }

    /** The same in another unit of its dimension, or empty. */
    Optional<BigDecimal> in(Unit other) {
        return unit.dimension() == other.dimension()
                ? Optional.of(inBase().divide(other.inBase(), MathContext.DECIMAL128))
                : Optional.empty();
    }

    Quantity times(BigDecimal factor) {
        return new Quantity(amount.multiply(factor, MathContext.DECIMAL128), unit);
    }
}
