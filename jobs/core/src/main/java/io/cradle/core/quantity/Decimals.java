package io.cradle.core.quantity;

import io.cradle.core.RejectReason;
import io.cradle.core.RejectedException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.regex.Pattern;

/** Plain decimals, and their exact form in micro-units. */
public final class Decimals {
    /** Micro-units in one unit. */
    public static final long MICRO = 1_000_000;

    static final MathContext PRECISION = MathContext.DECIMAL128;
    private static final Pattern PLAIN = Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d{1,3})?");
    private static final int MAX_LENGTH = 60;
    private static final double MAX_IN_MICROS = 1e12;

    private Decimals() {}

    /**
     * Reads a plain decimal.
     *
     * @param what names the field in the error
     * @throws RejectedException not-a-number
     */
    public static double parse(String text, String what) throws RejectedException {
        long known = ShortDecimal.of(text);
        if (known != ShortDecimal.NONE) {
            return ShortDecimal.value(known);
        }
        if (text.length() > MAX_LENGTH || !PLAIN.matcher(text).matches()) {
            throw new RejectedException(
                    RejectReason.NOT_A_NUMBER,
                    what + ": '" + shortened(text) + "' is not a plain decimal such as 12.5");
        }
        return Double.parseDouble(text);
    }

    /**
     * A decimal as a whole number of micro-units of {@code to}, rounded half even. The text has been checked by
     * {@link #parse}.
     *
     * @throws RejectedException implausible-amount if it is beyond what micro-units can hold
     */
    public static long micros(String text, Unit from, Unit to) throws RejectedException {
        long known = ShortDecimal.of(text);
        if (known != ShortDecimal.NONE && from.code().equals(to.code()) && ShortDecimal.isMicros(known)) {
            return ShortDecimal.micros(known);
        }
        BigDecimal value = new BigDecimal(text);
        if (!from.code().equals(to.code())) {
            value = value.multiply(from.canonicalAmount(), PRECISION).divide(to.canonicalAmount(), PRECISION);
        }
        double magnitude = Math.abs(value.doubleValue());
        if (magnitude < 0.1 / MICRO) {
            return 0;
        }
        if (magnitude > MAX_IN_MICROS) {
            throw new RejectedException(
                    RejectReason.IMPLAUSIBLE_AMOUNT,
                    text + " " + from.code() + " is more than " + MAX_IN_MICROS + " " + to.code());
        }
        return value.movePointRight(6).setScale(0, RoundingMode.HALF_EVEN).longValueExact();
    }

    private static String shortened(String text) {
        return text.length() <= MAX_LENGTH ? text : text.substring(0, MAX_LENGTH) + "…";
    }
}
