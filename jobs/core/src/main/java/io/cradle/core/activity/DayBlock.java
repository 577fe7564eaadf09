package io.cradle.core.activity;

import java.util.Arrays;

/** Readings that start on one UTC day, sorted by start; they never overlap, so their ends are sorted too. */
final class DayBlock {
    /** Says that a day has no total that a long holds, or none that was asked for since it changed. */
    static final long NO_TOTAL = Long.MIN_VALUE;

    /** Room that a day has at least. */
    static final int LEAST_ROOM = 8;

    /** Null while every reading is as long as the first and begins where the one before ends, as readings mostly do. */
    private long[] starts;

    /** Null where {@link #starts} is. */
    private long[] ends;

    private long[] micros;
    private int size;

    // What readings without starts and ends of their own begin with and how long each is.
    private long beginning;
    private long step;

    // What whole days are judged by, kept here so that nobody need look into the arrays.
    private long firstStart;
    private long lastStart;
    private long lastEnd;
    private long total = NO_TOTAL;

    /** @param room for so many readings, mostly as many as another day has; more may come */
    DayBlock(int room) {
        micros = new long[Math.max(LEAST_ROOM, room)];
    }

    /** How many readings there are. */
    int size() {
        return size;
    }

    private long start(int at) {
        return starts == null ? beginning + at * step : starts[at];
    }

    private long end(int at) {
        return starts == null ? beginning + (at + 1) * step : ends[at];
    }

    /**
     * Adds a reading as far as the readings of this day know; the very same interval replaces, another that overlaps is
     * a conflict.
     */
    ReadingLog.Outcome put(long startMs, long endMs, long value) {
        int at = insertionPoint(startMs);
        if (at < size && start(at) == startMs) {
            if (end(at) != endMs) {
                return ReadingLog.Outcome.CONFLICT;
            }
            micros[at] = value;
            total = NO_TOTAL;
            return ReadingLog.Outcome.REPLACED;
        }
        if ((at > 0 && end(at - 1) > startMs) || (at < size && start(at) < endMs)) {
            return ReadingLog.Outcome.CONFLICT;
        }
        insert(at, startMs, endMs, value);
        return ReadingLog.Outcome.ADDED;
    }

    private void insert(int at, long startMs, long endMs, long value) {
        if (size == 0) {
            beginning = startMs;
            step = endMs - startMs;
        } else if (starts == null && !(at == size && startMs == end(size - 1) && endMs - startMs == step)) {
            tellApart();
        }
        if (size == micros.length) {
            micros = Arrays.copyOf(micros, 2 * size);
        }
        System.arraycopy(micros, at, micros, at + 1, size - at);
        micros[at] = value;
        if (starts != null) {
            insertTimes(at, startMs, endMs);
        }
        size++;
        firstStart = start(0);
        lastStart = start(size - 1);
        lastEnd = end(size - 1);
        total = NO_TOTAL;
    }

    private void insertTimes(int at, long startMs, long endMs) {
        if (size == starts.length) {
            starts = Arrays.copyOf(starts, 2 * size);
            ends = Arrays.copyOf(ends, 2 * size);
        }
        System.arraycopy(starts, at, starts, at + 1, size - at);
        System.arraycopy(ends, at, ends, at + 1, size - at);
        starts[at] = startMs;
        ends[at] = endMs;
    }

    /** From now on every reading has a start and an end of its own. */
    private void tellApart() {
        long[] startOf = new long[micros.length];
        long[] endOf = new long[micros.length];
        for (int i = 0; i < size; i++) {
            startOf[i] = start(i);
            endOf[i] = end(i);
        }
        starts = startOf;
        ends = endOf;
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
        for (int i = insertionPoint(fromMs); i < size && start(i) < toMs; i++) {
            visitor.reading(start(i), end(i), micros[i]);
        }
    }

    long[] packed() {
        long[] packed = new long[3 * size];
        for (int i = 0; i < size; i++) {
            packed[3 * i] = start(i);
            packed[3 * i + 1] = end(i);
            packed[3 * i + 2] = micros[i];
        }
        return packed;
    }

    /** A block of what {@link #packed} gave. */
    static DayBlock of(long[] packed) {
        DayBlock block = new DayBlock(packed.length / 3);
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
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (start(middle) < timeMs) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private long[] reading(int at) {
        return new long[] {start(at), end(at), micros[at]};
    }
}
