package io.cradle.core.explain;

import io.cradle.core.footprint.Component;
import java.util.List;

/**
 * The part of a network's settled system that one product rests on, in one period: a plain sparse system, free of where
 * it was read. Outbound logistics is not in it.
 *
 * @param nodes the product is the first; inputs name others by their place
 */
public record Upstream(List<Node> nodes) {
    public Upstream {
        nodes = List.copyOf(nodes);
    }

    public Node product() {
        return nodes.get(0);
    }

    /**
     * An equation and its solution.
     *
     * @param kind factor, supplied, process, market or product
     * @param unit of the node: what its values are per
     * @param values settled components, kgCO2e per unit, in the order of {@link Component}
     * @param source of a factor or a supplier's record; else null
     * @param emissions its direct emissions per unit
     */
    public record Node(
            String kind,
            String name,
            String unit,
            double[] values,
            Source source,
            List<Emission> emissions,
            List<Input> inputs) {
        public static final String FACTOR = "factor";
        public static final String SUPPLIED = "supplied";
        public static final String PROCESS = "process";
        public static final String MARKET = "market";

        public Node {
            emissions = List.copyOf(emissions);
            inputs = List.copyOf(inputs);
        }

        public double excludingUptake() {
            return Component.excludingUptake(values, 0);
        }

        /** Sum of the magnitudes of all that it is made of, excluding uptake. */
        public double gross() {
            return values[Component.GROSS.ordinal()];
        }

        /** As gross, but above 0 also where there is nothing but uptake or memo. */
        double magnitude() {
            return values[Component.MAGNITUDE.ordinal()];
        }
    }

    /**
     * A leaf's record.
     *
     * @param indicators the nine indicators, kgCO2e per unit of the node
     */
    public record Source(VersionUsed version, double[] indicators, Ratings ratings) {}

    /**
     * A direct emission.
     *
     * @param kg of the gas, per unit of the node
     * @param indicators the nine indicators that it adds to
     */
    public record Emission(String gas, double kg, double[] indicators, String purpose, boolean primary) {}

    /**
     * What one unit of a node takes of another.
     *
     * @param node place of the other
     * @param coefficient in units of the other; negative is a credit
     * @param amount the same in {@code unit}
     */
    public record Input(int node, double coefficient, double amount, String unit, String purpose, List<String> notes) {}

    /**
     * Whether an input is one tier up: a product's own processes are of its own tier, and so are the sources of a market of
     * the tier that the market is in.
     */
    boolean isTier(Node consumer, Input input) {
        return !consumer.kind().equals(Node.MARKET)
                && !nodes.get(input.node()).kind().equals(Node.PROCESS);
    }
}
