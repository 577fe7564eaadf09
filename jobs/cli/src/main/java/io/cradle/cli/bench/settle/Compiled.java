package io.cradle.cli.bench.settle;

import io.cradle.core.linear.LinearSystem;
import io.cradle.core.linear.NodeSet;
import io.cradle.core.linear.Structure;
import io.cradle.testkit.realistic.RealisticNetwork;
import io.cradle.testkit.realistic.Recipe;

/** A network in the kernel: one structure, and a system for every open period. */
final class Compiled {
    private static final int CAUSE = 0;
    private static final int[] NO_TARGETS = {};
    private static final double[] NO_COEFFICIENTS = {};
    private static final byte[] NO_FLAGS = {};

    private final RealisticNetwork network;
    private final Structure structure = new Structure();
    private final LinearSystem system;

    /** Nothing is settled yet. */
    Compiled(RealisticNetwork network) {
        this.network = network;
        for (int node = 0; node < network.nodes(); node++) {
            structure.addNode();
        }
        system = newPeriod();
    }

    Structure structure() {
        return structure;
    }

    LinearSystem system() {
        return system;
    }

    /** Another open period with the same facts. */
    LinearSystem newPeriod() {
        LinearSystem period = structure.newSystem();
        for (int factor = 0; factor < network.factors(); factor++) {
            period.setRow(factor, Leaves.vector(network, factor, 0), 1, NO_TARGETS, NO_COEFFICIENTS, NO_FLAGS);
            period.markDirty(factor, CAUSE);
        }
        Recipe recipe = new Recipe();
        for (int product = 0; product < network.products(); product++) {
            set(period, Rows.of(network, product, recipe));
        }
        return period;
    }

    /** Gives a factor the figures of a version. */
    void revise(int factor, int version) {
        system.setRow(factor, Leaves.vector(network, factor, version), 1, NO_TARGETS, NO_COEFFICIENTS, NO_FLAGS);
        system.markDirty(factor, CAUSE);
    }

    void set(Rows row) {
        set(system, row);
    }

    private static void set(LinearSystem period, Rows row) {
        period.setRow(row.node(), null, 1, row.targets(), row.coefficients(), row.flags());
        period.markDirty(row.node(), CAUSE);
    }

    /** Forgets all values, so that the next settling starts from nothing. */
    void forgetValues() {
        double[] nothing = new double[system.values(0).length];
        for (int node = 0; node < network.nodes(); node++) {
            system.seed(node, nothing);
            system.markDirty(node, CAUSE);
        }
    }

    NodeSet settle() {
        NodeSet changed = system.settle();
        system.forgetCauses();
        return changed;
    }
}
