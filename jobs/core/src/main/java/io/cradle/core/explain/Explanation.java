package io.cradle.core.explain;

import io.cradle.core.footprint.Component;
import java.util.Comparator;
import java.util.List;

/**
 * A product's footprint in one period, explained. Leaves, inputs and tiers each add up to the figure.
 *
 * @param product with its settled values
 * @param leaves every factor, supplier's record and direct emission, the largest first
 * @param inputs its own lines
 * @param tiers from its own emissions upwards
 * @param paths the largest, in magnitude
 * @param errorBound bound on the error of what the leaves add up to, excluding uptake, as a share of the product's magnitude
 */
public record Explanation(
        Upstream.Node product,
        List<LeafContribution> leaves,
        List<InputContribution> inputs,
        List<TierContribution> tiers,
        List<PathContribution> paths,
        double errorBound) {

    /** Explains the product of an upstream. */
    public static Explanation of(Upstream upstream, ExplainLimits limits) {
        List<int[]> parts = StrongParts.of(upstream);
        Requirements total = Requirements.of(upstream, parts, true);
        Requirements used = Requirements.of(upstream, parts, false);
        return new Explanation(
                upstream.product(),
                LeafContributions.of(upstream, total.amounts(), used.amounts()),
                InputContributions.of(upstream),
                TierSeries.of(upstream, limits.tiers()),
                PathSearch.of(upstream, limits),
                Math.max(total.errorBound(), used.errorBound()));
    }

    /** kgCO2e excluding uptake per declared unit. */
    public double kgCO2e() {
        return product.excludingUptake();
    }

    /** The part of it that comes through no credit. */
    public double used() {
        return kgCO2e() - credited();
    }

    /** The part of it that credits take off: 0 or less. */
    public double credited() {
        return product.values()[Component.CREDITS.ordinal()];
    }

    /**
     * Standard deviation of the figure in kgCO2e, to first order: √Σ(∂f/∂x·σ)² over the leaves x, which are independent of
     * each other. The figure is linear in every leaf, so for given amounts it is exact. A leaf in many tiers is one.
     */
    public double deviation() {
        double variance = 0;
        for (LeafContribution leaf : leaves) {
            variance += leaf.deviation() * leaf.deviation();
        }
        return Math.sqrt(variance);
    }

    /** The leaves that the deviation comes of, those that dominate it first. */
    public List<LeafContribution> byDeviation() {
        return leaves.stream()
                .filter(leaf -> leaf.deviation() > 0)
                .sorted(Comparator.comparingDouble((LeafContribution leaf) -> -leaf.deviation())
                        .thenComparing(LeafContribution::name))
                .toList();
    }

    /** What the paths found do not tell of, in kgCO2e, net. */
    public double besidesPaths() {
        return kgCO2e() - paths.stream().mapToDouble(PathContribution::kgCO2e).sum();
    }
}
