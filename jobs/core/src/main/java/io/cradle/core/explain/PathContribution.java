package io.cradle.core.explain;

import java.util.List;

/**
 * What reaches a product along one chain of inputs.
 *
 * @param steps from the product to the leaf or emitter, each kind and name
 * @param direct whether it ends with direct emissions of the last step; else that is a leaf
 * @param credit whether it passes a credit, or ends in one
 * @param kgCO2e excluding uptake
 */
public record PathContribution(List<Step> steps, boolean direct, boolean credit, double kgCO2e) {
    /** A node on the way. */
    public record Step(String kind, String name) {}

    public PathContribution {
        steps = List.copyOf(steps);
    }
}
