package io.cradle.testkit.oracle;

import java.util.List;
import java.util.Map;

/** Which nodes depend on a loop that consumes all it makes, and which on a gap. */
final class Loops {
    private final List<GraphNode> nodes;
    private final int[][] dependsOn;
    private final List<int[]> components;

    /** @throws LoopTooLargeException if a loop has more members than can be judged */
    Loops(Map<String, GraphNode> graph) {
        this.nodes = List.copyOf(graph.values());
        this.dependsOn = Components.edges(nodes);
        this.components = Components.inOrder(dependsOn);
        components.forEach(component -> LoopTooLargeException.unlessSmall(component.length));
    }

    /** Per node: whether it lies in a non-productive loop or depends on one. */
    boolean[] nonProductive() {
        boolean[] bad = new boolean[nodes.size()];
        for (int[] component : components) {
            if (isLoop(component) && !DenseMatrix.productive(magnitudes(component))) {
                for (int member : component) {
                    bad[member] = true;
                }
            }
        }
        return withDependents(bad);
    }

    private boolean isLoop(int[] component) {
        int first = component[0];
        return component.length > 1 || contains(dependsOn[first], first);
    }

    private static boolean contains(int[] some, int one) {
        for (int each : some) {
            if (each == one) {
                return true;
            }
        }
        return false;
    }

    /** Per node: whether its own coverage or that of anything it depends on is below 1. */
    boolean[] incomplete() {
        boolean[] bad = new boolean[nodes.size()];
        for (int i = 0; i < bad.length; i++) {
            bad[i] = nodes.get(i).ownCoverage() < 1;
        }
        return withDependents(bad);
    }

    /** Members of one component depend on each other, and on components before it. */
    private boolean[] withDependents(boolean[] bad) {
        boolean[] all = bad.clone();
        for (int[] component : components) {
            boolean any = false;
            for (int member : component) {
                any |= all[member];
                for (int input : dependsOn[member]) {
                    any |= all[input];
                }
            }
            for (int member : component) {
                all[member] = any;
            }
        }
        return all;
    }

    /** |A| over a component: Σ |a| of the edges from one member to another. */
    private double[][] magnitudes(int[] component) {
        return new BlockSystem(nodes, List.of(component)).block(component, BlockSystem.ToNodeAmount.MAGNITUDE);
    }
}
