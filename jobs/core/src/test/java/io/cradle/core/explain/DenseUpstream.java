package io.cradle.core.explain;

import io.cradle.core.footprint.Component;
import java.util.ArrayList;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/** The figures of docs/figures.md, section 7, for a small upstream: one dense matrix for each way in which an input counts. */
final class DenseUpstream {
    private static final int NINE = Component.INDICATORS;

    private DenseUpstream() {}

    /** How much an input counts. */
    interface Weight {
        double of(double a);
    }

    /** The same nodes with their values. */
    static Upstream solve(List<Upstream.Node> nodes) {
        int size = nodes.size();
        double[][] values = new double[size][Component.COUNT];
        for (int c = 0; c < NINE; c++) {
            put(values, c, solve(nodes, a -> a, own(nodes, c)));
        }
        double[] gross = new double[size];
        double[] magnitude = new double[size];
        double[] credits = new double[size];
        for (int i = 0; i < size; i++) {
            for (double[] indicators : emitted(nodes.get(i))) {
                gross[i] += Math.abs(Component.excludingUptake(indicators, 0));
                magnitude[i] += Math.abs(Component.excludingUptake(indicators, 0)) + Math.abs(indicators[7]);
            }
            for (Upstream.Emission emission : nodes.get(i).emissions()) {
                credits[i] += Math.min(0, Component.excludingUptake(emission.indicators(), 0));
            }
            for (Upstream.Input input : nodes.get(i).inputs()) {
                credits[i] += Math.min(0, input.coefficient()) * Component.excludingUptake(values[input.node()], 0);
            }
        }
        put(values, Component.GROSS.ordinal(), solve(nodes, Math::abs, gross));
        put(values, Component.MAGNITUDE.ordinal(), solve(nodes, Math::abs, magnitude));
        put(values, Component.CREDITS.ordinal(), solve(nodes, a -> Math.max(0, a), credits));
        List<Upstream.Node> solved = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            Upstream.Node node = nodes.get(i);
            solved.add(new Upstream.Node(
                    node.kind(), node.name(), node.unit(), values[i], node.source(), node.emissions(), node.inputs()));
        }
        return new Upstream(solved);
    }

    private static double[] own(List<Upstream.Node> nodes, int component) {
        double[] own = new double[nodes.size()];
        for (int i = 0; i < own.length; i++) {
            for (double[] indicators : emitted(nodes.get(i))) {
                own[i] += indicators[component];
            }
        }
        return own;
    }

    private static List<double[]> emitted(Upstream.Node node) {
        List<double[]> emitted = new ArrayList<>();
        node.emissions().forEach(emission -> emitted.add(emission.indicators()));
        if (node.source() != null) {
            emitted.add(node.source().indicators());
        }
        return emitted;
    }

    /** I − A with weighted coefficients. */
    static DMatrixRMaj matrix(List<Upstream.Node> nodes, Weight weight) {
        DMatrixRMaj matrix = CommonOps_DDRM.identity(nodes.size());
        for (int i = 0; i < nodes.size(); i++) {
            for (Upstream.Input input : nodes.get(i).inputs()) {
                matrix.add(i, input.node(), -weight.of(input.coefficient()));
            }
        }
        return matrix;
    }

    private static double[] solve(List<Upstream.Node> nodes, Weight weight, double[] own) {
        DMatrixRMaj x = new DMatrixRMaj(own.length, 1);
        if (!CommonOps_DDRM.solve(matrix(nodes, weight), new DMatrixRMaj(own), x)) {
            throw new IllegalArgumentException("the system is singular");
        }
        return x.getData();
    }

    private static void put(double[][] values, int component, double[] solved) {
        for (int i = 0; i < solved.length; i++) {
            values[i][component] = solved[i];
        }
    }
}
