package io.cradle.testkit.realistic;

/**
 * Strongly connected components by Tarjan's algorithm, with its stacks in arrays. Components are left in the order
 * inputs before consumers, so depth and reach are known when one is closed.
 */
final class LoopCount {
    private final int factors;
    private final EdgeArrays edges;
    private final int[] index;
    private final int[] low;
    private final int[] next;
    private final int[] open;
    private final int[] path;
    private final boolean[] isOpen;
    private final int[] depthOf;
    private final boolean[] reached;
    private int opened;
    private int counter;
    private int largest;
    private int depth;
    private int onHubFactor;

    private LoopCount(RealisticNetwork network, EdgeArrays edges) {
        this.factors = network.factors();
        this.edges = edges;
        int products = network.products();
        index = new int[products];
        low = new int[products];
        next = new int[products];
        open = new int[products];
        path = new int[products];
        isOpen = new boolean[products];
        depthOf = new int[products];
        reached = new boolean[products];
    }

    static LoopCount of(RealisticNetwork network, EdgeArrays edges) {
        LoopCount count = new LoopCount(network, edges);
        for (int product = 0; product < network.products(); product++) {
            if (count.index[product] == 0) {
                count.visit(product);
            }
        }
        return count;
    }

    /** Products in the largest component. */
    int largest() {
        return largest;
    }

    int depth() {
        return depth;
    }

    /** Products that rest on factor 0. */
    int onHubFactor() {
        return onHubFactor;
    }

    private void visit(int root) {
        int length = 0;
        enter(root);
        path[length++] = root;
        while (length > 0) {
            int product = path[length - 1];
            if (next[product] < edges.starts()[product + 1]) {
                int input = edges.inputs()[next[product]++] - factors;
                if (input >= 0 && index[input] == 0) {
                    enter(input);
                    path[length++] = input;
                } else if (input >= 0 && isOpen[input]) {
                    low[product] = Math.min(low[product], index[input]);
                }
            } else {
                length--;
                if (length > 0) {
                    low[path[length - 1]] = Math.min(low[path[length - 1]], low[product]);
                }
                if (low[product] == index[product]) {
                    close(product);
                }
            }
        }
    }

    private void enter(int product) {
        index[product] = ++counter;
        low[product] = counter;
        next[product] = edges.starts()[product];
        open[opened++] = product;
        isOpen[product] = true;
    }

    private void close(int root) {
        int from = opened;
        do {
            from--;
        } while (open[from] != root);
        int size = opened - from;
        int deepest = 0;
        boolean reaches = false;
        for (int i = from; i < opened; i++) {
            for (int at = edges.starts()[open[i]]; at < edges.starts()[open[i] + 1]; at++) {
                int input = edges.inputs()[at] - factors;
                reaches |= edges.inputs()[at] == 0 || (input >= 0 && reached[input]);
                deepest = input >= 0 ? Math.max(deepest, depthOf[input]) : deepest;
            }
        }
        for (int i = from; i < opened; i++) {
            isOpen[open[i]] = false;
            depthOf[open[i]] = deepest + 1;
            reached[open[i]] = reaches;
        }
        opened = from;
        largest = Math.max(largest, size);
        depth = Math.max(depth, deepest + 1);
        onHubFactor += reaches ? size : 0;
    }
}
