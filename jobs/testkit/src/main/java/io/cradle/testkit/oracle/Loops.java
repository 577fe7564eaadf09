package io.cradle.testkit.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Which nodes depend on which, and which of them on a loop that consumes all it makes. */
final class Loops {
    private final List<GraphNode> nodes;
    private final double[][] amounts;
    private final boolean[][] reaches;

    Loops(Map<String, GraphNode> graph) {
        this.nodes = List.copyOf(graph.values());
        this.amounts = magnitudes(nodes);
        this.reaches = closure(amounts);
    }

    /** |A|: Σ |a| of the edges from one node to another. */
    static double[][] magnitudes(List<GraphNode> nodes) {
        List<String> ids = nodes.stream().map(GraphNode::id).toList();
        double[][] amounts = new double[nodes.size()][nodes.size()];
        for (int i = 0; i < amounts.length; i++) {
            for (NodeLine line : nodes.get(i).counting()) {
                if (line.resolved() instanceof Resolved.ToNode edge) {
                    amounts[i][ids.indexOf(edge.node())] += Math.abs(edge.amount());
                }
            }
        }
        return amounts;
    }

    /** Per node: whether it lies in a non-productive loop or depends on one. */
    boolean[] nonProductive() {
        boolean[] bad = new boolean[nodes.size()];
        for (int i = 0; i < bad.length; i++) {
            if (reaches[i][i] && !DenseMatrix.productive(component(i))) {
                bad[i] = true;
            }
        }
        return withDependents(bad);
    }

    /** Per node: whether its own coverage or that of anything it depends on is below 1. */
    boolean[] incomplete() {
        boolean[] bad = new boolean[nodes.size()];
        for (int i = 0; i < bad.length; i++) {
            bad[i] = nodes.get(i).ownCoverage() < 1;
        }
        return withDependents(bad);
    }

    private boolean[] withDependents(boolean[] bad) {
        boolean[] all = bad.clone();
        for (int i = 0; i < bad.length; i++) {
            for (int j = 0; j < bad.length; j++) {
                all[i] |= reaches[i][j] && bad[j];
            }
        }
        return all;
    }

    /** |A| over the strongly connected component of a node. */
    private double[][] component(int node) {
        List<Integer> members = new ArrayList<>();
        for (int other = 0; other < reaches.length; other++) {
            if (reaches[node][other] && reaches[other][node]) {
                members.add(other);
            }
        }
        double[][] part = new double[members.size()][members.size()];
        for (int i = 0; i < part.length; i++) {
            for (int j = 0; j < part.length; j++) {
                part[i][j] = amounts[members.get(i)][members.get(j)];
            }
        }
        return part;
    }

    /** Which node leads to which over one edge or more (Warshall). */
    private static boolean[][] closure(double[][] amounts) {
        int n = amounts.length;
        boolean[][] reaches = new boolean[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                reaches[i][j] = amounts[i][j] != 0;
            }
        }
        for (int via = 0; via < n; via++) {
            for (int i = 0; i < n; i++) {
                for (int j = 0; reaches[i][via] && j < n; j++) {
                    reaches[i][j] |= reaches[via][j];
                }
            }
        }
        return reaches;
    }
}
