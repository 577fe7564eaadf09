package io.cradle.cli.bench.settle;

import io.cradle.core.footprint.Component;
import io.cradle.core.linear.NodeSet;
import io.cradle.core.linear.Structure;
import io.cradle.testkit.realistic.RealisticNetwork;

/**
 * One component alone, fossil emissions, in the kernel's order: the ways of solving that the kernel is held against, and
 * what a network of one component would cost. Self-loops are divided out.
 */
final class Fossil {
    /** A value within this share of what its row says is at rest: over ten tiers that adds up to the kernel's bound. */
    private static final double RESTS = 1e-11;

    private final SlotEdges edges;
    private final double[] own;
    private final double[] values;
    /** What each value at most is off by. */
    private final double[] off;

    private final NodeSet dirty = new NodeSet();

    Fossil(RealisticNetwork network, Structure structure) {
        edges = new SlotEdges(network, structure);
        own = new double[edges.slots()];
        values = new double[edges.slots()];
        off = new double[edges.slots()];
        for (int factor = 0; factor < network.factors(); factor++) {
            own[structure.slot(factor)] = Leaves.vector(network, factor, 0)[Component.FOSSIL.ordinal()];
        }
    }

    SlotEdges edges() {
        return edges;
    }

    int size() {
        return values.length;
    }

    /** What a slot emits itself: the right side of the system. */
    double own(int slot) {
        return own[slot];
    }

    double value(int slot) {
        return values[slot];
    }

    /** A copy of the values as they stand. */
    double[] values() {
        return values.clone();
    }

    void setAmount(int edge, double amount) {
        edges.amounts[edge] = amount;
    }

    /** Settles everything from what is there, smallest slot first. */
    void settleAll() {
        for (int slot = 0; slot < values.length; slot++) {
            dirty.add(slot);
        }
        settle();
    }

    /** Settles what a change of one slot moves. */
    void settleFrom(int slot) {
        dirty.add(slot);
        settle();
    }

    private void settle() {
        while (!dirty.isEmpty()) {
            for (int slot = dirty.next(0); slot >= 0; slot = dirty.next(slot + 1)) {
                dirty.remove(slot);
                double now = evaluate(slot, values);
                double move = Math.abs(now - values[slot]);
                off[slot] = move;
                if (move > RESTS * Math.abs(now)) {
                    values[slot] = now;
                    off[slot] = 0;
                    passOn(slot, move);
                }
            }
        }
    }

    /** Small moves add up at the consumers, as they do in the kernel. */
    private void passOn(int slot, double move) {
        for (int i = edges.consumerStarts[slot]; i < edges.consumerStarts[slot + 1]; i++) {
            int consumer = edges.consumers[i];
            off[consumer] += Math.abs(edges.amounts[edges.consumerEdges[i]]) * move;
            if (off[consumer] > RESTS * Math.abs(values[consumer])) {
                dirty.add(consumer);
            }
        }
    }

    private double evaluate(int slot, double[] from) {
        double sum = own[slot];
        double itself = 0;
        for (int edge = edges.starts[slot]; edge < edges.starts[slot + 1]; edge++) {
            int input = edges.inputs[edge];
            if (input == slot) {
                itself += edges.amounts[edge];
            } else {
                sum += edges.amounts[edge] * from[input];
            }
        }
        return sum / (1 - itself);
    }

    /**
     * Solves by Jacobi's iteration to the same precision: all from the round before, until nothing moves.
     *
     * @param from where to start; receives the solution
     * @param other room of the same size
     * @return the rounds it took
     */
    int jacobi(double[] from, double[] other) {
        double[] now = other;
        double[] before = from;
        for (int round = 1; ; round++) {
            boolean moved = false;
            for (int slot = 0; slot < now.length; slot++) {
                now[slot] = evaluate(slot, before);
                moved |= Math.abs(now[slot] - before[slot]) > RESTS * Math.abs(now[slot]);
            }
            if (!moved) {
                if (now != from) {
                    System.arraycopy(now, 0, from, 0, now.length);
                }
                return round;
            }
            double[] swapped = before;
            before = now;
            now = swapped;
        }
    }
}
