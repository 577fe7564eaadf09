package io.cradle.core.explain;

/**
 * What is emitted so many tiers above a product: 0 by itself and its own processes, 1 by its direct inputs, and so on. A
 * factor or a supplier's record is one tier above what takes of it, with everything that it covers.
 *
 * @param deeper whether it stands for this tier and all above it
 * @param used kgCO2e excluding uptake that is taken through no credit
 * @param credited kgCO2e that is taken through credits, or is one
 */
public record TierContribution(int tier, boolean deeper, double used, double credited) {
    /** kgCO2e excluding uptake, net. */
    public double kgCO2e() {
        return used + credited;
    }
}
