package io.cradle.testkit.oracle;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/** A time [startMs, endMs) that an amount belongs to; of no length = an instant. */
record Interval(long startMs, long endMs) {

    boolean isInstant() {
        return startMs == endMs;
    }

    /** Whether some of it lies in [from, to); an instant lies in it when from &lt;= instant &lt; to. */
    boolean overlaps(long fromMs, long toMs) {
        return isInstant() ? contains(fromMs, toMs) : Math.max(startMs, fromMs) < Math.min(endMs, toMs);
    }

    /** The part of an amount that counts in [from, to): cum(to) − cum(from). */
    BigDecimal part(BigDecimal amount, long fromMs, long toMs) {
        if (isInstant()) {
            return contains(fromMs, toMs) ? amount : BigDecimal.ZERO;
        }
        return upTo(amount, toMs).subtract(upTo(amount, fromMs));
    }

    /** The same of a whole number of micro-units; cum is truncated to one, so parts add up to the whole. */
    BigInteger microPart(BigInteger micro, long fromMs, long toMs) {
        return microUpTo(micro, toMs).subtract(microUpTo(micro, fromMs));
    }

    private boolean contains(long fromMs, long toMs) {
        return fromMs <= startMs && startMs < toMs;
    }

    private BigDecimal upTo(BigDecimal amount, long timeMs) {
        if (timeMs <= startMs) {
            return BigDecimal.ZERO;
        }
        if (timeMs >= endMs) {
            return amount;
        }
        return amount.multiply(BigDecimal.valueOf(timeMs - startMs))
                .divide(BigDecimal.valueOf(endMs - startMs), MathContext.DECIMAL128);
    }

    private BigInteger microUpTo(BigInteger micro, long timeMs) {
        if (timeMs <= startMs) {
            return BigInteger.ZERO;
        }
        if (timeMs >= endMs) {
            return micro;
        }
        return micro.multiply(BigInteger.valueOf(timeMs - startMs)).divide(BigInteger.valueOf(endMs - startMs));
    }
}
