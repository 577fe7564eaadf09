package io.cradle.core.network;

import io.cradle.core.footprint.Component;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * Solves one component of the graph densely, for loops so close to non-productive that rounds would take for ever. The
 * equations are those of {@link Equation}, one matrix for each way in which an edge can count.
 */
final class DirectSolve {
    static final int MAX_NODES = 1_000;

    private static final int COUNT = Component.COUNT;
    private static final int CREDITS = Component.CREDITS.ordinal();
    private static final int GROSS = Component.GROSS.ordinal();

    private final Graph graph;
    private final int[] members;
    private final Map<Integer, Integer> local = new HashMap<>();
    private final double[][] outside;
    private final double[][] solution;

    /** How much an edge counts in an equation. */
    private interface Weight {
        double of(double a, byte flags, int row);
    }

    private DirectSolve(Graph graph, Equation equation, int[] members) {
        this.graph = graph;
        this.members = members;
        outside = new double[members.length][];
        solution = new double[members.length][COUNT];
        BitSet inside = new BitSet();
        for (int i = 0; i < members.length; i++) {
            local.put(members[i], i);
            inside.set(members[i]);
        }
        for (int i = 0; i < members.length; i++) {
            outside[i] = equation.evaluateOutside(members[i], inside).clone();
        }
    }

    /** Writes the solution of a component into the graph's values. */
    static void solve(Graph graph, Equation equation, int[] members) {
        new DirectSolve(graph, equation, members).solve();
    }

    private void solve() {
        Weight plain = (a, flags, row) -> a;
        Weight magnitude = (a, flags, row) -> Math.abs(a);
        for (int c = 0; c < Component.INDICATORS; c++) {
            solve(c, plain);
        }
        solve(GROSS, magnitude);
        solve(Component.TECHNOLOGICAL_DQR.ordinal(), magnitude);
        solve(Component.GEOGRAPHICAL_DQR.ordinal(), magnitude);
        solve(Component.TEMPORAL_DQR.ordinal(), magnitude);
        solve(Component.MAGNITUDE.ordinal(), magnitude);
        add(Component.TIERS.ordinal(), Component.MAGNITUDE, (a, flags, row) -> 0, true);
        solve(Component.TIERS.ordinal(), magnitude);
        addExcluding(CREDITS, (a, flags, row) -> Math.min(0, a));
        solve(CREDITS, (a, flags, row) -> Math.max(0, a));
        solve(Component.PRIMARY.ordinal(), (a, flags, row) -> (flags & Graph.PRIMARY) != 0 ? Math.abs(a) : 0);
        add(
                Component.CARRIED.ordinal(),
                Component.GROSS,
                (a, flags, row) -> (flags & Graph.CARRIED) != 0 ? Math.abs(a) : 0,
                false);
        solve(Component.CARRIED.ordinal(), (a, flags, row) -> (flags & Graph.CARRIED) != 0 ? 0 : Math.abs(a));
        int covered = Component.COVERED.ordinal();
        for (int i = 0; i < members.length; i++) {
            outside[i][covered] *= graph.row(members[i]).ownCoverage;
        }
        solve(covered, (a, flags, row) -> graph.row(members[row]).ownCoverage * Math.abs(a));
        first(Component.PACKAGING.ordinal(), Graph.PACKAGING);
        first(Component.OUTBOUND.ordinal(), Graph.OUTBOUND);
        for (int i = 0; i < members.length; i++) {
            System.arraycopy(solution[i], 0, graph.values(), members[i] * COUNT, COUNT);
        }
    }

    /** (I − W) x = b for one component. */
    private void solve(int component, Weight weight) {
        int n = members.length;
        DMatrixRMaj matrix = CommonOps_DDRM.identity(n);
        DMatrixRMaj right = new DMatrixRMaj(n, 1);
        for (int i = 0; i < n; i++) {
            right.set(i, 0, outside[i][component]);
        }
        forEdges((row, column, a, flags) -> matrix.add(row, column, -weight.of(a, flags, row)));
        DMatrixRMaj x = new DMatrixRMaj(n, 1);
        // The matrix of a productive loop is regular, but its numbers may lie too far apart to tell: then no figures.
        boolean solved = CommonOps_DDRM.solve(matrix, right, x);
        for (int i = 0; i < n; i++) {
            solution[i][component] = solved ? x.get(i, 0) : Double.NaN;
        }
    }

    /** Adds a solved component, weighted by edges (or the node's own), to the right side of another. */
    private void add(int component, Component solved, Weight weight, boolean own) {
        for (int i = 0; own && i < members.length; i++) {
            outside[i][component] += solution[i][solved.ordinal()];
        }
        forEdges((row, column, a, flags) ->
                outside[row][component] += weight.of(a, flags, row) * solution[column][solved.ordinal()]);
    }

    private void addExcluding(int component, Weight weight) {
        forEdges((row, column, a, flags) ->
                outside[row][component] += weight.of(a, flags, row) * Component.excludingUptake(solution[column], 0));
    }

    private void first(int component, byte flag) {
        for (int i = 0; i < members.length; i++) {
            solution[i][component] = outside[i][component];
            int[] targets = graph.targets(members[i]);
            for (int e = 0; e < targets.length; e++) {
                Integer column = local.get(targets[e]);
                if (column != null && (graph.flags(members[i])[e] & flag) != 0) {
                    solution[i][component] +=
                            graph.coefficients(members[i])[e] * Component.excludingUptake(solution[column], 0);
                }
            }
        }
    }

    private interface EdgeVisitor {
        void edge(int row, int column, double a, byte flags);
    }

    private void forEdges(EdgeVisitor visitor) {
        for (int row = 0; row < members.length; row++) {
            int[] targets = graph.targets(members[row]);
            for (int e = 0; e < targets.length; e++) {
                Integer column = local.get(targets[e]);
                if (column != null && Loops.counts(graph, members[row], e)) {
                    visitor.edge(row, column, graph.coefficients(members[row])[e], graph.flags(members[row])[e]);
                }
            }
        }
    }
}
