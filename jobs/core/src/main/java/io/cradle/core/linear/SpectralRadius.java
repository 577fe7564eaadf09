package io.cradle.core.linear;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Whether a loop produces more than it consumes: whether the spectral radius of B = |A| over its component is below 1.
 *
 * <p>By the Stein–Rosenberg theorem ρ(B) and the radius of the Gauss–Seidel matrix H of B lie on the same side of 1. For
 * any d &gt; 0, min (Hd)ᵢ/dᵢ ≤ ρ(H) ≤ max (Hd)ᵢ/dᵢ (Collatz–Wielandt), so either bound decides; powers of I + H bring the
 * two together.
 */
final class SpectralRadius {
    /** Radii this close below 1 count as 1: what rounding of an exact 1 can look like. */
    static final double ROUNDING = 1e-12;

    private static final int MAX_ITERATIONS = 20_000;

    private final int[][] inputs;
    private final double[][] amounts;
    private final double[] self;

    private SpectralRadius(EdgePool edges, int[] rows, int[] members) {
        Map<Integer, Integer> local = new HashMap<>();
        for (int i = 0; i < members.length; i++) {
            local.put(members[i], i);
        }
        inputs = new int[members.length][];
        amounts = new double[members.length][];
        self = new double[members.length];
        for (int i = 0; i < members.length; i++) {
            collect(edges, rows[members[i]], i, local);
        }
    }

    /** Whether the loop of these slots is non-productive: its radius is 1 or more. */
    static boolean isNonProductive(EdgePool edges, int[] rows, int[] members) {
        return new SpectralRadius(edges, rows, members).isNonProductive();
    }

    private void collect(EdgePool edges, int row, int member, Map<Integer, Integer> local) {
        int[] in = new int[edges.count(row)];
        double[] a = new double[edges.count(row)];
        int count = 0;
        for (int at = row + 1; at <= row + edges.count(row); at++) {
            Integer column = local.get(EdgePool.slot(edges.heads[at]));
            if (column == null || !Components.counts(edges.heads[at], edges.coefficients[at])) {
                continue;
            }
            double amount = Math.abs(edges.coefficients[at]);
            if (column == member) {
                self[member] += amount;
            } else {
                in[count] = column;
                a[count++] = amount;
            }
        }
        inputs[member] = Arrays.copyOf(in, count);
        amounts[member] = Arrays.copyOf(a, count);
    }

    private boolean isNonProductive() {
        for (double a : self) {
            if (a >= 1 - ROUNDING) {
                return true;
            }
        }
        if (self.length == 1) {
            return false;
        }
        double[] d = new double[self.length];
        Arrays.fill(d, 1);
        double smallest = 0;
        double largest = Double.MAX_VALUE;
        for (int iteration = 0; iteration < MAX_ITERATIONS; iteration++) {
            double[] h = gaussSeidel(d);
            smallest = Double.MAX_VALUE;
            largest = 0;
            for (int i = 0; i < d.length; i++) {
                double ratio = h[i] / d[i];
                smallest = Math.min(smallest, ratio);
                largest = Math.max(largest, ratio);
            }
            if (smallest >= 1 - ROUNDING) {
                return true;
            }
            if (largest < 1 - ROUNDING) {
                return false;
            }
            shift(d, h);
        }
        return smallest * largest >= 1;
    }

    private double[] gaussSeidel(double[] d) {
        double[] h = d.clone();
        for (int i = 0; i < h.length; i++) {
            double sum = 0;
            for (int e = 0; e < inputs[i].length; e++) {
                sum += amounts[i][e] * h[inputs[i][e]];
            }
            h[i] = sum / (1 - self[i]);
        }
        return h;
    }

    /** d becomes (I + H)d, scaled; entries stay positive. */
    private static void shift(double[] d, double[] h) {
        double largest = 0;
        for (int i = 0; i < d.length; i++) {
            d[i] += h[i];
            largest = Math.max(largest, d[i]);
        }
        for (int i = 0; i < d.length; i++) {
            d[i] = Math.max(d[i] / largest, Double.MIN_NORMAL);
        }
    }
}
