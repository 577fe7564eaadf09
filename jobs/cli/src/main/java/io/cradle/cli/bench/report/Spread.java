package io.cradle.cli.bench.report;

import java.util.Arrays;

/**
 * How repeated measurements lie; all in one unit.
 *
 * @param samples how many there were
 */
public record Spread(int samples, double median, double p90, double p99, double most) {

    /** Of at least one sample, in any order. */
    public static Spread of(double... samples) {
        if (samples.length == 0) {
            throw new IllegalArgumentException("no samples");
        }
        double[] sorted = samples.clone();
        Arrays.sort(sorted);
        return new Spread(sorted.length, at(sorted, 0.5), at(sorted, 0.9), at(sorted, 0.99), sorted[sorted.length - 1]);
    }

    /** The smallest sample that at least this share of all does not exceed. */
    private static double at(double[] sorted, double share) {
        return sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
    }
}
