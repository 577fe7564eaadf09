package io.cradle.testkit.realistic;

import java.util.SplittableRandom;

/** The distributions behind a network. */
final class Choices {
    private static final double INPUTS_MEAN = 10;
    private static final double INPUTS_SIGMA = 0.8;
    private static final int INPUTS_MOST = 300;
    /** Fan-out with exponent 2.2 means that popularity falls with rank^(-1/1.2). */
    private static final double RANK_EXPONENT = 1 / 1.2;

    private Choices() {}

    /** Lognormal: the mean is e^(μ + σ²/2). */
    static int inputs(SplittableRandom dice) {
        double mu = Math.log(INPUTS_MEAN) - INPUTS_SIGMA * INPUTS_SIGMA / 2;
        long inputs = Math.round(Math.exp(mu + INPUTS_SIGMA * dice.nextGaussian()));
        return (int) Math.max(1, Math.min(INPUTS_MOST, inputs));
    }

    /** One of n by popularity, 0 the most popular: the inverse of the distribution r^(-α) on 1 to n + 1. */
    static int ranked(SplittableRandom dice, int n) {
        double rest = 1 - RANK_EXPONENT;
        double rank = Math.pow(1 + dice.nextDouble() * (Math.pow(n + 1.0, rest) - 1), 1 / rest);
        return Math.min(n - 1, (int) rank - 1);
    }

    static boolean chance(SplittableRandom dice, double probability) {
        return dice.nextDouble() < probability;
    }
}
