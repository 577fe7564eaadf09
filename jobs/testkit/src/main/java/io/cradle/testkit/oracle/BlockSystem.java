package io.cradle.testkit.oracle;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The system (I − B)·x = rhs of a graph, solved component by component: whatever a component takes of earlier ones is
 * known when its turn comes, and goes to its right-hand side; the loop that is left is solved densely.
 */
final class BlockSystem {
    private final List<GraphNode> nodes;
    private final Map<String, Integer> index;
    private final List<int[]> components;

    /** {@code components}: of the nodes' edges, each after those it depends on. */
    BlockSystem(List<GraphNode> nodes, List<int[]> components) {
        this.nodes = nodes;
        this.index = Components.index(nodes);
        this.components = components;
    }

    /** How the amount of an edge enters a system. */
    interface ToNodeAmount {
        ToNodeAmount AS_IT_IS = (line, a) -> a;
        ToNodeAmount POSITIVE = (line, a) -> Math.max(0, a);
        ToNodeAmount MAGNITUDE = (line, a) -> Math.abs(a);

        double of(NodeLine line, double amount);
    }

    /**
     * Solves for every column of {@code rhs}.
     *
     * @param scale what the whole row of a node is multiplied by, without its own side; one value per node
     * @return x, row by row
     */
    double[][] solve(ToNodeAmount amount, double[] scale, double[][] rhs) {
        double[][] x = new double[rhs.length][];
        for (int[] component : components) {
            double[][] b = new double[component.length][];
            double[][] right = new double[component.length][];
            for (int row = 0; row < component.length; row++) {
                int node = component[row];
                b[row] = new double[component.length];
                right[row] = rhs[node].clone();
                fill(b[row], right[row], component, row(node, amount, scale[node]), x);
            }
            double[][] solved = DenseMatrix.solve(b, right);
            for (int row = 0; row < component.length; row++) {
                x[component[row]] = solved[row];
            }
        }
        return x;
    }

    /** Amounts within the component stay unknown; those of earlier components are known. */
    private static void fill(
            double[] b, double[] right, int[] component, Map<Integer, Double> amounts, double[][] known) {
        amounts.forEach((input, amount) -> {
            int column = Arrays.binarySearch(component, input);
            if (column >= 0) {
                b[column] += amount;
            } else {
                for (int k = 0; k < right.length; k++) {
                    right[k] += amount * known[input][k];
                }
            }
        });
    }

    /** B over the members of a component. */
    double[][] block(int[] component, ToNodeAmount amount) {
        double[][] block = new double[component.length][component.length];
        for (int row = 0; row < component.length; row++) {
            for (Map.Entry<Integer, Double> edge :
                    row(component[row], amount, 1).entrySet()) {
                int column = Arrays.binarySearch(component, edge.getKey());
                if (column >= 0) {
                    block[row][column] += edge.getValue();
                }
            }
        }
        return block;
    }

    private Map<Integer, Double> row(int node, ToNodeAmount amount, double scale) {
        Map<Integer, Double> row = new TreeMap<>();
        for (NodeLine line : nodes.get(node).counting()) {
            if (line.resolved() instanceof Resolved.ToNode edge && edge.amount() != 0) {
                row.merge(index.get(edge.node()), scale * amount.of(line, edge.amount()), Double::sum);
            }
        }
        return row;
    }
}
