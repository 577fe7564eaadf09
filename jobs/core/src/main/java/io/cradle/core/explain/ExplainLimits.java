package io.cradle.core.explain;

/**
 * How much an explanation tells apart.
 *
 * @param tiers so many, and one more for all above
 * @param paths at most so many
 * @param covered paths until they cover this share of the gross emissions, 0–1
 * @param leastShare no path, and no way on, that weighs less than this share of the gross emissions
 */
public record ExplainLimits(int tiers, int paths, double covered, double leastShare) {
    public static final ExplainLimits DEFAULT = new ExplainLimits(8, 20, 0.99, 1e-5);

    public ExplainLimits {
        if (tiers < 1 || paths < 0 || !(covered >= 0 && covered <= 1) || !(leastShare > 0)) {
            throw new IllegalArgumentException("no limits: " + tiers + " tiers, " + paths + " paths, covered " + covered
                    + ", least share " + leastShare);
        }
    }
}
