package io.cradle.core.network;

import io.cradle.core.activity.Period;
import io.cradle.core.explain.Upstream;
import io.cradle.core.footprint.Result;
import java.util.NavigableSet;
import java.util.TreeSet;

/** One live period of a network as it was last settled, to be read. Good until the network's next epoch. */
public final class SettledPeriod {
    private final PeriodGraph graph;

    SettledPeriod(PeriodGraph graph) {
        this.graph = graph;
    }

    public Period period() {
        return graph.period();
    }

    /** The products made in the period, by name. */
    public NavigableSet<String> products() {
        NavigableSet<String> products = new TreeSet<>();
        for (int node = 0; node < graph.nodes().structure().size(); node++) {
            if (graph.nodes().key(node).kind() == NodeKey.Kind.PRODUCT && isMade(node)) {
                products.add(graph.nodes().key(node).id());
            }
        }
        return products;
    }

    /** Whether a product is made in the period. */
    public boolean isMade(String product) {
        return isMade(graph.nodes().find(NodeKey.product(product)));
    }

    private boolean isMade(int node) {
        return node >= 0 && graph.face(node) != null && graph.face(node).isResolved();
    }

    /** Whether a product has figures: it is not in or above a non-productive loop, nor beyond what numbers can say. */
    public boolean hasFigures(String product) {
        return graph.hasFigures(node(product));
    }

    public Result result(String product) {
        return graph.result(node(product));
    }

    /** UCUM code of the unit that the figures of a product are per. */
    public String declaredUnit(String product) {
        return graph.face(node(product)).per().unit().code();
    }

    /**
     * The component vector of a product, kgCO2e per declared unit.
     *
     * @throws IllegalArgumentException if it is not made in the period
     */
    public double[] values(String product) {
        return graph.system().values(node(product));
    }

    /**
     * Everything that a product rests on.
     *
     * @throws IllegalArgumentException if it is not made in the period, or has no figures
     */
    public Upstream upstream(String product) {
        int node = node(product);
        if (!graph.hasFigures(node)) {
            throw new IllegalArgumentException(product + " has no figures in " + period().label());
        }
        return UpstreamReader.read(graph, node);
    }

    private int node(String product) {
        int node = graph.nodes().find(NodeKey.product(product));
        if (!isMade(node)) {
            throw new IllegalArgumentException(product + " is not made in " + period().label());
        }
        return node;
    }
}
