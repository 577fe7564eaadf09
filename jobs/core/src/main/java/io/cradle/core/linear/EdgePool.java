package io.cradle.core.linear;

import java.util.Arrays;

/**
 * The edges of all rows in two long arrays, so that a sweep in order reads memory in order. A row is addressed by where
 * it begins: there stand its number of edges and its own coverage, then its edges as (slot of the target, flags) and
 * coefficient. Rows never change; a changed row is a new one. What nobody refers to any more goes when the structure is
 * numbered again.
 */
final class EdgePool {
    /** The row of a node with no edges that is fully covered, and of one that is not covered at all. */
    static final int EMPTY = 0;

    static final int UNCOVERED = 1;

    private static final int FLAG_SHIFT = 28;
    private static final int SLOT_MASK = (1 << FLAG_SHIFT) - 1;

    int[] heads = new int[16];
    double[] coefficients = new double[16];
    private int end = 2;

    EdgePool() {
        coefficients[EMPTY] = 1;
    }

    static int slot(int head) {
        return head & SLOT_MASK;
    }

    static int flags(int head) {
        return head >>> FLAG_SHIFT;
    }

    static int head(int slot, int flags) {
        return slot | flags << FLAG_SHIFT;
    }

    int count(int row) {
        return heads[row];
    }

    double ownCoverage(int row) {
        return coefficients[row];
    }

    /** Whether an edge is inside the footprint. */
    static boolean isInside(int head) {
        return (head & Edges.OUTBOUND << FLAG_SHIFT) == 0;
    }

    /** Places taken, two of them by the rows without edges. */
    int end() {
        return end;
    }

    /** Adds a row; gives where it begins. */
    int add(double ownCoverage, int[] heads, double[] coefficients) {
        int count = heads.length;
        if (count == 0 && (ownCoverage == 1 || ownCoverage == 0)) {
            return ownCoverage == 1 ? EMPTY : UNCOVERED;
        }
        int row = reserve(count + 1);
        this.heads[row] = count;
        this.coefficients[row] = ownCoverage;
        System.arraycopy(heads, 0, this.heads, row + 1, count);
        System.arraycopy(coefficients, 0, this.coefficients, row + 1, count);
        return row;
    }

    private int reserve(int places) {
        if (end + places > heads.length) {
            int capacity = Math.max(end + places, heads.length + (heads.length >> 1));
            heads = Arrays.copyOf(heads, capacity);
            coefficients = Arrays.copyOf(coefficients, capacity);
        }
        int at = end;
        end += places;
        return at;
    }

    /** Whether a row is exactly this one, coverage aside. */
    boolean hasEdges(int row, int[] heads, double[] coefficients) {
        int count = heads.length;
        return this.heads[row] == count
                && Arrays.equals(this.heads, row + 1, row + 1 + count, heads, 0, count)
                && Arrays.equals(this.coefficients, row + 1, row + 1 + count, coefficients, 0, count);
    }

    /** Σ|a| over the edges of a row to a slot; -1 where there is none. */
    double amount(int row, int slot) {
        double sum = -1;
        for (int at = row + 1, end = row + heads[row]; at <= end; at++) {
            if (slot(heads[at]) == slot) {
                sum = Math.max(0, sum) + Math.abs(coefficients[at]);
            }
        }
        return sum;
    }

    /** Makes room for so many places. */
    void expect(int places) {
        heads = new int[Math.max(16, places)];
        coefficients = new double[Math.max(16, places)];
        coefficients[EMPTY] = 1;
    }

    /** Gives back what is not used, but for room to add to. */
    void trim() {
        int capacity = Math.max(16, end + (end >> 4));
        if (capacity < heads.length) {
            heads = Arrays.copyOf(heads, capacity);
            coefficients = Arrays.copyOf(coefficients, capacity);
        }
    }

    /**
     * Copies a row of another pool, unless it was copied before.
     *
     * @param newSlots by old slot
     * @param consumers counts the consumers of every new slot
     * @return where it begins here
     */
    int move(EdgePool from, int row, int[] newSlots, int[] consumers) {
        if (row <= UNCOVERED) {
            return row;
        }
        int count = from.heads[row];
        if (count < 0) {
            return ~count;
        }
        int to = reserve(count + 1);
        heads[to] = count;
        System.arraycopy(from.coefficients, row, coefficients, to, count + 1);
        for (int i = 1; i <= count; i++) {
            int slot = newSlots[slot(from.heads[row + i])];
            heads[to + i] = head(slot, flags(from.heads[row + i]));
            consumers[slot]++;
        }
        from.heads[row] = ~to;
        return to;
    }
}
