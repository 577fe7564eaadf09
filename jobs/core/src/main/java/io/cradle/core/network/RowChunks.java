package io.cradle.core.network;

import java.util.Arrays;

/**
 * Many lists of rows of a few numbers, in one array that is used again and again: a list is a chain of chunks. A row is
 * known by the index of its first number.
 */
final class RowChunks {
    private static final int ROWS = 8;

    /** So many chunks are kept when all are forgotten, a million rows in all; a single large epoch leaves nothing behind. */
    private static final int MOST_KEPT = 1 << 17;

    private final int width;
    private long[] numbers = {};
    private int[] next = {};
    private int count;

    /** @param width how many numbers a row has */
    RowChunks(int width) {
        this.width = width;
    }

    /** Forgets all lists. */
    void clear() {
        count = 0;
        if (next.length > MOST_KEPT) {
            numbers = new long[] {};
            next = new int[] {};
        }
    }

    /** The first row of a new list. */
    int begin() {
        if (count == next.length) {
            int chunks = Math.max(ROWS, 2 * count);
            numbers = Arrays.copyOf(numbers, Math.multiplyExact(chunks, ROWS * width));
            next = Arrays.copyOf(next, chunks);
        }
        return count++ * ROWS * width;
    }

    /** A row behind the last one of a list. */
    int behind(int last) {
        if (!endsChunk(last)) {
            return last + width;
        }
        int begun = begin();
        next[last / (ROWS * width)] = begun;
        return begun;
    }

    /** The row behind another that is not the last. */
    int next(int row) {
        return endsChunk(row) ? next[row / (ROWS * width)] : row + width;
    }

    private boolean endsChunk(int row) {
        return row % (ROWS * width) == (ROWS - 1) * width;
    }

    long get(int index) {
        return numbers[index];
    }

    void set(int index, long number) {
        numbers[index] = number;
    }
}
