package io.cradle.core.explain;

import io.cradle.core.linear.DenseSolve;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How much of every node one unit of the product takes, over all tiers: the adjoint system x = Aᵀx + e, e the unit demand
 * of the product. Any figure of the product is Σ x·(what each node emits itself), so what x is at a leaf is the derivative
 * of the figure by the leaf.
 *
 * <p>Parts without loops are passed once, consumers first. A loop is solved by rounds that hand on residuals r: what is
 * left undone is known exactly, since the error of a figure is Σ r·f. Where rounds take too long a loop is solved densely.
 */
final class Requirements {
    /** Residuals are handed on until they weigh less than this share of the product's magnitude. */
    private static final double TOLERANCE = 1e-14;

    private static final int ROUNDS = 400;
    private static final int ROUNDS_OF_LARGE = 20_000;
    private static final int MAX_DENSE = 1_000;
    private static final int NONE = -1;

    private final List<Upstream.Node> nodes;
    private final boolean credits;
    /** What each node takes, and what it is still to hand on. */
    private final double[] amounts;

    private final double[] residual;
    /** The first node of the part that each is in: an input is inside where both have the same. */
    private final int[] partOf;

    private double undone;

    private Requirements(Upstream upstream, boolean credits) {
        this.nodes = upstream.nodes();
        this.credits = credits;
        this.amounts = new double[nodes.size()];
        this.residual = new double[nodes.size()];
        this.partOf = new int[nodes.size()];
        Arrays.fill(partOf, NONE);
    }

    /**
     * Solves the adjoint system.
     *
     * @param credits whether negative inputs count; without them x is what is taken through no credit at all
     */
    static Requirements of(Upstream upstream, List<int[]> parts, boolean credits) {
        Requirements requirements = new Requirements(upstream, credits);
        requirements.residual[0] = 1;
        parts.forEach(requirements::solve);
        return requirements;
    }

    /** By place of the node, in units of it per declared unit of the product. */
    double[] amounts() {
        return amounts;
    }

    /**
     * Bound on the error of a figure excluding uptake, as a share of the product's magnitude; uptake and memo items may be
     * off by 500 times that, where a product is little else.
     */
    double errorBound() {
        return undone == 0 ? 0 : undone / nodes.get(0).magnitude();
    }

    private void solve(int[] part) {
        if (part.length == 1) {
            handOn(part[0]);
            return;
        }
        double tolerance = TOLERANCE * nodes.get(0).magnitude();
        int rounds = part.length > MAX_DENSE ? ROUNDS_OF_LARGE : ROUNDS;
        double[] fromOutside = residualsOf(part);
        for (int node : part) {
            partOf[node] = part[0];
        }
        double left = weight(part);
        for (int round = 0; round < rounds && left > tolerance; round++) {
            // Only the inside of the part is gone round; what leaves it is handed on once it rests.
            for (int node : part) {
                handOnInside(node);
            }
            left = weight(part);
        }
        if (left > tolerance && part.length <= MAX_DENSE) {
            solveDensely(part, fromOutside);
            left = 0;
        }
        undone += left;
        for (int node : part) {
            residual[node] = 0;
        }
        for (int node : part) {
            leave(node);
        }
    }

    private double[] residualsOf(int[] part) {
        double[] copy = new double[part.length];
        for (int i = 0; i < part.length; i++) {
            copy[i] = residual[part[i]];
        }
        return copy;
    }

    private double weight(int[] part) {
        double weight = 0;
        for (int node : part) {
            weight += Math.abs(residual[node]) * nodes.get(node).magnitude();
        }
        return weight;
    }

    private double coefficient(Upstream.Input input) {
        return credits ? input.coefficient() : Math.max(0, input.coefficient());
    }

    /** What a node takes of itself is part of what it takes: the rest is divided by 1 − a. */
    private double take(int node) {
        double own = 0;
        for (Upstream.Input input : nodes.get(node).inputs()) {
            own += input.node() == node ? coefficient(input) : 0;
        }
        double taken = residual[node] / (1 - own);
        residual[node] = 0;
        amounts[node] += taken;
        return taken;
    }

    private void handOn(int node) {
        double taken = take(node);
        for (Upstream.Input input : nodes.get(node).inputs()) {
            if (input.node() != node) {
                residual[input.node()] += taken * coefficient(input);
            }
        }
    }

    private void handOnInside(int node) {
        double taken = take(node);
        for (Upstream.Input input : nodes.get(node).inputs()) {
            if (input.node() != node && isInside(node, input)) {
                residual[input.node()] += taken * coefficient(input);
            }
        }
    }

    private boolean isInside(int node, Upstream.Input input) {
        return partOf[input.node()] == partOf[node];
    }

    private void leave(int node) {
        for (Upstream.Input input : nodes.get(node).inputs()) {
            if (!isInside(node, input)) {
                residual[input.node()] += amounts[node] * coefficient(input);
            }
        }
    }

    private void solveDensely(int[] part, double[] fromOutside) {
        Map<Integer, Integer> places = new HashMap<>();
        for (int i = 0; i < part.length; i++) {
            places.put(part[i], i);
        }
        double[][] matrix = new double[part.length][part.length];
        for (int i = 0; i < part.length; i++) {
            matrix[i][i] += 1;
            for (Upstream.Input input : nodes.get(part[i]).inputs()) {
                Integer target = places.get(input.node());
                if (target != null) {
                    matrix[target][i] -= coefficient(input);
                }
            }
        }
        double[] solved = DenseSolve.solve(matrix, fromOutside);
        for (int i = 0; i < part.length; i++) {
            amounts[part[i]] = solved[i];
        }
    }
}
