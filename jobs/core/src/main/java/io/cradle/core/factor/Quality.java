package io.cradle.core.factor;

/**
 * Data quality of a figure.
 *
 * @param primaryShare primary data share, 0–1; absent is 0
 * @param technological rating from 1 (best) to 5 (worst or unknown)
 * @param geographical likewise
 * @param temporal likewise
 */
public record Quality(double primaryShare, double technological, double geographical, double temporal) {
    public static final double UNKNOWN_RATING = 5;

    public Quality {
        if (!(primaryShare >= 0 && primaryShare <= 1)) {
            throw new IllegalArgumentException("primary share must be within 0 and 1: " + primaryShare);
        }
    }

    Quality withTemporalAtLeast(double rating) {
        return temporal >= rating ? this : new Quality(primaryShare, technological, geographical, rating);
    }
}
