package io.cradle.testkit.oracle;

import io.cradle.testkit.oracle.BlockSystem.ToNodeAmount;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** The components of every node (figures.md, section 7), each from one solve of the whole system. */
final class Solution {
    private static final double PRIMARY_RATING = 1;

    private final List<GraphNode> nodes = new ArrayList<>();
    private final Map<String, Integer> index = new HashMap<>();
    private final Map<String, Boolean> incomplete = new HashMap<>();
    private final BlockSystem system;
    private double[][] figures;
    private double[] credits;
    private double[] gross;
    private double[] primary;
    private double[][] ratings;
    private double[] covered;
    private double[] carried;

    Solution(Map<String, GraphNode> graph) {
        Loops loops = new Loops(graph);
        boolean[] nonProductive = loops.nonProductive();
        boolean[] gaps = loops.incomplete();
        int i = 0;
        for (GraphNode node : graph.values()) {
            incomplete.put(node.id(), gaps[i]);
            if (!nonProductive[i]) {
                index.put(node.id(), nodes.size());
                nodes.add(node);
            }
            i++;
        }
        system = new BlockSystem(nodes, Components.inOrder(Components.edges(nodes)));
        solveAll();
    }

    private void solveAll() {
        figures = solve(ToNodeAmount.AS_IT_IS, Indicator.COUNT, this::direct);
        credits = solve(ToNodeAmount.POSITIVE, this::creditsTaken);
        gross = solve(ToNodeAmount.MAGNITUDE, this::ownGross);
        primary = solve((line, a) -> line.primary() ? Math.abs(a) : 0, this::ownPrimary);
        ratings = solve(ToNodeAmount.MAGNITUDE, Leaf.RATINGS, this::ownRatings);
        covered = solveCoverage();
        carried = solve((line, a) -> line.carried() ? 0 : Math.abs(a), this::ownCarried);
    }

    /** What a line adds by itself, without any other node; one value per component. */
    private interface OwnVector {
        double[] of(NodeLine line);
    }

    private double[] solve(ToNodeAmount amount, ToDoubleFunction<NodeLine> own) {
        double[][] x = solve(amount, 1, line -> new double[] {own.applyAsDouble(line)});
        return column(x);
    }

    private double[][] solve(ToNodeAmount amount, int components, OwnVector own) {
        double[][] rhs = new double[nodes.size()][components];
        for (int i = 0; i < rhs.length; i++) {
            for (NodeLine line : nodes.get(i).counting()) {
                double[] add = own.of(line);
                for (int k = 0; k < components; k++) {
                    rhs[i][k] += add[k];
                }
            }
        }
        double[] unscaled = new double[rhs.length];
        Arrays.fill(unscaled, 1);
        return system.solve(amount, unscaled, rhs);
    }

    private double[] solveCoverage() {
        double[] own = nodes.stream().mapToDouble(GraphNode::ownCoverage).toArray();
        double[][] rhs = new double[nodes.size()][1];
        for (int i = 0; i < rhs.length; i++) {
            for (NodeLine line : nodes.get(i).counting()) {
                rhs[i][0] += own[i] * ownGross(line);
            }
        }
        return column(system.solve(ToNodeAmount.MAGNITUDE, own, rhs));
    }

    private static double[] column(double[][] x) {
        double[] column = new double[x.length];
        for (int i = 0; i < column.length; i++) {
            column[i] = x[i][0];
        }
        return column;
    }

    private double[] direct(NodeLine line) {
        if (line.resolved() instanceof Resolved.Direct direct) {
            return direct.indicators();
        }
        double[] vector = new double[Indicator.COUNT];
        if (line.resolved() instanceof Resolved.ToLeaf edge) {
            for (int k = 0; k < vector.length; k++) {
                vector[k] = edge.amount() * edge.leaf().indicators()[k];
            }
        }
        return vector;
    }

    /** PCF excluding biogenic uptake that a line adds by itself. */
    private double ownExcl(NodeLine line) {
        return Indicator.excl(direct(line));
    }

    private double ownGross(NodeLine line) {
        return Math.abs(ownExcl(line));
    }

    /** A credit is a negative direct emission or a negative amount; a leaf that removes carbon is none. */
    private double creditsTaken(NodeLine line) {
        if (line.resolved() instanceof Resolved.Direct) {
            return Math.min(0, ownExcl(line));
        }
        if (line.resolved() instanceof Resolved.ToLeaf edge) {
            return edge.amount() < 0 ? ownExcl(line) : 0;
        }
        if (line.resolved() instanceof Resolved.ToNode edge && edge.amount() < 0) {
            return edge.amount() * excl(edge.node());
        }
        return 0;
    }

    private double ownPrimary(NodeLine line) {
        if (!line.primary()) {
            return 0;
        }
        double share =
                line.resolved() instanceof Resolved.ToLeaf edge ? edge.leaf().primaryShare() : 1;
        return share * ownGross(line);
    }

    private double[] ownRatings(NodeLine line) {
        double[] sums = new double[Leaf.RATINGS];
        for (int k = 0; k < sums.length; k++) {
            double ofDirect = line.primary() ? PRIMARY_RATING : Leaf.UNKNOWN_RATING;
            double rating = line.resolved() instanceof Resolved.ToLeaf edge
                    ? edge.leaf().ratings()[k]
                    : ofDirect;
            sums[k] = rating * ownGross(line);
        }
        return sums;
    }

    private double ownCarried(NodeLine line) {
        if (!line.carried()) {
            return 0;
        }
        return line.resolved() instanceof Resolved.ToNode edge
                ? Math.abs(edge.amount()) * gross(edge.node())
                : ownGross(line);
    }

    /** False for a node in or behind a non-productive loop: it has no figures. */
    boolean has(String node) {
        return index.containsKey(node);
    }

    boolean incomplete(String node) {
        return incomplete.get(node);
    }

    double[] figures(String node) {
        return figures[index.get(node)];
    }

    double excl(String node) {
        return Indicator.excl(figures(node));
    }

    double credits(String node) {
        return credits[index.get(node)];
    }

    double gross(String node) {
        return gross[index.get(node)];
    }

    double primary(String node) {
        return primary[index.get(node)];
    }

    double[] ratings(String node) {
        return ratings[index.get(node)];
    }

    double covered(String node) {
        return covered[index.get(node)];
    }

    double carried(String node) {
        return carried[index.get(node)];
    }

    /** What a line of any node adds to PCF excluding biogenic uptake; 0 where nothing resolves it. */
    double contribution(NodeLine line) {
        return contribution(line.resolved());
    }

    /** The same of what a line resolves to. */
    double contribution(Resolved resolved) {
        if (resolved instanceof Resolved.ToNode edge) {
            return edge.amount() == 0 || !has(edge.node()) ? 0 : edge.amount() * excl(edge.node());
        }
        if (resolved instanceof Resolved.Direct direct) {
            return Indicator.excl(direct.indicators());
        }
        return resolved instanceof Resolved.ToLeaf edge
                ? edge.amount() * edge.leaf().excl()
                : 0;
    }
}
