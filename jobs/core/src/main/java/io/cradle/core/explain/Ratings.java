package io.cradle.core.explain;

/**
 * Data quality of a leaf, each from 1 (best) to 5 (worst or unknown), and what it says about uncertainty.
 *
 * <p>The pedigree matrix with the default factors of ecoinvent (Frischknecht et al. 2007) gives each score a factor f, the
 * square of a geometric standard deviation; with σ the standard deviation of the logarithm, σ² = Σ(ln f ÷ 2)² over the scores
 * and the basic uncertainty of the exchange. Ratings between two scores take f between theirs, on the logarithmic scale. Of
 * the five scores the records state three; reliability and completeness are taken as best.
 */
public record Ratings(double technological, double geographical, double temporal) {
    /** Of a primary direct emission. */
    static final Ratings BEST = new Ratings(1, 1, 1);

    /** Where nothing is stated. */
    static final Ratings UNKNOWN = new Ratings(5, 5, 5);

    /** Of emissions of CO2 and of electricity: the least that the pedigree approach gives anything. */
    private static final double BASIC = 1.05;

    private static final double[] TECHNOLOGICAL = {1, 1.05, 1.2, 1.5, 2};
    private static final double[] GEOGRAPHICAL = {1, 1.01, 1.02, 1.05, 1.1};
    private static final double[] TEMPORAL = {1, 1.03, 1.1, 1.2, 1.5};

    /** Variance of the logarithm. */
    public double logVariance() {
        return square(Math.log(BASIC) / 2)
                + square(logDeviation(TECHNOLOGICAL, technological))
                + square(logDeviation(GEOGRAPHICAL, geographical))
                + square(logDeviation(TEMPORAL, temporal));
    }

    /** Geometric standard deviation: a figure lies between itself ÷ its square and × its square in 95 of 100 cases. */
    public double geometricDeviation() {
        return Math.exp(Math.sqrt(logVariance()));
    }

    /** Standard deviation as a share of the mean, of a lognormal figure whose mean is the one stated. */
    public double relativeDeviation() {
        return Math.sqrt(Math.expm1(logVariance()));
    }

    private static double logDeviation(double[] factors, double rating) {
        double place = Math.max(0, Math.min(factors.length - 1, rating - 1));
        int below = (int) place;
        int above = Math.min(below + 1, factors.length - 1);
        double part = place - below;
        return ((1 - part) * Math.log(factors[below]) + part * Math.log(factors[above])) / 2;
    }

    private static double square(double x) {
        return x * x;
    }
}
