package io.cradle.testkit.oracle;

/**
 * The figures that a factor or a supplier's record states for one of its units.
 *
 * @param indicators kgCO2e, in the order of {@link Indicator}
 * @param primaryShare 0-1
 * @param ratings technological, geographical, temporal: 1 to 5
 */
record Leaf(double[] indicators, double primaryShare, double[] ratings) {
    static final int RATINGS = 3;
    static final double UNKNOWN_RATING = 5;
    private static final int TEMPORAL = 2;

    double excl() {
        return Indicator.excl(indicators);
    }

    /** The same with a temporal rating no better than this. */
    Leaf withTemporalAtLeast(double rating) {
        double[] worse = ratings.clone();
        worse[TEMPORAL] = Math.max(worse[TEMPORAL], rating);
        return new Leaf(indicators, primaryShare, worse);
    }
}
