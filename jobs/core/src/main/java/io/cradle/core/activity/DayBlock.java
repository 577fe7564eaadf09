package io.cradle.core.activity;

import java.util.Arrays;

/** Readings that start on one UTC day, sorted by start. */
final class DayBlock {
    private long[] starts = new long[8];
    private long[] ends = new long[8];
    private long[] micros = new long[8];
    private int size;

    /** Replaces the value of the very same interval; false where it is not here. */
    boolean replace(long startMs, long endMs, long value) {
        int at = Arrays.binarySearch(starts, 0, size, startMs);
        if (at < 0 || ends[at] != endMs) {
            return false;
        }
        micros[at] = value;
        return true;
    }

    void insert(long startMs, long endMs, long value) {
        int at = insertionPoint(startMs);
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

    /** Index of the first reading that starts at or after an instant. */
    private int insertionPoint(long timeMs) {
        int at = Arrays.binarySearch(starts, 0, size, timeMs);
        return at < 0 ? -at - 1 : at;
    }

    private long[] reading(int at) {
        return new long[] {starts[at], ends[at], micros[at]};
    }
}
