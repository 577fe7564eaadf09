package io.cradle.core.network;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;

/** The loops of a graph: its strongly connected components over edges that are not 0 and inside the footprint. */
final class Loops {
    private final Graph graph;
    private final int[] index;
    private final int[] low;
    private final int[] edge;
    private final BitSet onStack = new BitSet();
    private final Deque<Integer> open = new ArrayDeque<>();
    private final List<int[]> components = new ArrayList<>();
    private int counter;

    private Loops(Graph graph) {
        this.graph = graph;
        index = new int[graph.size()];
        low = new int[graph.size()];
        edge = new int[graph.size()];
    }

    /** The components that hold a loop, each with inputs roughly before consumers. */
    static List<int[]> of(Graph graph) {
        Loops loops = new Loops(graph);
        for (int node = 0; node < graph.size(); node++) {
            if (loops.index[node] == 0) {
                loops.visit(node);
            }
        }
        return loops.components;
    }

    /** Whether an edge can be part of a loop. */
    static boolean counts(Graph graph, int node, int edge) {
        return graph.coefficients(node)[edge] != 0 && (graph.flags(node)[edge] & Graph.OUTBOUND) == 0;
    }

    /** Tarjan's algorithm with an explicit stack. */
    private void visit(int root) {
        IntList path = new IntList();
        enter(root, path);
        while (path.size() > 0) {
            int node = path.get(path.size() - 1);
            int[] targets = graph.targets(node);
            if (edge[node] < targets.length) {
                int at = edge[node]++;
                if (!counts(graph, node, at)) {
                    continue;
                }
                int target = targets[at];
                if (index[target] == 0) {
                    enter(target, path);
                } else if (onStack.get(target)) {
                    low[node] = Math.min(low[node], index[target]);
                }
            } else {
                path.removeLast();
                if (path.size() > 0) {
                    int parent = path.get(path.size() - 1);
                    low[parent] = Math.min(low[parent], low[node]);
                }
                if (low[node] == index[node]) {
                    close(node);
                }
            }
        }
    }

    private void enter(int node, IntList path) {
        index[node] = ++counter;
        low[node] = counter;
        open.push(node);
        onStack.set(node);
        path.add(node);
    }

    private void close(int root) {
        IntList members = new IntList();
        int member;
        do {
            member = open.pop();
            onStack.clear(member);
            members.add(member);
        } while (member != root);
        if (members.size() > 1 || consumesItself(root)) {
            components.add(members.toArray());
        }
    }

    private boolean consumesItself(int node) {
        int[] targets = graph.targets(node);
        for (int i = 0; i < targets.length; i++) {
            if (targets[i] == node && counts(graph, node, i)) {
                return true;
            }
        }
        return false;
    }
}
