package io.cradle.core.explain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** The strongly connected parts of an upstream, consumers before what they take of (Tarjan, without recursion). */
final class StrongParts {
    private final List<Upstream.Node> nodes;
    private final int[] index;
    private final int[] low;
    private final boolean[] onStack;
    private final int[] next;
    private final int[] stack;
    private final int[] path;
    private final List<int[]> parts = new ArrayList<>();
    private int stacked;
    private int visited;

    private StrongParts(Upstream upstream) {
        nodes = upstream.nodes();
        index = new int[nodes.size()];
        low = new int[nodes.size()];
        onStack = new boolean[nodes.size()];
        next = new int[nodes.size()];
        stack = new int[nodes.size()];
        path = new int[nodes.size()];
    }

    /** Everything is reached from the product, the first node. */
    static List<int[]> of(Upstream upstream) {
        StrongParts parts = new StrongParts(upstream);
        parts.visit();
        Collections.reverse(parts.parts);
        return parts.parts;
    }

    private void visit() {
        int depth = 0;
        enter(0, depth);
        while (depth >= 0) {
            int node = path[depth];
            List<Upstream.Input> inputs = nodes.get(node).inputs();
            if (next[node] < inputs.size()) {
                int target = inputs.get(next[node]++).node();
                if (index[target] == 0) {
                    enter(target, ++depth);
                } else if (onStack[target]) {
                    low[node] = Math.min(low[node], index[target]);
                }
            } else {
                leave(node);
                depth--;
                if (depth >= 0) {
                    low[path[depth]] = Math.min(low[path[depth]], low[node]);
                }
            }
        }
    }

    private void enter(int node, int depth) {
        index[node] = ++visited;
        low[node] = visited;
        onStack[node] = true;
        stack[stacked++] = node;
        path[depth] = node;
    }

    private void leave(int node) {
        if (low[node] != index[node]) {
            return;
        }
        int from = stacked;
        do {
            onStack[stack[--from]] = false;
        } while (stack[from] != node);
        parts.add(Arrays.copyOfRange(stack, from, stacked));
        stacked = from;
    }
}
