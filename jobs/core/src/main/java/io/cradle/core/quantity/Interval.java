package io.cradle.core.quantity;

import java.math.BigInteger;

/**
 * A span of activity time [start, end), ms since the epoch. An amount in it is spread evenly; in a span of no length it
 * sits at that instant.
 */
public record Interval(long startMs, long endMs) {
    public Interval {
        if (endMs < startMs) {
            throw new IllegalArgumentException("interval ends before it starts");
        }
    }

    /** The share of an amount in this interval that falls into [fromMs, toMs). */
    public double part(double amount, long fromMs, long toMs) {
        return upTo(amount, toMs) - upTo(amount, fromMs);
    }

    /** The part of a whole number of micro-units that falls into [fromMs, toMs); parts always add up to the whole. */
    public long part(long micros, long fromMs, long toMs) {
        return upTo(micros, toMs) - upTo(micros, fromMs);
    }

    public boolean overlaps(long fromMs, long toMs) {
        return startMs == endMs ? fromMs <= startMs && startMs < toMs : startMs < toMs && fromMs < endMs;
    }

    /** The last instant in it. */
    public long lastMs() {
        return Math.max(startMs, endMs - 1);
    }

    private double upTo(double amount, long timeMs) {
        if (timeMs <= startMs) {
            return 0;
        }
        return timeMs >= endMs ? amount : amount * ((double) (timeMs - startMs) / (endMs - startMs));
    }

    private long upTo(long micros, long timeMs) {
        if (timeMs <= startMs) {
            return 0;
        }
        if (timeMs >= endMs) {
            return micros;
        }
        long elapsed = timeMs - startMs;
        if (Math.multiplyHigh(micros, elapsed) == (micros * elapsed) >> 63) {
            return micros * elapsed / (endMs - startMs);
        }
        return BigInteger.valueOf(micros)
                .multiply(BigInteger.valueOf(elapsed))
                .divide(BigInteger.valueOf(endMs - startMs))
                .longValueExact();
    }
}
