package io.cradle.core.activity;

import java.util.Arrays;

/** Readings that start on one UTC day, sorted by start; they never overlap, so their ends are sorted too. */
final class DayBlock {
    /** Says that a day has no total that a long holds, or none that was asked for since it changed. */
    static final long NO_TOTAL = Long.MIN_VALUE;

    private long[] starts = new long[8];
    private long[] ends = new long[8];
    private long[] micros = new long[8];
    private int size;

    // What whole days are judged by, kept here so that nobody need look into the arrays.
    private long firstStart;
    private long lastStart;
    private long lastEnd;
    private long total = NO_TOTAL;

    /**
     * Adds a reading as far as the readings of this day know; the very same interval replaces, another that overlaps is
     * a conflict.
     */
    ReadingLog.Outcome put(long startMs, long endMs, long value) {
        int at = insertionPoint(startMs);
        if (at < size && starts[at] == startMs) {
            if (ends[at] != endMs) {
                return ReadingLog.Outcome.CONFLICT;
            }
            micros[at] = value;
            total = NO_TOTAL;
            return ReadingLog.Outcome.REPLACED;
        }
        if ((at > 0 && ends[at - 1] > startMs) || (at < size && starts[at] < endMs)) {
            return ReadingLog.Outcome.CONFLICT;
        }
        insert(at, startMs, endMs, value);
        return ReadingLog.Outcome.ADDED;
    }

    private void insert(int at, long startMs, long endMs, long value) {
        if (size == starts.length) {
            starts = Arrays.copyOf(starts, 2 * size);
            ends = Arrays.copyOf(ends, 2 * size);
            micros = Arrays.copyOf(micros, 2 * size);
        }
        System.arraycopy(starts, at, starts, at + 1, size - at);
        System.arraycopy(ends, at, ends, at + 1, size - at);
        System.arraycopy(micros, at, micros, at + 1, size - at);
        starts[at] = startMs;
        ends[at] = endMs;
        micros[at] = value;
        size++;
        firstStart = starts[0];
        lastStart = starts[size - 1];
        lastEnd = ends[size - 1];
        total = NO_TOTAL;
    }

    /** Where the first reading starts; there is one. */
    long firstStart() {
        return firstStart;
    }

    /** Where the last reading starts; there is one. */
    long lastStart() {
        return lastStart;
    }

    /** Where the last reading ends; there is one. */
    long lastEnd() {
        return lastEnd;
    }

    /**
     * The exact sum of all readings, micro-units; {@link #NO_TOTAL} where a long does not hold it. Readings of a day come
     * many at a time and are summed once between.
     */
    long total() {
        if (total == NO_TOTAL && size > 0) {
            long sum = 0;
            for (int i = 0; i < size; i++) {
                long next = sum + micros[i];
                if (((sum ^ next) & (micros[i] ^ next)) < 0) {
                    return NO_TOTAL;
                }
                sum = next;
            }
            total = sum;
        }
        return total;
    }

    long[] before(long timeMs) {
        int at = insertionPoint(timeMs) - 1;
        return at < 0 ? null : reading(at);
    }

    long[] from(long timeMs) {
        int at = insertionPoint(timeMs);
        return at == size ? null : reading(at);
    }

    void visit(long fromMs, long toMs, ReadingLog.Visitor visitor) {
        for (int i = insertionPoint(fromMs); i < size && starts[i] < toMs; i++) {
            visitor.reading(starts[i], ends[i], micros[i]);
        }
    }

    long[] packed() {
        long[] packed = new long[3 * size];
        for (int i = 0; i < size; i++) {
            packed[3 * i] = starts[i];
            packed[3 * i + 1] = ends[i];
            packed[3 * i + 2] = micros[i];
        }
        return packed;
    }

    /** A block of what {@link #packed} gave. */
    static DayBlock of(long[] packed) {
        DayBlock block = new DayBlock();
        for (int i = 0; i < packed.length; i += 3) {
            block.insert(block.size, packed[i], packed[i + 1], packed[i + 2]);
        }
        return block;
    }

    /** Index of the first reading that starts at or after an instant. */
    private int insertionPoint(long timeMs) {
        // Readings mostly come in the order of time.
        if (size == 0 || lastStart < timeMs) {
            return size;
        }
        int at = Arrays.binarySearch(starts, 0, size, timeMs);
        return at < 0 ? -at - 1 : at;
    }

    private long[] reading(int at) {
        return new long[] {starts[at], ends[at], micros[at]};
    }
}
