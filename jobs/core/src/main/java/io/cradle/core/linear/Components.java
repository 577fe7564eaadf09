package io.cradle.core.linear;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The strongly connected components of a graph, inputs before consumers: Tarjan's algorithm with stacks of its own. */
final class Components {
    /** Which edges connect. */
    enum Over {
        /** Every edge: what a value needs to be evaluated. */
        ALL,
        /** Edges inside the footprint that are not 0: what can make a loop of its own consumption. */
        COUNTED
    }

    private final EdgePool edges;
    private final int[] rows;
    private final Over over;
    private final int[] index;
    private final int[] low;
    private final int[] edge;
    private final int[] open;
    private final int[] path;
    private final NodeSet isOpen = new NodeSet();
    private final int[] component;
    private final int[] finished;
    private int entered;
    private int opened;
    private int left;
    private int count;

    private Components(EdgePool edges, int[] rows, int size, Over over) {
        this.edges = edges;
        this.rows = rows;
        this.over = over;
        index = new int[size];
        low = new int[size];
        edge = new int[size];
        open = new int[size];
        path = new int[size];
        component = new int[size];
        finished = new int[size];
    }

    /** The components of the first {@code size} slots; {@code rows} says where the row of each begins. */
    static Components of(EdgePool edges, int[] rows, int size, Over over) {
        Components components = new Components(edges, rows, size, over);
        for (int slot = 0; slot < size; slot++) {
            if (components.index[slot] == 0) {
                components.visit(slot);
            }
        }
        return components;
    }

    /** Whether an edge can be part of a loop. */
    static boolean counts(int head, double coefficient) {
        return coefficient != 0 && EdgePool.isInside(head);
    }

    /** The slots by component, and within one in the order in which the search left them. */
    int[] ordered() {
        int[] starts = starts();
        int[] ordered = new int[finished.length];
        for (int slot : finished) {
            ordered[starts[component[slot]]++] = slot;
        }
        return ordered;
    }

    /** Where each component begins in {@link #ordered()}, and the end of the last one. */
    int[] starts() {
        int[] starts = new int[count + 1];
        for (int of : component) {
            starts[of + 1]++;
        }
        for (int i = 0; i < count; i++) {
            starts[i + 1] += starts[i];
        }
        return starts;
    }

    /** The components that hold a loop. */
    List<int[]> loops() {
        int[] ordered = ordered();
        int[] starts = starts();
        List<int[]> loops = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            if (starts[i + 1] - starts[i] > 1 || takesOfItself(ordered[starts[i]])) {
                loops.add(Arrays.copyOfRange(ordered, starts[i], starts[i + 1]));
            }
        }
        return loops;
    }

    private boolean takesOfItself(int slot) {
        int row = rows[slot];
        for (int at = row + 1; at <= row + edges.count(row); at++) {
            if (EdgePool.slot(edges.heads[at]) == slot && connects(at)) {
                return true;
            }
        }
        return false;
    }

    private boolean connects(int at) {
        return over == Over.ALL || counts(edges.heads[at], edges.coefficients[at]);
    }

    private void visit(int root) {
        int depth = 0;
        path[depth++] = root;
        enter(root);
        while (depth > 0) {
            int slot = path[depth - 1];
            int row = rows[slot];
            if (edge[slot] < edges.count(row)) {
                int at = row + ++edge[slot];
                int target = EdgePool.slot(edges.heads[at]);
                if (!connects(at)) {
                    continue;
                }
                if (index[target] == 0) {
                    enter(target);
                    path[depth++] = target;
                } else if (isOpen.contains(target)) {
                    low[slot] = Math.min(low[slot], index[target]);
                }
            } else {
                depth--;
                finished[left++] = slot;
                if (depth > 0) {
                    int parent = path[depth - 1];
                    low[parent] = Math.min(low[parent], low[slot]);
                }
                if (low[slot] == index[slot]) {
                    close(slot);
                }
            }
        }
    }

    private void enter(int slot) {
        index[slot] = ++entered;
        low[slot] = entered;
        open[opened++] = slot;
        isOpen.add(slot);
    }

    private void close(int root) {
        int member;
        do {
            member = open[--opened];
            isOpen.remove(member);
            component[member] = count;
        } while (member != root);
        count++;
    }
}
