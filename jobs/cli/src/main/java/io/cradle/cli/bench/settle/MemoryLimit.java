package io.cradle.cli.bench.settle;

import io.cradle.core.footprint.Component;
import io.cradle.core.linear.Structure;
import io.cradle.testkit.realistic.RealisticNetwork;

/**
 * What no sweep can be faster than: the same bytes in the same layout and order as the kernel has them, read in order,
 * and for every edge all values of its input, read where they lie. Per edge 12 bytes, per node its row's head and its
 * 21 values; 168 bytes of every input. Nothing is computed but sums.
 */
final class MemoryLimit {
    private static final int COUNT = Component.COUNT;
    /** The kernel keeps one number more with the values of a node. */
    private static final int STRIDE = COUNT + 1;

    private static final int DOUBLES_PER_LINE = 8;

    private final int[] starts;
    private final int[] heads;
    private final double[] coefficients;
    private final double[] values;
    private volatile double sum;

    MemoryLimit(RealisticNetwork network, Structure structure) {
        SlotEdges edges = new SlotEdges(network, structure);
        int slots = edges.slots();
        starts = new int[slots + 1];
        heads = new int[edges.count() + slots];
        coefficients = new double[edges.count() + slots];
        values = new double[slots * STRIDE];
        for (int slot = 0; slot < slots; slot++) {
            int from = edges.starts[slot];
            int size = edges.starts[slot + 1] - from;
            int row = starts[slot];
            heads[row] = size;
            System.arraycopy(edges.inputs, from, heads, row + 1, size);
            System.arraycopy(edges.amounts, from, coefficients, row + 1, size);
            starts[slot + 1] = row + 1 + size;
        }
    }

    /** The sum of what was read last: that it can be asked for keeps the compiler from leaving reads out. */
    double sum() {
        return sum;
    }

    /** Reads everything once. */
    void read() {
        double read = 0;
        for (int slot = 0; slot + 1 < starts.length; slot++) {
            int row = starts[slot];
            int end = row + heads[row];
            read += coefficients[row] + all(slot * STRIDE);
            for (int at = row + 1; at <= end; at++) {
                read += coefficients[at] + all(heads[at] * STRIDE);
            }
        }
        sum = read;
    }

    /** The same, but of every input only one value in each 64 bytes: what the memory must move, without the adding. */
    void touch() {
        double read = 0;
        for (int slot = 0; slot + 1 < starts.length; slot++) {
            int row = starts[slot];
            int end = row + heads[row];
            read += coefficients[row] + some(slot * STRIDE);
            for (int at = row + 1; at <= end; at++) {
                read += coefficients[at] + some(heads[at] * STRIDE);
            }
        }
        sum = read;
    }

    private double some(int base) {
        double[] v = values;
        return v[base] + v[base + DOUBLES_PER_LINE] + (v[base + 2 * DOUBLES_PER_LINE] + v[base + COUNT - 1]);
    }

    /** Written out, in four chains that do not wait for each other. */
    private double all(int base) {
        double[] v = values;
        double a = v[base] + v[base + 1] + v[base + 2] + v[base + 3] + v[base + 4];
        double b = v[base + 5] + v[base + 6] + v[base + 7] + v[base + 8] + v[base + 9];
        double c = v[base + 10] + v[base + 11] + v[base + 12] + v[base + 13] + v[base + 14];
        double d = v[base + 15] + v[base + 16] + v[base + 17] + v[base + 18] + v[base + 19] + v[base + 20];
        return a + b + (c + d);
    }
}
