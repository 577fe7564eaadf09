package io.cradle.cli.bench.settle;

import io.cradle.core.footprint.Component;
import io.cradle.core.linear.NodeSet;
import io.cradle.core.linear.Structure;
import io.cradle.testkit.realistic.RealisticNetwork;
import io.cradle.testkit.realistic.Recipe;
import java.util.Arrays;

/**
 * One component alone, fossil emissions, over edges in the kernel's order: the ways of solving that the kernel is held
 * against, and what a network of one component would cost. Self-loops are divided out. Places are slots of the kernel.
 */
final class Fossil {
    /** A value within this share of what its row says is at rest: over ten tiers that adds up to the kernel's bound. */
    private static final double RESTS = 1e-11;

    private final int factors;
    private final int[] starts;
    private final int[] inputs;
    private final double[] amounts;
    private final int[] consumerStarts;
    private final int[] consumers;
    private final int[] consumerEdges;
    private final double[] own;
    private final double[] values;
    /** What each value at most is off by. */
    private final double[] off;

    private final NodeSet dirty = new NodeSet();

    Fossil(RealisticNetwork network, Structure structure) {
        int nodes = network.nodes();
        factors = network.factors();
        starts = new int[nodes + 1];
        own = new double[nodes];
        values = new double[nodes];
        Recipe recipe = new Recipe();
        int[] grown = new int[11 * nodes];
        double[] weights = new double[11 * nodes];
        int end = 0;
        for (int slot = 0; slot < nodes; slot++) {
            int node = structure.node(slot);
            if (node < factors) {
                own[slot] = Leaves.vector(network, node, 0)[Component.FOSSIL.ordinal()];
            } else {
                network.read(node - factors, recipe);
                if (end + recipe.size() > grown.length) {
                    grown = Arrays.copyOf(grown, end + end / 8 + recipe.size());
                    weights = Arrays.copyOf(weights, grown.length);
                }
                for (int line = 0; line < recipe.size(); line++) {
                    grown[end] = structure.slot(recipe.input(line));
                    weights[end++] = recipe.amount(line);
                }
            }
            starts[slot + 1] = end;
        }
        inputs = Arrays.copyOf(grown, end);
        amounts = Arrays.copyOf(weights, end);
        consumerStarts = new int[nodes + 1];
        consumers = new int[end];
        consumerEdges = new int[end];
        off = new double[nodes];
        connect();
    }

    private void connect() {
        for (int input : inputs) {
            consumerStarts[input + 1]++;
        }
        for (int slot = 0; slot < values.length; slot++) {
            consumerStarts[slot + 1] += consumerStarts[slot];
        }
        int[] next = Arrays.copyOf(consumerStarts, values.length);
        for (int slot = 0; slot < values.length; slot++) {
            for (int at = starts[slot]; at < starts[slot + 1]; at++) {
                consumerEdges[next[inputs[at]]] = at;
                consumers[next[inputs[at]]++] = slot;
            }
        }
    }

    int size() {
        return values.length;
    }

    int edges() {
        return inputs.length;
    }

    /** Where the edges of a slot begin; they end where those of the next begin. */
    int start(int slot) {
        return starts[slot];
    }

    int input(int edge) {
        return inputs[edge];
    }

    double amount(int edge) {
        return amounts[edge];
    }

    double own(int slot) {
        return own[slot];
    }

    double value(int slot) {
        return values[slot];
    }

    void setAmount(int edge, double amount) {
        amounts[edge] = amount;
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
                double move = now - values[slot];
                off[slot] = Math.abs(move);
                if (off[slot] > RESTS * Math.abs(now)) {
                    values[slot] = now;
                    off[slot] = 0;
                    passOn(slot, Math.abs(move));
                }
            }
        }
    }

    /** Small moves add up at the consumers, as they do in the kernel. */
    private void passOn(int slot, double move) {
        for (int i = consumerStarts[slot]; i < consumerStarts[slot + 1]; i++) {
            int consumer = consumers[i];
            off[consumer] += Math.abs(amounts[consumerEdges[i]]) * move;
            if (off[consumer] > RESTS * Math.abs(values[consumer])) {
                dirty.add(consumer);
            }
        }
    }

    private double evaluate(int slot, double[] from) {
        double sum = own[slot];
        double itself = 0;
        for (int at = starts[slot]; at < starts[slot + 1]; at++) {
            if (inputs[at] == slot) {
                itself += amounts[at];
            } else {
                sum += amounts[at] * from[inputs[at]];
            }
        }
        return sum / (1 - itself);
    }

    /**
     * Solves by Jacobi's iteration to the same precision: all from the round before, until nothing moves.
     *
     * @param from where to start; is overwritten
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

    /** A copy of the values as they stand. */
    double[] values() {
        return values.clone();
    }
}
