package io.cradle.core.linear;

import io.cradle.core.footprint.Component;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A system of random rows: leaves first, then products with edges to anything, back and to themselves, some to one target
 * twice, a hub that most of them take of, credits, packaging and outbound lines. Keeps the rows as they were given.
 */
final class RandomSystem {
    /** A row as it was given. */
    record Given(double[] constant, double ownCoverage, int[] targets, double[] coefficients, byte[] flags) {}

    final List<Given> rows = new ArrayList<>();
    final Structure structure;
    final LinearSystem system;
    private final Random random;
    private final int leaves;
    private final double rowSum;

    /** A system without rows. */
    RandomSystem(int nodes) {
        this(new Structure(), 0, 0, 0.0);
        for (int i = 0; i < nodes; i++) {
            structure.addNode();
            rows.add(new Given(null, 1, new int[0], new double[0], new byte[0]));
        }
    }

    /** @param rowSum bound on Σ|a| of a row: below 1 the system is productive */
    RandomSystem(long seed, int leaves, int products, double rowSum) {
        this(new Structure(), seed, leaves, rowSum);
        for (int i = 0; i < leaves + products; i++) {
            structure.addNode();
            rows.add(null);
        }
        for (int i = 0; i < rows.size(); i++) {
            set(i, i < leaves ? leaf() : row(i));
        }
    }

    private RandomSystem(Structure structure, long seed, int leaves, double rowSum) {
        this.structure = structure;
        this.system = structure.newSystem();
        this.random = new Random(seed);
        this.leaves = leaves;
        this.rowSum = rowSum;
    }

    /** Replaces the row of a random product; gives its node. */
    int change() {
        int node = leaves + random.nextInt(rows.size() - leaves);
        set(node, row(node));
        return node;
    }

    /** Gives a node 1 kg of its own and edges without flags. */
    void edges(int node, int[] targets, double... coefficients) {
        double[] constant = new double[Component.COUNT];
        constant[0] = 1;
        constant[Component.GROSS.ordinal()] = 1;
        constant[Component.MAGNITUDE.ordinal()] = 1;
        set(node, new Given(constant, 1, targets, coefficients, new byte[targets.length]));
    }

    void set(int node, Given given) {
        rows.set(node, given);
        system.setRow(node, given.constant, given.ownCoverage, given.targets, given.coefficients, given.flags);
        system.markDirty(node, 0);
    }

    private Given leaf() {
        return new Given(emissions(), 1, new int[0], new double[0], new byte[0]);
    }

    private double[] emissions() {
        double[] constant = new double[Component.COUNT];
        double credit = random.nextInt(5) == 0 ? -1 : 1;
        constant[Component.FOSSIL.ordinal()] = credit * random.nextDouble();
        constant[Component.BIOGENIC_NON_CO2.ordinal()] = 0.3 * random.nextDouble();
        constant[Component.BIOGENIC_UPTAKE.ordinal()] = -random.nextDouble();
        for (Component c : new Component[] {
            Component.GROSS,
            Component.PRIMARY,
            Component.TECHNOLOGICAL_DQR,
            Component.GEOGRAPHICAL_DQR,
            Component.TEMPORAL_DQR,
            Component.COVERED,
            Component.CARRIED,
            Component.MAGNITUDE
        }) {
            constant[c.ordinal()] = random.nextDouble();
        }
        return constant;
    }

    private Given row(int node) {
        List<Integer> chosen = new ArrayList<>();
        for (int i = random.nextInt(6); i >= 0; i--) {
            chosen.add(random.nextInt(rows.size()));
        }
        if (random.nextInt(3) > 0) {
            chosen.add(leaves);
        }
        if (random.nextInt(4) == 0) {
            chosen.add(node);
        }
        if (random.nextInt(4) == 0) {
            chosen.add(chosen.get(0));
        }
        int count = chosen.size();
        double[] coefficients = new double[count];
        byte[] flags = new byte[count];
        for (int i = 0; i < count; i++) {
            double sign = random.nextInt(8) == 0 ? -1 : 1;
            coefficients[i] = sign * rowSum / count * random.nextDouble();
            flags[i] = flags();
        }
        return new Given(
                random.nextInt(3) == 0 ? emissions() : null,
                random.nextInt(4) == 0 ? 0.5 : 1,
                chosen.stream().mapToInt(Integer::intValue).toArray(),
                coefficients,
                flags);
    }

    private byte flags() {
        byte[] purposes = {0, 0, 0, Edges.PACKAGING, Edges.OUTBOUND};
        int flags = purposes[random.nextInt(purposes.length)];
        flags |= random.nextBoolean() ? Edges.PRIMARY : 0;
        flags |= random.nextInt(6) == 0 ? Edges.CARRIED : 0;
        return (byte) flags;
    }
}
