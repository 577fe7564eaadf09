package io.cradle.core.footprint;

/**
 * The component vector of one declared unit of a product, read as figures.
 *
 * @param values in the order of {@link Component}
 * @param ownCoverage coverage to state where gross is 0
 * @param exemptedPercent exempted share of the footprint, 0–100
 */
public record Figures(double[] values, double ownCoverage, double exemptedPercent) {
    private static final double BEST_RATING = 1;
    private static final double WORST_RATING = 5;

    public double of(Component component) {
        return values[component.ordinal()];
    }

    public double excludingUptake() {
        return Component.excludingUptake(values, 0);
    }

    public double includingUptake() {
        return excludingUptake() + of(Component.BIOGENIC_UPTAKE);
    }

    public double coverage() {
        double gross = of(Component.GROSS);
        return gross == 0 ? ownCoverage : Math.min(1, of(Component.COVERED) / gross);
    }

    /** Primary data share, 0–100; NaN where gross is 0. */
    public double primaryDataShare() {
        return 100 * shareOfGross(of(Component.PRIMARY));
    }

    /** A gross-weighted mean rating, 1–5; NaN where gross is 0. */
    public double rating(Component weighted) {
        double mean = ofGross(of(weighted));
        return Double.isNaN(mean) ? mean : Math.max(BEST_RATING, Math.min(WORST_RATING, mean));
    }

    /** Share of gross that rests on an earlier period; 0 where gross is 0. */
    public double carriedForward() {
        return of(Component.GROSS) == 0 ? 0 : shareOfGross(of(Component.CARRIED));
    }

    private double shareOfGross(double part) {
        double share = ofGross(part);
        return Double.isNaN(share) ? share : Math.min(1, share);
    }

    /** NaN where gross is 0: also where a gross too small for a number has become 0 before its part has. */
    private double ofGross(double part) {
        return of(Component.GROSS) == 0 ? Double.NaN : part / of(Component.GROSS);
    }
}
