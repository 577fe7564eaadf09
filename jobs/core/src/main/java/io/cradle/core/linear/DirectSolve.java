package io.cradle.core.linear;

import io.cradle.core.footprint.Component;
import java.util.HashMap;
import java.util.Map;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * Solves one component of the graph densely, for loops so close to non-productive that rounds would take for ever. The
 * equations are those of {@link Evaluation}, one matrix for each way in which an edge can count.
 */
final class DirectSolve {
    static final int MAX_NODES = 1_000;

    private static final int COUNT = Component.COUNT;
    private static final int CREDITS = Component.CREDITS.ordinal();
    private static final int GROSS = Component.GROSS.ordinal();

    private final Slots slots;
    private final EdgePool edges;
    private final int[] members;
    private final Map<Integer, Integer> local = new HashMap<>();
    private final double[][] outside;
    private final double[][] solution;

    /** How much an edge counts in an equation. */
    private interface Weight {
        double of(double a, int flags, int row);
    }

    private DirectSolve(Slots slots, EdgePool edges, Evaluation evaluation, int[] members) {
        this.slots = slots;
        this.edges = edges;
        this.members = members;
        outside = new double[members.length][];
        solution = new double[members.length][COUNT];
        NodeSet inside = new NodeSet();
        for (int i = 0; i < members.length; i++) {
            local.put(members[i], i);
            inside.add(members[i]);
        }
        for (int i = 0; i < members.length; i++) {
            outside[i] = evaluation.evaluateOutside(edges, members[i], inside).clone();
        }
    }

    /** Writes the solution of a component into the system's values. */
    static void solve(Slots slots, EdgePool edges, Evaluation evaluation, int[] members) {
        new DirectSolve(slots, edges, evaluation, members).solve();
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
        solve(Component.PRIMARY.ordinal(), (a, flags, row) -> (flags & Edges.PRIMARY) != 0 ? Math.abs(a) : 0);
        add(
                Component.CARRIED.ordinal(),
                Component.GROSS,
                (a, flags, row) -> (flags & Edges.CARRIED) != 0 ? Math.abs(a) : 0,
                false);
        solve(Component.CARRIED.ordinal(), (a, flags, row) -> (flags & Edges.CARRIED) != 0 ? 0 : Math.abs(a));
        int covered = Component.COVERED.ordinal();
        for (int i = 0; i < members.length; i++) {
            outside[i][covered] *= edges.ownCoverage(slots.row(members[i]));
        }
        solve(covered, (a, flags, row) -> edges.ownCoverage(slots.row(members[row])) * Math.abs(a));
        first(Component.PACKAGING.ordinal(), Edges.PACKAGING);
        first(Component.OUTBOUND.ordinal(), Edges.OUTBOUND);
        for (int i = 0; i < members.length; i++) {
            System.arraycopy(solution[i], 0, slots.values, members[i] * Slots.STRIDE, COUNT);
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
        forEdges(true, (row, column, a, flags) -> matrix.add(row, column, -weight.of(a, flags, row)));
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
        forEdges(
                true,
                (row, column, a, flags) ->
                        outside[row][component] += weight.of(a, flags, row) * solution[column][solved.ordinal()]);
    }

    private void addExcluding(int component, Weight weight) {
        forEdges(
                true,
                (row, column, a, flags) -> outside[row][component] +=
                        weight.of(a, flags, row) * Component.excludingUptake(solution[column], 0));
    }

    private void first(int component, int flag) {
        for (int i = 0; i < members.length; i++) {
            solution[i][component] = outside[i][component];
        }
        forEdges(false, (row, column, a, flags) -> {
            if ((flags & flag) != 0) {
                solution[row][component] += a * Component.excludingUptake(solution[column], 0);
            }
        });
    }

    private interface EdgeVisitor {
        void edge(int row, int column, double a, int flags);
    }

    /** Visits the edges between members: those that can be part of a loop, or all. */
    private void forEdges(boolean counting, EdgeVisitor visitor) {
        for (int member = 0; member < members.length; member++) {
            int row = slots.row(members[member]);
            for (int at = row + 1; at <= row + edges.count(row); at++) {
                int head = edges.heads[at];
                Integer column = local.get(EdgePool.slot(head));
                if (column != null && (!counting || Components.counts(head, edges.coefficients[at]))) {
                    visitor.edge(member, column, edges.coefficients[at], EdgePool.flags(head));
                }
            }
        }
    }
}
