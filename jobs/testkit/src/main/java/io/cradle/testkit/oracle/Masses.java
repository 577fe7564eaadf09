package io.cradle.testkit.oracle;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;

/** What a product weighs, as far as its bill or supplier records say: the only way between mass and another dimension. */
record Masses(List<Entry> entries) {

    /** {@code kg} kilograms per one {@code unit}; null where the record does not say. */
    record Entry(Unit unit, BigDecimal kg) {}

    static Masses of(Unit declaredUnit, BigDecimal productMass) {
        return new Masses(List.of(new Entry(declaredUnit, productMass)));
    }

    /** The quantity in another unit: by dimension, else through kilograms on both sides; or empty. */
    Optional<BigDecimal> convert(Quantity quantity, Unit to) {
        Optional<BigDecimal> direct = quantity.in(to);
        if (direct.isPresent()) {
            return direct;
        }
        return kg(quantity)
                .flatMap(kg -> kg(Quantity.one(to)).map(kgPerUnit -> kg.divide(kgPerUnit, MathContext.DECIMAL128)));
    }

    /** The mass of a quantity of the product, kg, or empty. */
    Optional<BigDecimal> kg(Quantity quantity) {
        if (quantity.unit().isMass()) {
            return Optional.of(quantity.inBase());
        }
        return entries.stream()
                .filter(entry -> entry.kg() != null
                        && entry.unit().dimension() == quantity.unit().dimension())
                .findFirst()
                .map(entry -> quantity.in(entry.unit()).orElseThrow().multiply(entry.kg(), MathContext.DECIMAL128));
    }
}
