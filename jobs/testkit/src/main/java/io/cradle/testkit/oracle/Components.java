package io.cradle.testkit.oracle;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The strongly connected components of a graph, each after all that its members depend on: the order in which the
 * system falls apart into small ones. Found by depth-first search (Tarjan, 1972) with a stack of its own: chains of
 * suppliers may be longer than Java's.
 */
final class Components {
    private static final int UNSEEN = -1;

    private final int[][] dependsOn;
    private final int[] number;
    private final int[] lowest;
    private final int[] place;
    private final boolean[] open;
    private final Deque<Integer> members = new ArrayDeque<>();
    private final List<int[]> inOrder = new ArrayList<>();
    private int seen;

    private Components(int[][] dependsOn) {
        this.dependsOn = dependsOn;
        this.number = new int[dependsOn.length];
        this.lowest = new int[dependsOn.length];
        this.place = new int[dependsOn.length];
        this.open = new boolean[dependsOn.length];
        Arrays.fill(number, UNSEEN);
        for (int node = 0; node < number.length; node++) {
            if (number[node] == UNSEEN) {
                search(node);
            }
        }
    }

    /** Which nodes a node has edges to, edges of amount 0 left out: they lead nowhere. */
    static int[][] edges(List<GraphNode> nodes) {
        Map<String, Integer> index = index(nodes);
        return nodes.stream()
                .map(node -> node.counting().stream()
                        .map(NodeLine::resolved)
                        .filter(Resolved.ToNode.class::isInstance)
                        .map(Resolved.ToNode.class::cast)
                        .filter(edge -> edge.amount() != 0)
                        .mapToInt(edge -> index.get(edge.node()))
                        .distinct()
                        .toArray())
                .toArray(int[][]::new);
    }

    static Map<String, Integer> index(List<GraphNode> nodes) {
        Map<String, Integer> index = new HashMap<>();
        nodes.forEach(node -> index.put(node.id(), index.size()));
        return index;
    }

    /** The members of every component; a component stands behind those it depends on. */
    static List<int[]> inOrder(int[][] dependsOn) {
        return new Components(dependsOn).inOrder;
    }

    private void search(int root) {
        Deque<Integer> path = new ArrayDeque<>();
        enter(root, path);
        while (!path.isEmpty()) {
            int node = path.peek();
            if (place[node] < dependsOn[node].length) {
                int next = dependsOn[node][place[node]++];
                if (number[next] == UNSEEN) {
                    enter(next, path);
                } else if (open[next]) {
                    lowest[node] = Math.min(lowest[node], number[next]);
                }
            } else {
                path.pop();
                leave(node, path);
            }
        }
    }

    private void enter(int node, Deque<Integer> path) {
        number[node] = seen;
        lowest[node] = seen++;
        open[node] = true;
        members.push(node);
        path.push(node);
    }

    private void leave(int node, Deque<Integer> path) {
        if (!path.isEmpty()) {
            lowest[path.peek()] = Math.min(lowest[path.peek()], lowest[node]);
        }
        if (lowest[node] == number[node]) {
            List<Integer> component = new ArrayList<>();
            int member;
            do {
                member = members.pop();
                open[member] = false;
                component.add(member);
            } while (member != node);
            inOrder.add(component.stream().mapToInt(i -> i).sorted().toArray());
        }
    }
}
