package io.cradle.core.linear;

import io.cradle.core.footprint.Component;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/** The equations of docs/figures.md, section 7, for a whole system, written as one dense matrix per component. */
final class DenseSystem {
    private final List<RandomSystem.Given> rows;
    private final int size;

    /** How much an edge counts. */
    private interface Weight {
        double of(int row, double a, int flags);
    }

    private DenseSystem(List<RandomSystem.Given> rows) {
        this.rows = rows;
        this.size = rows.size();
    }

    /** Values by node and component. */
    static double[][] solve(List<RandomSystem.Given> rows) {
        return new DenseSystem(rows).solve();
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
                        (row, a, f) -> (f & Edges.PRIMARY) != 0 ? Math.abs(a) : 0,
                        constants(Component.PRIMARY.ordinal())));
        double[] carried = plus(
                constants(Component.CARRIED.ordinal()),
                sum((row, a, f) -> (f & Edges.CARRIED) != 0 ? Math.abs(a) : 0, gross));
        put(values, Component.CARRIED, solve((row, a, f) -> (f & Edges.CARRIED) != 0 ? 0 : Math.abs(a), carried));
        double[] own = constants(Component.COVERED.ordinal());
        for (int i = 0; i < size; i++) {
            own[i] *= rows.get(i).ownCoverage();
        }
        put(values, Component.COVERED, solve((row, a, f) -> rows.get(row).ownCoverage() * Math.abs(a), own));
        put(values, Component.PACKAGING, sum((row, a, f) -> (f & Edges.PACKAGING) != 0 ? a : 0, net));
        put(values, Component.OUTBOUND, outbound(net));
        return values;
    }

    private double[] constants(int component) {
        double[] constants = new double[size];
        for (int i = 0; i < size; i++) {
            double[] constant = rows.get(i).constant();
            constants[i] = constant == null ? 0 : constant[component];
        }
        return constants;
    }

    /** (I − W) x = b. */
    private double[] solve(Weight weight, double[] constants) {
        DMatrixRMaj matrix = CommonOps_DDRM.identity(size);
        for (int row = 0; row < size; row++) {
            for (int e = 0; e < rows.get(row).targets().length; e++) {
                if ((rows.get(row).flags()[e] & Edges.OUTBOUND) == 0) {
                    double w = weight.of(
                            row, rows.get(row).coefficients()[e], rows.get(row).flags()[e]);
                    matrix.add(row, rows.get(row).targets()[e], -w);
                }
            }
        }
        DMatrixRMaj x = new DMatrixRMaj(size, 1);
        if (!CommonOps_DDRM.solve(matrix, new DMatrixRMaj(constants), x)) {
            throw new IllegalArgumentException("the system is singular");
        }
        return x.getData();
    }

    private double[] sum(Weight weight, double[] of) {
        double[] sums = new double[size];
        for (int row = 0; row < size; row++) {
            for (int e = 0; e < rows.get(row).targets().length; e++) {
                if ((rows.get(row).flags()[e] & Edges.OUTBOUND) == 0) {
                    sums[row] += weight.of(
                                    row,
                                    rows.get(row).coefficients()[e],
                                    rows.get(row).flags()[e])
                            * of[rows.get(row).targets()[e]];
                }
            }
        }
        return sums;
    }

    private double[] outbound(double[] net) {
        double[] sums = new double[size];
        for (int row = 0; row < size; row++) {
            for (int e = 0; e < rows.get(row).targets().length; e++) {
                boolean out = (rows.get(row).flags()[e] & Edges.OUTBOUND) != 0;
                sums[row] += out
                        ? rows.get(row).coefficients()[e] * net[rows.get(row).targets()[e]]
                        : 0;
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
