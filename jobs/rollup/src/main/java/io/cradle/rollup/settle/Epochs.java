package io.cradle.rollup.settle;

import io.cradle.core.factor.FactorTable;
import java.io.Serializable;
import java.util.Set;

/** Cuts log time into epochs (n·E − E, n·E]. */
public record Epochs(long lengthMs) implements Serializable {
    /** Up to where a network is settled that never was. */
    public static final long NEVER = Long.MIN_VALUE;

    /** What is due, or waits, where nothing does. */
    public static final long NONE = Long.MAX_VALUE;

    /** End of the epoch that a log time lies in. */
    public long endOf(long logTimeMs) {
        return Math.floorDiv(logTimeMs + lengthMs - 1, lengthMs) * lengthMs;
    }

    /** End of the last epoch that a watermark has wholly passed. */
    public long lastEndedBy(long watermarkMs) {
        return watermarkMs < Long.MIN_VALUE + lengthMs
                ? Long.MIN_VALUE
                : Math.floorDiv(watermarkMs, lengthMs) * lengthMs;
    }

    /** End of the first epoch that ends after an instant; at the beginning of time, the first that can be told. */
    long firstEndAfter(long timeMs) {
        return timeMs < Long.MIN_VALUE + 2 * lengthMs ? Long.MIN_VALUE + 2 * lengthMs : endOf(timeMs + 1);
    }

    /**
     * End of the next epoch in which something of a network is pending: own records, a due date or factors. Time means
     * nothing to a network that was never settled.
     *
     * @param settledUpToMs end of the last epoch settled, or {@link #NEVER}
     * @param firstAwaitedMs end of the first epoch with records of its own, or {@link #NONE}
     * @param nextDueMs when time itself changes something, or {@link #NONE}
     * @param untilMs due dates and factors after this are not looked for
     * @return {@link #NONE} where nothing is pending until then
     */
    public long nextPending(
            long settledUpToMs, long firstAwaitedMs, long nextDueMs, FactorTable factors, long untilMs) {
        if (settledUpToMs == NEVER) {
            return firstAwaitedMs;
        }
        long next = firstAwaitedMs;
        if (nextDueMs <= untilMs) {
            next = Math.min(next, endOf(nextDueMs));
        }
        Set<Long> factorTimes = factors.changeTimes(settledUpToMs, untilMs);
        return factorTimes.isEmpty()
                ? next
                : Math.min(next, endOf(factorTimes.iterator().next()));
    }
}
