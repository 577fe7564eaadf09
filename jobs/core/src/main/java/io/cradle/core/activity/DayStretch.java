package io.cradle.core.activity;

/**
 * Whole days of readings, one after the other, and their exact sum.
 *
 * @param firstStartMs where the first reading starts
 * @param lastStartMs where the last reading starts
 * @param lastEndMs where the last reading ends
 */
record DayStretch(long firstDay, long lastDay, long firstStartMs, long lastStartMs, long lastEndMs, long totalMicros) {

    /** A day alone; null where a long does not hold its sum. */
    static DayStretch of(long day, DayBlock block) {
        return block.total() == DayBlock.NO_TOTAL
                ? null
                : new DayStretch(day, day, block.firstStart(), block.lastStart(), block.lastEnd(), block.total());
    }

    /** Together with days behind it; null where a long does not hold the sum of both, or of the later alone. */
    DayStretch followedBy(DayStretch later) {
        if (later == null) {
            return null;
        }
        long sum = totalMicros + later.totalMicros;
        boolean overflows = ((totalMicros ^ sum) & (later.totalMicros ^ sum)) < 0;
        return overflows
                ? null
                : new DayStretch(firstDay, later.lastDay, firstStartMs, later.lastStartMs, later.lastEndMs, sum);
    }

    /** Offers it to a visitor of [fromMs, toMs), where it lies in there. */
    boolean isTakenBy(ReadingLog.Visitor visitor, long fromMs, long toMs) {
        return fromMs <= firstStartMs
                && lastStartMs < toMs
                && visitor.days(firstStartMs, lastStartMs, lastEndMs, totalMicros);
    }
}
