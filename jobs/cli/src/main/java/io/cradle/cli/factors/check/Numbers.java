package io.cradle.cli.factors.check;

import java.math.BigDecimal;
import java.math.MathContext;

/** Figures in sentences. */
public final class Numbers {
    private static final MathContext DIGITS = new MathContext(6);

    private Numbers() {}

    /** Six digits at most, without an exponent. */
    public static String text(double number) {
        BigDecimal rounded = new BigDecimal(number, DIGITS).stripTrailingZeros();
        return rounded.signum() == 0 ? "0" : rounded.toPlainString();
    }
}
