package io.cradle.core.quantity;

import java.math.BigDecimal;

/**
 * Decimals as meters send them: an optional sign, up to 15 digits, perhaps a point, no exponent. One is held in a long,
 * digits times 32 plus the number of them behind the point, so that reading it makes no garbage. Everything else is
 * {@link #NONE} and read in the general way, with the same result.
 */
public final class ShortDecimal {
    /** Stands for a decimal that is none of these. */
    public static final long NONE = Long.MIN_VALUE;

    private static final int MAX_DIGITS = 15;
    /** Whole numbers of so many digits are below what a number of micro-units may be. */
    private static final int MAX_WHOLE_DIGITS = 12;

    private static final int MICRO_PLACES = 6;
    /** Powers of ten that a double holds exactly. */
    private static final double[] POWERS = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
    };

    private ShortDecimal() {}

    static long of(String text) {
        int length = text.length();
        if (length == 0 || length > MAX_DIGITS + 2) {
            return NONE;
        }
        boolean negative = text.charAt(0) == '-';
        long digits = 0;
        int count = 0;
        int point = -1;
        for (int i = negative || text.charAt(0) == '+' ? 1 : 0; i < length; i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digits = 10 * digits + (c - '0');
                count++;
            } else if (c == '.' && point < 0) {
                point = count;
            } else {
                return NONE;
            }
        }
        // A negative zero has a sign that no whole number keeps.
        if (count == 0 || count > MAX_DIGITS || (negative && digits == 0)) {
            return NONE;
        }
        return (negative ? -digits : digits) * 32 + (point < 0 ? 0 : count - point);
    }

    /**
     * The same from ASCII, where the text follows from the number: without a plus, without a zero too many in front, and
     * with digits on both sides of a point.
     */
    public static long ofCanonical(byte[] ascii, int from, int to) {
        if (to - from > MAX_DIGITS + 2) {
            return NONE;
        }
        int at = from < to && ascii[from] == '-' ? from + 1 : from;
        boolean negative = at > from;
        int first = at;
        long digits = 0;
        int point = -1;
        for (; at < to; at++) {
            int digit = ascii[at] - '0';
            if (digit >= 0 && digit <= 9) {
                digits = 10 * digits + digit;
            } else if (ascii[at] == '.' && point < 0 && at > first && at + 1 < to) {
                point = at;
            } else {
                return NONE;
            }
        }
        int count = to - first - (point < 0 ? 0 : 1);
        boolean zeroInFront = count > 1 && ascii[first] == '0' && point != first + 1;
        if (count < 1 || count > MAX_DIGITS || zeroInFront || (negative && digits == 0)) {
            return NONE;
        }
        return (negative ? -digits : digits) * 32 + (point < 0 ? 0 : to - point - 1);
    }

    /** The text of a canonical one. */
    static String text(long decimal) {
        return BigDecimal.valueOf(decimal >> 5, places(decimal)).toPlainString();
    }

    /** The nearest double: both operands are exact, and division rounds correctly. */
    public static double value(long decimal) {
        return (decimal >> 5) / POWERS[places(decimal)];
    }

    /** Whether it is a whole number of micro-units, and not too large to be kept as such. */
    public static boolean isMicros(long decimal) {
        return places(decimal) <= MICRO_PLACES
                && Math.abs(decimal >> 5) < (long) POWERS[MAX_WHOLE_DIGITS + Math.min(3, places(decimal))];
    }

    /** What {@link #isMicros} says that there is. */
    public static long micros(long decimal) {
        return (decimal >> 5) * (long) POWERS[MICRO_PLACES - places(decimal)];
    }

    private static int places(long decimal) {
        return (int) (decimal & 31);
    }
}
