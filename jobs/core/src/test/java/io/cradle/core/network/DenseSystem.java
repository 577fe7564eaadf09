package io.cradle.core.network;

import io.cradle.core.footprint.Component;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/** The equations of docs/figures.md, section 7, for a whole graph, written as one dense matrix per component. */
final class DenseSystem {
    private final Graph graph;
    private final int size;

    /** How much an edge counts. */
    private interface Weight {
        double of(int row, double a, int flags);
    }

    private DenseSystem(Graph graph) {
        this.graph = graph;
        this.size = graph.size();
    }

    /** Values by node and component. */
    static double[][] solve(Graph graph) {
        return new DenseSystem(graph).solve();
    }

    private double[][] solve() {
        double[][] values = new double[size][Component.COUNT];
        Weight magnitude = (row, a, flags) -> Math.abs(a);
        for (int c = 0; c < Component.INDICATORS; c++) {
            put(values, c, solve((row, a, flags) -> a, constants(c)));
        }
        for (Component c : new Component[] {
            Component.GROSS,
            Component.MAGNITUDE,
            Component.TECHNOLOGICAL_DQR,
            Component.GEOGRAPHICAL_DQR,
            Component.TEMPORAL_DQR
        }) {
            put(values, c.ordinal(), solve(magnitude, constants(c.ordinal())));
        }
        double[] net = new double[size];
        double[] gross = new double[size];
        double[] all = new double[size];
        for (int i = 0; i < size; i++) {
            net[i] = Component.excludingUptake(values[i], 0);
            gross[i] = values[i][Component.GROSS.ordinal()];
            all[i] = values[i][Component.MAGNITUDE.ordinal()];
        }
        put(values, Component.TIERS, solve(magnitude, all));
        double[] credits = plus(constants(Component.CREDITS.ordinal()), sum((row, a, f) -> Math.min(0, a), net));
        put(values, Component.CREDITS, solve((row, a, f) -> Math.max(0, a), credits));
        put(
                values,
                Component.PRIMARY,
                solve(
                        (row, a, f) -> (f & Graph.PRIMARY) != 0 ? Math.abs(a) : 0,
                        constants(Component.PRIMARY.ordinal())));
        double[] carried = plus(
                constants(Component.CARRIED.ordinal()),
                sum((row, a, f) -> (f & Graph.CARRIED) != 0 ? Math.abs(a) : 0, gross));
        put(values, Component.CARRIED, solve((row, a, f) -> (f & Graph.CARRIED) != 0 ? 0 : Math.abs(a), carried));
        double[] own = constants(Component.COVERED.ordinal());
        for (int i = 0; i < size; i++) {
            own[i] *= graph.row(i).ownCoverage;
        }
        put(values, Component.COVERED, solve((row, a, f) -> graph.row(row).ownCoverage * Math.abs(a), own));
        put(values, Component.PACKAGING, sum((row, a, f) -> (f & Graph.PACKAGING) != 0 ? a : 0, net));
        put(values, Component.OUTBOUND, outbound(net));
        return values;
    }

    private double[] constants(int component) {
        double[] constants = new double[size];
        for (int i = 0; i < size; i++) {
            constants[i] = graph.row(i).constant[component];
        }
        return constants;
    }

    /** (I − W) x = b. */
    private double[] solve(Weight weight, double[] constants) {
        DMatrixRMaj matrix = CommonOps_DDRM.identity(size);
        for (int row = 0; row < size; row++) {
            for (int e = 0; e < graph.targets(row).length; e++) {
                if ((graph.flags(row)[e] & Graph.OUTBOUND) == 0) {
                    double w = weight.of(row, graph.coefficients(row)[e], graph.flags(row)[e]);
                    matrix.add(row, graph.targets(row)[e], -w);
                }
            }
        }
        DMatrixRMaj x = new DMatrixRMaj(size, 1);
        if (!CommonOps_DDRM.solve(matrix, new DMatrixRMaj(constants), x)) {
            throw new IllegalArgumentException("the system of the graph is singular");
        }
        return x.getData();
    }

    private double[] sum(Weight weight, double[] of) {
        double[] sums = new double[size];
        for (int row = 0; row < size; row++) {
            for (int e = 0; e < graph.targets(row).length; e++) {
                if ((graph.flags(row)[e] & Graph.OUTBOUND) == 0) {
                    sums[row] +=
                            weight.of(row, graph.coefficients(row)[e], graph.flags(row)[e]) * of[graph.targets(row)[e]];
                }
            }
        }
        return sums;
    }

    private double[] outbound(double[] net) {
        double[] sums = new double[size];
        for (int row = 0; row < size; row++) {
            for (int e = 0; e < graph.targets(row).length; e++) {
                boolean out = (graph.flags(row)[e] & Graph.OUTBOUND) != 0;
                sums[row] += out ? graph.coefficients(row)[e] * net[graph.targets(row)[e]] : 0;
            }
        }
        return sums;
    }

    private static double[] plus(double[] a, double[] b) {
        double[] sum = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            sum[i] = a[i] + b[i];
        }
        return sum;
    }

    private static void put(double[][] values, Component component, double[] solved) {
        put(values, component.ordinal(), solved);
    }

    private static void put(double[][] values, int component, double[] solved) {
        for (int i = 0; i < solved.length; i++) {
            values[i][component] = solved[i];
        }
    }
}
