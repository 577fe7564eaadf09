package io.cradle.core.activity;

import java.util.Arrays;

/** Days with readings, in order. A month of them is searched in a few lines of memory. */
final class DayBlocks {
    private long[] days = new long[4];
    private DayBlock[] blocks = new DayBlock[4];
    private int size;

    /** How many days have readings. */
    int size() {
        return size;
    }

    long day(int at) {
        return days[at];
    }

    DayBlock block(int at) {
        return blocks[at];
    }

    /** Index of the first day that is not before another; {@link #size} where all are. */
    int from(long day) {
        if (size == 0 || days[size - 1] < day) {
            return size;
        }
        int at = Arrays.binarySearch(days, 0, size, day);
        return at < 0 ? -at - 1 : at;
    }

    /** The readings of a day, or null. */
    DayBlock of(long day) {
        int at = from(day);
        return at < size && days[at] == day ? blocks[at] : null;
    }

    void put(long day, DayBlock block) {
        int at = from(day);
        if (at < size && days[at] == day) {
            blocks[at] = block;
            return;
        }
        if (size == days.length) {
            days = Arrays.copyOf(days, 2 * size);
            blocks = Arrays.copyOf(blocks, 2 * size);
        }
        System.arraycopy(days, at, days, at + 1, size - at);
        System.arraycopy(blocks, at, blocks, at + 1, size - at);
        days[at] = day;
        blocks[at] = block;
        size++;
    }

    void clear() {
        Arrays.fill(blocks, null);
        size = 0;
    }
}
