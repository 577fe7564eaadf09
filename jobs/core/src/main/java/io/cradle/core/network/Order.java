package io.cradle.core.network;

import java.util.Arrays;

/**
 * An approximate topological order: inputs before consumers, except over the back edges of a depth-first search. Any
 * order settles; a good one settles in fewer rounds. Nodes that came after the last numbering stand at its end until
 * there are enough of them to number again.
 */
final class Order {
    private static final int RENUMBER_SLACK = 64;

    private final Graph graph;
    private int[] rankOf = new int[0];
    private int[] nodeAt = new int[0];
    private int numbered;
    private int placed;

    Order(Graph graph) {
        this.graph = graph;
    }

    int rank(int node) {
        return rankOf[node];
    }

    int node(int rank) {
        return nodeAt[rank];
    }

    /** Gives every node a rank; whether old ranks changed. */
    boolean extend() {
        int size = graph.size();
        if (size - numbered > numbered / 4 + RENUMBER_SLACK || (numbered == 0 && size > 0)) {
            number(size);
            return true;
        }
        if (placed < size) {
            rankOf = Arrays.copyOf(rankOf, size);
            nodeAt = Arrays.copyOf(nodeAt, size);
            for (; placed < size; placed++) {
                rankOf[placed] = placed;
                nodeAt[placed] = placed;
            }
        }
        return false;
    }

    private void number(int size) {
        rankOf = new int[size];
        nodeAt = new int[size];
        numbered = size;
        placed = size;
        int[] next = new int[size];
        boolean[] seen = new boolean[size];
        int[] stack = new int[size];
        int rank = 0;
        for (int root = 0; root < size; root++) {
            if (seen[root]) {
                continue;
            }
            int depth = 0;
            stack[depth++] = root;
            seen[root] = true;
            while (depth > 0) {
                int node = stack[depth - 1];
                int[] inputs = graph.targets(node);
                if (next[node] < inputs.length) {
                    int input = inputs[next[node]++];
                    if (!seen[input]) {
                        seen[input] = true;
                        stack[depth++] = input;
                    }
                } else {
                    depth--;
                    rankOf[node] = rank;
                    nodeAt[rank++] = node;
                }
            }
        }
    }
}
