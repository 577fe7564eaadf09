package io.cradle.cli.explain;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers for people. */
final class Digits {
    private static final MathContext FIVE = new MathContext(5, RoundingMode.HALF_EVEN);
    private static final double SMALL = 1e-4;

    private Digits() {}

    /** Five digits that mean something, and no rounding of what is left of the point. */
    static String of(double number) {
        if (!Double.isFinite(number)) {
            return "-";
        }
        BigDecimal exact = BigDecimal.valueOf(number);
        if (number != 0 && Math.abs(number) < SMALL) {
            return String.format("%.4e", number);
        }
        boolean large = exact.precision() - exact.scale() > FIVE.getPrecision();
        BigDecimal rounded = large ? exact.setScale(0, RoundingMode.HALF_EVEN) : exact.round(FIVE);
        String plain = rounded.toPlainString();
        return plain.indexOf('.') < 0 ? plain : plain.replaceAll("\\.?0+$", "");
    }

    /** A share in percent. */
    static String percent(double share) {
        return Double.isFinite(share) ? String.format("%.1f %%", 100 * share) : "-";
    }
}
