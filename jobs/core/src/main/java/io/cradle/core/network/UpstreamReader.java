package io.cradle.core.network;

import io.cradle.core.explain.Ratings;
import io.cradle.core.explain.Upstream;
import io.cradle.core.explain.VersionUsed;
import io.cradle.core.factor.Leaf;
import io.cradle.core.footprint.Component;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads what a product rests on out of a settled graph, building the rows again from their facts. */
final class UpstreamReader {
    private final PeriodGraph graph;
    private final List<Integer> reached = new ArrayList<>();
    private final Map<Integer, Integer> places = new HashMap<>();

    private UpstreamReader(PeriodGraph graph) {
        this.graph = graph;
    }

    static Upstream read(PeriodGraph graph, int product) {
        UpstreamReader reader = new UpstreamReader(graph);
        reader.place(product);
        List<Upstream.Node> nodes = new ArrayList<>();
        for (int i = 0; i < reader.reached.size(); i++) {
            nodes.add(reader.node(reader.reached.get(i)));
        }
        return new Upstream(nodes);
    }

    private int place(int node) {
        Integer known = places.putIfAbsent(node, reached.size());
        if (known != null) {
            return known;
        }
        reached.add(node);
        return reached.size() - 1;
    }

    private Upstream.Node node(int node) {
        NodeKey key = graph.nodes().key(node);
        double[] values = graph.system().values(node);
        return switch (key.kind()) {
            case FACTOR, SUPPLIED -> leaf(key, graph.leaf(node), values);
            case PROCESS -> node(key, graph.processRows().get(node), values);
            case MARKET -> node(key, graph.marketRow(node), values);
            case PRODUCT -> node(key, graph.productRow(node), values);
        };
    }

    private static Upstream.Node leaf(NodeKey key, Leaf leaf, double[] values) {
        VersionUsed version = new VersionUsed(
                leaf.key(), leaf.version(), leaf.source(), leaf.position().logTimeMs());
        Ratings ratings = new Ratings(
                leaf.quality().technological(),
                leaf.quality().geographical(),
                leaf.quality().temporal());
        return new Upstream.Node(
                key.kind().code(),
                key.label(),
                leaf.per().unit().code(),
                values,
                new Upstream.Source(version, leaf.indicators(), ratings),
                List.of(),
                List.of());
    }

    private Upstream.Node node(NodeKey key, Row row, double[] values) {
        List<Upstream.Emission> emissions = row.directs.stream()
                .filter(direct -> direct.purpose() != Purpose.OUTBOUND)
                .map(UpstreamReader::emission)
                .toList();
        List<Upstream.Input> inputs = row.edges.stream()
                .filter(edge -> edge.purpose() != Purpose.OUTBOUND)
                .map(this::input)
                .toList();
        return new Upstream.Node(
                key.kind().code(), key.label(), row.face.per().unit().code(), values, null, emissions, inputs);
    }

    private static Upstream.Emission emission(Direct direct) {
        double[] indicators = new double[Component.INDICATORS];
        indicators[direct.gas().indicator().ordinal()] = direct.kgCO2e();
        return new Upstream.Emission(
                direct.gas().name(), direct.kg(), indicators, direct.purpose().code(), direct.primary());
    }

    private Upstream.Input input(Edge edge) {
        return new Upstream.Input(
                place(graph.nodes().find(edge.target())),
                edge.coefficient(),
                edge.amount(),
                edge.unit(),
                edge.purpose().code(),
                edge.notes());
    }
}
