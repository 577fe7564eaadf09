package io.cradle.core.network;

import io.cradle.core.factor.Gas;
import io.cradle.core.quantity.MassEnergy;
import io.cradle.core.quantity.Units;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A graph of random rows: leaves first, then products with edges to anything, back and to themselves, some to one target
 * twice, a hub that most of them take of, credits, packaging and outbound lines.
 */
final class RandomGraph {
    private static final Gas CO2 = Gas.find("CO2").orElseThrow();
    private static final Gas CH4 = Gas.find("CH4-non-fossil").orElseThrow();
    private static final Gas UPTAKE = Gas.find("CO2-biogenic").orElseThrow();

    private final Random random;
    private final int leaves;
    private final double rowSum;
    final Graph graph = new Graph();

    /** @param rowSum bound on Σ|a| of a row: below 1 the system is productive */
    RandomGraph(long seed, int leaves, int products, double rowSum) {
        this.random = new Random(seed);
        this.leaves = leaves;
        this.rowSum = rowSum;
        for (int i = 0; i < leaves + products; i++) {
            graph.add(i < leaves ? NodeKey.factor("f" + i) : NodeKey.product("p" + i));
        }
        for (int i = 0; i < graph.size(); i++) {
            graph.setRow(i, i < leaves ? leaf() : row(i));
        }
    }

    /** Replaces the row of a random product; gives its node. */
    int change() {
        int node = leaves + random.nextInt(graph.size() - leaves);
        graph.setRow(node, row(node));
        return node;
    }

    /** A row with nothing but edges, in pairs of target and coefficient. */
    static Row edges(NodeKey[] targets, double... coefficients) {
        Row.Builder row = new Row.Builder();
        row.face = Face.of(MassEnergy.none(Units.KG));
        row.directs.add(new Direct(CO2, 1, Purpose.MATERIAL, true, false));
        for (int i = 0; i < coefficients.length; i++) {
            row.edges.add(edge(targets[i], coefficients[i], Purpose.MATERIAL, true, false));
        }
        return row.build();
    }

    private Row leaf() {
        Row.Builder row = new Row.Builder();
        row.face = Face.of(MassEnergy.none(Units.KG));
        addDirects(row);
        return row.build();
    }

    private void addDirects(Row.Builder row) {
        double credit = random.nextInt(5) == 0 ? -1 : 1;
        row.directs.add(direct(CO2, credit));
        row.directs.add(direct(CH4, 0.01));
        row.directs.add(direct(UPTAKE, -1));
    }

    private Direct direct(Gas gas, double sign) {
        return new Direct(
                gas, sign * random.nextDouble(), Purpose.MATERIAL, random.nextBoolean(), random.nextInt(4) == 0);
    }

    private Row row(int node) {
        Row.Builder row = new Row.Builder();
        row.face = Face.of(MassEnergy.none(Units.KG));
        if (random.nextInt(3) == 0) {
            addDirects(row);
        }
        List<Integer> targets = new ArrayList<>();
        for (int i = random.nextInt(6); i >= 0; i--) {
            targets.add(random.nextInt(graph.size()));
        }
        if (random.nextInt(3) > 0) {
            targets.add(leaves);
        }
        if (random.nextInt(4) == 0) {
            targets.add(node);
        }
        if (random.nextInt(4) == 0) {
            targets.add(targets.get(0));
        }
        for (int target : targets) {
            row.edges.add(randomEdge(target, rowSum / targets.size()));
        }
        row.covered(1, 1, Double.NaN);
        row.covered(random.nextInt(4) == 0 ? 0 : 1, 1, Double.NaN);
        return row.build();
    }

    private Edge randomEdge(int target, double largest) {
        Purpose[] purposes = {Purpose.MATERIAL, Purpose.MATERIAL, Purpose.MATERIAL, Purpose.PACKAGING, Purpose.OUTBOUND
        };
        double sign = random.nextInt(8) == 0 ? -1 : 1;
        return edge(
                graph.key(target),
                sign * largest * random.nextDouble(),
                purposes[random.nextInt(purposes.length)],
                random.nextBoolean(),
                random.nextInt(6) == 0);
    }

    private static Edge edge(NodeKey target, double coefficient, Purpose purpose, boolean primary, boolean carried) {
        return new Edge(target, coefficient, coefficient, "kg", purpose, primary, carried, List.of());
    }
}
