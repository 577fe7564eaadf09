package io.cradle.cli.bench.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Numbers for people: three digits that mean something, whole where the number is large, with
 * a power of ten where it is tiny.
 */
final class Figures {
    private static final int DIGITS = 3;
    private static final double WHOLE_FROM = 100;
    private static final double TINY = 1e-3;

    private Figures() {}

    static String text(double figure) {
        if (!Double.isFinite(figure)) {
            return Double.toString(figure);
        }
        if (Math.abs(figure) >= WHOLE_FROM) {
            return String.format("%,.0f", figure);
        }
        if (figure != 0 && Math.abs(figure) < TINY) {
            return String.format("%.1e", figure);
        }
        BigDecimal rounded = new BigDecimal(figure).round(new MathContext(DIGITS, RoundingMode.HALF_EVEN));
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }
}
