package io.cradle.core.network;

import io.cradle.core.footprint.Component;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Keeps the values of a graph settled. Dirty nodes are evaluated in the order of {@link Order}; a node that moved makes its
 * consumers dirty; a back edge means one more round. A node keeps its old value while the new one is within the
 * tolerance, so that small moves add up instead of getting lost.
 */
final class Settler {
    /** Moves below this share of a node's magnitude are not passed on. */
    static final double TOLERANCE = 1e-13;

    /** Rounds after which the components that still move are solved directly. */
    private static final int PATIENT_ROUNDS = 200;

    private static final Component[] ALL = Component.values();
    private static final int COUNT = Component.COUNT;
    private static final int MAGNITUDE = Component.MAGNITUDE.ordinal();
    private static final int GROSS = Component.GROSS.ordinal();
    static final int NO_CAUSE = Integer.MAX_VALUE;

    private final Graph graph;
    private final Order order;
    private final Equation equation;
    private final BitSet dirty = new BitSet();
    private BitSet waiting = new BitSet();
    /** Nodes with a value beyond what numbers can say. */
    private final BitSet beyond = new BitSet();

    private int[] causes = new int[0];

    Settler(Graph graph) {
        this.graph = graph;
        this.order = new Order(graph);
        this.equation = new Equation(graph);
    }

    /** Marks a node for evaluation, with the number of the change that is the cause. */
    void markDirty(int node, int cause) {
        waiting.set(node);
        noteCause(node, cause);
    }

    /** The number of the change that moved a node in the last settling; {@link #NO_CAUSE} where none did. */
    int cause(int node) {
        return node < causes.length ? causes[node] : NO_CAUSE;
    }

    void forgetCauses() {
        Arrays.fill(causes, NO_CAUSE);
    }

    /**
     * Settles.
     *
     * @param excluded nodes without figures
     * @return the nodes whose values moved
     */
    BitSet settle(BitSet excluded) {
        order.extend();
        for (int node = waiting.nextSetBit(0); node >= 0; node = waiting.nextSetBit(node + 1)) {
            dirty.set(order.rank(node));
        }
        waiting = new BitSet();
        if (!dirty.isEmpty()) {
            forgetBeyond();
        }
        BitSet moved = new BitSet();
        for (int round = 1; !dirty.isEmpty(); round++) {
            for (int rank = dirty.nextSetBit(0); rank >= 0; rank = dirty.nextSetBit(rank + 1)) {
                dirty.clear(rank);
                int node = order.node(rank);
                if (!excluded.get(node) && update(node)) {
                    moved.set(node);
                    passOn(node);
                }
            }
            if (round % PATIENT_ROUNDS == 0 && !dirty.isEmpty()) {
                solveDirectly(excluded, moved);
            }
        }
        return moved;
    }

    /** In a loop infinity feeds itself and would outlive its cause; from 0 the values are what the facts say. */
    private void forgetBeyond() {
        for (int node = beyond.nextSetBit(0); node >= 0; node = beyond.nextSetBit(node + 1)) {
            Arrays.fill(graph.values(), node * COUNT, (node + 1) * COUNT, 0);
            dirty.set(order.rank(node));
        }
        beyond.clear();
    }

    private boolean update(int node) {
        double[] value = equation.evaluate(node);
        beyond.set(node, !Component.areFinite(value, 0));
        double[] values = graph.values();
        int base = node * COUNT;
        for (int c = 0; c < COUNT; c++) {
            double scale = scale(value, c);
            boolean moved = Double.isFinite(scale)
                    ? Math.abs(value[c] - values[base + c]) > TOLERANCE * scale
                    : Double.compare(value[c], values[base + c]) != 0;
            if (moved) {
                System.arraycopy(value, 0, values, base, COUNT);
                return true;
            }
        }
        return false;
    }

    /** What a move of a component is measured against. */
    private static double scale(double[] value, int component) {
        return switch (ALL[component]) {
            case PRIMARY, COVERED, CARRIED -> value[GROSS];
            case GROSS, TECHNOLOGICAL_DQR, GEOGRAPHICAL_DQR, TEMPORAL_DQR, MAGNITUDE, TIERS -> value[component];
            case OUTBOUND -> Math.abs(value[component]);
            default -> value[MAGNITUDE];
        };
    }

    private void passOn(int node) {
        int cause = cause(node);
        IntList consumers = graph.consumers(node);
        for (int i = 0; i < consumers.size(); i++) {
            int consumer = consumers.get(i);
            dirty.set(order.rank(consumer));
            noteCause(consumer, cause);
        }
    }

    private void noteCause(int node, int cause) {
        if (node >= causes.length) {
            int had = causes.length;
            causes = Arrays.copyOf(causes, Math.max(2 * had, graph.size()));
            Arrays.fill(causes, had, causes.length, NO_CAUSE);
        }
        causes[node] = Math.min(causes[node], cause);
    }

    private void solveDirectly(BitSet excluded, BitSet moved) {
        List<int[]> loops = Loops.of(graph);
        for (int[] members : loops) {
            boolean moving = Arrays.stream(members).anyMatch(node -> dirty.get(order.rank(node)));
            if (moving && !excluded.get(members[0]) && members.length <= DirectSolve.MAX_NODES) {
                DirectSolve.solve(graph, equation, members);
                for (int node : members) {
                    moved.set(node);
                    passOn(node);
                }
            }
        }
    }
}
