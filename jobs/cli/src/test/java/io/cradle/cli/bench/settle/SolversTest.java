package io.cradle.cli.bench.settle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cradle.core.footprint.Component;
import io.cradle.testkit.realistic.EdgeArrays;
import io.cradle.testkit.realistic.Family;
import io.cradle.testkit.realistic.RealisticNetwork;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** All ways of solving that are compared give what a dense solve gives. */
class SolversTest {
    private static final int PRODUCTS = 500;

    @ParameterizedTest
    @EnumSource(Family.class)
    void allAgreeWithADenseSolve(Family family) {
        RealisticNetwork network = new RealisticNetwork(family, PRODUCTS, 9);
        double[] dense = dense(network);
        Compiled compiled = new Compiled(network);
        compiled.settle();
        Fossil fossil = new Fossil(network, compiled.structure());
        fossil.settleAll();
        double[] jacobi = new double[network.nodes()];
        fossil.jacobi(jacobi, new double[network.nodes()]);
        String[] lu = SparseLu.solve(fossil).split(" ");
        for (int node = 0; node < network.nodes(); node++) {
            double tolerance = 1e-9 * compiled.system().value(node, Component.MAGNITUDE);
            int slot = compiled.structure().slot(node);
            assertEquals(dense[node], compiled.system().value(node, Component.FOSSIL), tolerance, "kernel " + node);
            assertEquals(dense[node], fossil.value(slot), tolerance, "one component " + node);
            assertEquals(dense[node], jacobi[slot], tolerance, "Jacobi " + node);
        }
        assertTrue(Double.parseDouble(lu[1]) < 1e-9, "sparse LU " + lu[1]);
    }

    @ParameterizedTest
    @EnumSource(Family.class)
    void changesLeaveTheNetworkSettled(Family family) {
        RealisticNetwork network = new RealisticNetwork(family, PRODUCTS, 10);
        Compiled compiled = new Compiled(network);
        compiled.settle();
        Changes changes = new Changes(network, 3);
        for (int i = 0; i < 200; i++) {
            changes.ofAnything().make(compiled);
            assertTrue(compiled.settle().size() > 0, "change " + i + " moved nothing");
        }
        changes.ofTheHubFactor().make(compiled);
        assertTrue(compiled.settle().size() > PRODUCTS / 2);
        assertTrue(Difference.fromScratch(compiled, network.nodes()) < 1e-9);
    }

    private static double[] dense(RealisticNetwork network) {
        EdgeArrays edges = EdgeArrays.of(network);
        DMatrixRMaj matrix = CommonOps_DDRM.identity(network.nodes());
        DMatrixRMaj right = new DMatrixRMaj(network.nodes(), 1);
        for (int factor = 0; factor < network.factors(); factor++) {
            right.set(factor, 0, Leaves.vector(network, factor, 0)[Component.FOSSIL.ordinal()]);
        }
        for (int product = 0; product < network.products(); product++) {
            for (int at = edges.starts()[product]; at < edges.starts()[product + 1]; at++) {
                matrix.add(network.node(product), edges.inputs()[at], -edges.amounts()[at]);
            }
        }
        DMatrixRMaj solution = new DMatrixRMaj(network.nodes(), 1);
        assertTrue(CommonOps_DDRM.solve(matrix, right, solution));
        return solution.getData();
    }
}
