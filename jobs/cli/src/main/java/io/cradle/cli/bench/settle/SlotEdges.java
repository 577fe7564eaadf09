package io.cradle.cli.bench.settle;

import io.cradle.core.linear.Structure;
import io.cradle.testkit.realistic.RealisticNetwork;
import io.cradle.testkit.realistic.Recipe;
import java.util.Arrays;

/**
 * The edges of a network between slots of the kernel: those of a slot from {@code starts[slot]} to {@code starts[slot +
 * 1]}, and likewise its consumers with the edges by which they take of it.
 */
final class SlotEdges {
    private static final int LINES = 11;

    final int[] starts;
    final int[] inputs;
    /** Units of the input per unit of the slot; the one thing here that changes. */
    final double[] amounts;

    final int[] consumerStarts;
    final int[] consumers;
    final int[] consumerEdges;

    SlotEdges(RealisticNetwork network, Structure structure) {
        int nodes = network.nodes();
        starts = new int[nodes + 1];
        Recipe recipe = new Recipe();
        int[] read = new int[LINES * nodes];
        double[] weights = new double[LINES * nodes];
        int end = 0;
        for (int slot = 0; slot < nodes; slot++) {
            int node = structure.node(slot);
            if (node >= network.factors()) {
                network.read(node - network.factors(), recipe);
                if (end + recipe.size() > read.length) {
                    read = Arrays.copyOf(read, end + end / 8 + recipe.size());
                    weights = Arrays.copyOf(weights, read.length);
                }
                for (int line = 0; line < recipe.size(); line++) {
                    read[end] = structure.slot(recipe.input(line));
                    weights[end++] = recipe.amount(line);
                }
            }
            starts[slot + 1] = end;
        }
        inputs = Arrays.copyOf(read, end);
        amounts = Arrays.copyOf(weights, end);
        consumerStarts = new int[nodes + 1];
        consumers = new int[end];
        consumerEdges = new int[end];
        connect(nodes);
    }

    private void connect(int nodes) {
        for (int input : inputs) {
            consumerStarts[input + 1]++;
        }
        for (int slot = 0; slot < nodes; slot++) {
            consumerStarts[slot + 1] += consumerStarts[slot];
        }
        int[] next = Arrays.copyOf(consumerStarts, nodes);
        for (int slot = 0; slot < nodes; slot++) {
            for (int edge = starts[slot]; edge < starts[slot + 1]; edge++) {
                int place = next[inputs[edge]]++;
                consumers[place] = slot;
                consumerEdges[place] = edge;
            }
        }
    }

    int slots() {
        return starts.length - 1;
    }

    int count() {
        return inputs.length;
    }
}
