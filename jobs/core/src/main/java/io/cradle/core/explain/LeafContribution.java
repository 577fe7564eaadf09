package io.cradle.core.explain;

/**
 * What one factor, supplier's record or direct emission contributes to a product over all tiers, however often it is used:
 * a shared one is one.
 *
 * @param kind factor, supplied or direct
 * @param name of a factor, product/supplier of a record, gas and emitter of a direct emission
 * @param version the record behind it; null for a direct emission
 * @param unit of the amount
 * @param amount net, per declared unit of the product
 * @param used kgCO2e excluding uptake that is taken through no credit
 * @param credited kgCO2e excluding uptake that is taken through credits, or is one; mostly negative
 * @param indicators net, the nine indicators in kgCO2e
 * @param relativeDeviation standard deviation of the leaf's figure as a share of it
 */
public record LeafContribution(
        String kind,
        String name,
        VersionUsed version,
        String unit,
        double amount,
        double used,
        double credited,
        double[] indicators,
        double relativeDeviation) {
    public static final String DIRECT = "direct";

    /** kgCO2e excluding uptake, net. */
    public double kgCO2e() {
        return used + credited;
    }

    /** kgCO2e by which the product's figure deviates where this leaf alone does. */
    public double deviation() {
        return Math.abs(kgCO2e()) * relativeDeviation;
    }

    /** The same leaf with more of it: another choice of the same record. */
    LeafContribution plus(LeafContribution other) {
        double[] sum = indicators.clone();
        for (int c = 0; c < sum.length; c++) {
            sum[c] += other.indicators[c];
        }
        return new LeafContribution(
                kind,
                name,
                version,
                unit,
                amount + other.amount,
                used + other.used,
                credited + other.credited,
                sum,
                Math.max(relativeDeviation, other.relativeDeviation));
    }
}
