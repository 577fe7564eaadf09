package io.cradle.testkit.realistic;

import java.util.Arrays;

/**
 * The shape of a network, counted.
 *
 * @param meanInputs lines per product
 * @param largestLoop share of the products that are in the largest strongly connected component
 * @param depth most components on a way from a factor to a product, the factor not counted
 * @param hubShare share of all lines that lead to the few most used products, as many as the network has hubs
 * @param hubFactorReach share of the products that rest on factor 0, directly or not
 * @param consumeThemselves share of the products with a line to themselves
 * @param credits share of the lines that are negative
 * @param largestGain largest Σ|amount| over the product lines of a product
 * @param fanOutExponent of the power law that the most used hundredth of the products follows (Hill's estimator)
 */
public record NetworkShape(
        double meanInputs,
        double largestLoop,
        int depth,
        double hubShare,
        double hubFactorReach,
        double consumeThemselves,
        double credits,
        double largestGain,
        double fanOutExponent) {

    public static NetworkShape of(RealisticNetwork network) {
        return of(network, EdgeArrays.of(network));
    }

    public static NetworkShape of(RealisticNetwork network, EdgeArrays edges) {
        ShapeCount count = new ShapeCount(network, edges);
        int[] consumers = count.consumers();
        Arrays.sort(consumers);
        LoopCount loops = LoopCount.of(network, edges);
        double products = network.products();
        return new NetworkShape(
                edges.lines() / products,
                loops.largest() / products,
                loops.depth(),
                ShapeCount.top(consumers, network.hubs()) / (double) edges.lines(),
                loops.onHubFactor() / products,
                count.selfLoops() / products,
                count.credits() / (double) edges.lines(),
                count.largestGain(),
                hill(consumers, Math.max(10, network.products() / 100)));
    }

    /** 1 + k ÷ Σ ln(x ÷ smallest x) over the k largest. */
    private static double hill(int[] ascending, int k) {
        double smallest = Math.max(1, ascending[ascending.length - k]);
        double sum = 0;
        for (int i = ascending.length - k; i < ascending.length; i++) {
            sum += Math.log(Math.max(1, ascending[i]) / smallest);
        }
        return 1 + k / sum;
    }
}
