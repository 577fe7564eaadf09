package io.cradle.core.explain;

import io.cradle.core.footprint.Component;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects what every leaf contributes, each once. */
final class LeafContributions {
    private final Map<String, LeafContribution> byLeaf = new LinkedHashMap<>();

    private LeafContributions() {}

    /**
     * All leaves with anything to contribute, the largest net magnitude first.
     *
     * @param total what is taken of each node
     * @param used the part of it that is taken through no credit
     */
    static List<LeafContribution> of(Upstream upstream, double[] total, double[] used) {
        LeafContributions leaves = new LeafContributions();
        for (int i = 0; i < total.length; i++) {
            Upstream.Node node = upstream.nodes().get(i);
            if (node.source() != null) {
                leaves.addSource(node, total[i], used[i]);
            }
            for (Upstream.Emission emission : node.emissions()) {
                leaves.addEmission(node, emission, total[i], used[i]);
            }
        }
        List<LeafContribution> sorted = new ArrayList<>(leaves.byLeaf.values());
        sorted.sort(Comparator.comparingDouble((LeafContribution leaf) -> -Math.abs(leaf.kgCO2e()))
                .thenComparing(LeafContribution::name));
        return List.copyOf(sorted);
    }

    private void addSource(Upstream.Node node, double total, double used) {
        Upstream.Source source = node.source();
        double perUnit = Component.excludingUptake(source.indicators(), 0);
        add(
                node.kind() + " " + source.version().key(),
                new LeafContribution(
                        node.kind(),
                        node.kind().equals(Upstream.Node.FACTOR)
                                ? source.version().key()
                                : node.name(),
                        source.version(),
                        node.unit(),
                        total,
                        used * perUnit,
                        (total - used) * perUnit,
                        times(source.indicators(), total),
                        source.ratings().relativeDeviation()));
    }

    private void addEmission(Upstream.Node node, Upstream.Emission emission, double total, double used) {
        double perUnit = Component.excludingUptake(emission.indicators(), 0);
        double usedOfIt = perUnit < 0 ? 0 : used;
        Ratings ratings = emission.primary() ? Ratings.BEST : Ratings.UNKNOWN;
        String name = emission.gas() + " of " + node.kind() + " " + node.name();
        add(
                LeafContribution.DIRECT + " " + emission.primary() + " " + name,
                new LeafContribution(
                        LeafContribution.DIRECT,
                        name,
                        null,
                        "kg",
                        total * emission.kg(),
                        usedOfIt * perUnit,
                        (total - usedOfIt) * perUnit,
                        times(emission.indicators(), total),
                        ratings.relativeDeviation()));
    }

    private void add(String leaf, LeafContribution contribution) {
        byLeaf.merge(leaf, contribution, LeafContribution::plus);
    }

    private static double[] times(double[] indicators, double amount) {
        double[] product = new double[Component.INDICATORS];
        for (int c = 0; c < product.length; c++) {
            product[c] = indicators[c] * amount;
        }
        return product;
    }
}
