package io.cradle.testkit.oracle;

import io.cradle.testkit.oracle.OracleFootprint.FootprintKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Reads the footprint of one product off a solved period. */
record FootprintBuilder(
        String network, NetworkView view, ProcessBook book, Period period, PeriodGraph graph, Solution solution) {
    private static final List<String> RATING_FIELDS = List.of("technological_dqr", "geographical_dqr", "temporal_dqr");

    OracleFootprint footprint(String product) {
        GraphNode node = graph.nodes().get(GraphNode.product(product));
        ProductMade made = graph.products().get(product);
        Fact.Bill bill = view.bill(product, period).orElseThrow();
        boolean productive = solution.has(node.id());
        return new OracleFootprint(
                new FootprintKey(network, product, period.label()),
                period.startMs(),
                period.endMs(),
                Optional.ofNullable(bill.name()),
                bill.declaredUnit().code(),
                view.closed(period),
                result(node),
                productive ? figures(node, made) : Map.of(),
                productive ? OptionalDouble.of(coverage(node)) : OptionalDouble.empty(),
                coveredTo(made),
                unresolved(node),
                versions(node));
    }

    private String result(GraphNode node) {
        if (!solution.has(node.id())) {
            return OracleFootprint.NON_PRODUCTIVE_LOOP;
        }
        return solution.incomplete(node.id()) ? OracleFootprint.INCOMPLETE : OracleFootprint.COMPLETE;
    }

    private double coverage(GraphNode node) {
        double gross = solution.gross(node.id());
        return gross == 0 ? node.ownCoverage() : solution.covered(node.id()) / gross;
    }

    private Map<String, Double> figures(GraphNode node, ProductMade made) {
        Map<String, Double> figures = new TreeMap<>();
        double[] indicators = solution.figures(node.id());
        for (Indicator indicator : Indicator.values()) {
            figures.put(indicator.field(), indicators[indicator.ordinal()]);
        }
        double excl = solution.excl(node.id());
        figures.put("pcf_excluding_biogenic_uptake", excl);
        figures.put("pcf_including_biogenic_uptake", excl + indicators[Indicator.BIOGENIC_UPTAKE.ordinal()]);
        figures.put("credits", solution.credits(node.id()));
        figures.put("packaging", sumOf(node, Fact.Purpose.PACKAGING));
        figures.put("outbound_logistics", sumOf(node, Fact.Purpose.OUTBOUND));
        figures.put("exempted_percent", made.exemptedPercent());
        putShares(node, figures);
        // No minus zero: it would print as one.
        figures.replaceAll((field, value) -> value + 0.0);
        return figures;
    }

    private void putShares(GraphNode node, Map<String, Double> figures) {
        double gross = solution.gross(node.id());
        figures.put("gross", gross);
        figures.put("carried_forward", gross == 0 ? 0 : solution.carried(node.id()) / gross);
        if (gross != 0) {
            figures.put("primary_data_share", 100 * solution.primary(node.id()) / gross);
            double[] ratings = solution.ratings(node.id());
            for (int k = 0; k < ratings.length; k++) {
                figures.put(RATING_FIELDS.get(k), ratings[k] / gross);
            }
        }
    }

    private double sumOf(GraphNode node, Fact.Purpose purpose) {
        return node.lines().stream()
                .filter(line -> line.purpose() == purpose)
                .mapToDouble(solution::contribution)
                .sum();
    }

    private OptionalLong coveredTo(ProductMade made) {
        return made.processes().stream()
                .mapToLong(process -> book.clockMs(process, period))
                .min();
    }

    private static Set<String> unresolved(GraphNode node) {
        Set<String> unresolved = new TreeSet<>();
        for (NodeLine line : node.lines()) {
            if (line.resolved() instanceof Resolved.Missing missing) {
                unresolved.add(line.input() + ": " + missing.gap().label());
            }
        }
        return unresolved;
    }

    private static Set<OracleVersion> versions(GraphNode node) {
        return node.lines().stream()
                .map(NodeLine::resolved)
                .filter(Resolved.ToLeaf.class::isInstance)
                .flatMap(resolved -> ((Resolved.ToLeaf) resolved).version().stream())
                .collect(Collectors.toUnmodifiableSet());
    }
}
