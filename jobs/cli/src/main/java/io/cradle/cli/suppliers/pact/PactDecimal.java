package io.cradle.cli.suppliers.pact;

import java.math.BigDecimal;

/**
 * A decimal of a document: what is written goes over as it is, digit by digit.
 *
 * @param text as it is written
 * @param value the same as a number
 */
record PactDecimal(String text, BigDecimal value) {

    static PactDecimal of(String text) {
        return new PactDecimal(text, new BigDecimal(text));
    }

    int sign() {
        return value.signum();
    }

    boolean isWithin(int from, int to) {
        return value.compareTo(BigDecimal.valueOf(from)) >= 0 && value.compareTo(BigDecimal.valueOf(to)) <= 0;
    }

    /** The product, exactly; the same text where the factor is 1. */
    PactDecimal times(BigDecimal factor) {
        return factor.compareTo(BigDecimal.ONE) == 0
                ? this
                : of(value.multiply(factor).toPlainString());
    }

    @Override
    public String toString() {
        return text;
    }
}
