package io.cradle.testkit.realistic;

/** Counts that look at one line at a time. */
final class ShapeCount {
    private final RealisticNetwork network;
    private final EdgeArrays edges;

    ShapeCount(RealisticNetwork network, EdgeArrays edges) {
        this.network = network;
        this.edges = edges;
    }

    /** Lines that lead to each product. */
    int[] consumers() {
        int[] consumers = new int[network.products()];
        for (int input : edges.inputs()) {
            if (input >= network.factors()) {
                consumers[input - network.factors()]++;
            }
        }
        return consumers;
    }

    static long top(int[] ascending, int k) {
        long sum = 0;
        for (int i = ascending.length - k; i < ascending.length; i++) {
            sum += ascending[i];
        }
        return sum;
    }

    int selfLoops() {
        int count = 0;
        for (int product = 0; product < network.products(); product++) {
            boolean itself = false;
            for (int at = edges.starts()[product]; at < edges.starts()[product + 1]; at++) {
                itself |= edges.inputs()[at] == network.node(product);
            }
            count += itself ? 1 : 0;
        }
        return count;
    }

    int credits() {
        int count = 0;
        for (double amount : edges.amounts()) {
            count += amount < 0 ? 1 : 0;
        }
        return count;
    }

    double largestGain() {
        double largest = 0;
        for (int product = 0; product < network.products(); product++) {
            double gain = 0;
            for (int at = edges.starts()[product]; at < edges.starts()[product + 1]; at++) {
                gain += edges.inputs()[at] >= network.factors() ? Math.abs(edges.amounts()[at]) : 0;
            }
            largest = Math.max(largest, gain);
        }
        return largest;
    }
}
