package io.cradle.core.network;

import java.util.Arrays;

/**
 * A sum of numbers that are replaced one at a time. Nothing is subtracted: a replaced number is added up again with its
 * neighbours, so that rounding does not pile up.
 */
final class SumTree {
    /** Children of the node at i stand at 2i and 2i + 1; the numbers are the leaves. */
    private double[] sums = new double[2];

    void set(int index, double number) {
        int leaves = sums.length / 2;
        if (index >= leaves) {
            grow(index);
            leaves = sums.length / 2;
        }
        int at = leaves + index;
        sums[at] = number;
        for (at /= 2; at > 0; at /= 2) {
            sums[at] = sums[2 * at] + sums[2 * at + 1];
        }
    }

    double sum() {
        return sums[1];
    }

    private void grow(int index) {
        double[] numbers = Arrays.copyOfRange(sums, sums.length / 2, sums.length);
        int leaves = Integer.highestOneBit(index) * 2;
        sums = new double[2 * leaves];
        System.arraycopy(numbers, 0, sums, leaves, numbers.length);
        for (int at = leaves - 1; at > 0; at--) {
            sums[at] = sums[2 * at] + sums[2 * at + 1];
        }
    }
}
