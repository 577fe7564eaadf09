package io.cradle.core.explain;

import io.cradle.core.footprint.Component;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;

/**
 * The largest paths of a footprint, found best first: everything above a node weighs at most its amount times its gross, so
 * a path that comes out first is the largest of all that are left (structural path analysis). Loops are gone round as long
 * as what goes round is worth it.
 */
final class PathSearch {
    private final Upstream upstream;
    private final double gross;
    private final ExplainLimits limits;
    private final PriorityQueue<Reached> heap =
            new PriorityQueue<>(Comparator.comparingDouble((Reached reached) -> -reached.bound));

    /** A node, or with {@code end} its own emissions, reached from the product. */
    private record Reached(double bound, double amount, int node, boolean end, boolean credit, Reached before) {}

    private PathSearch(Upstream upstream, ExplainLimits limits) {
        this.upstream = upstream;
        this.gross = upstream.product().gross();
        this.limits = limits;
    }

    /** The largest paths in magnitude, largest first. */
    static List<PathContribution> of(Upstream upstream, ExplainLimits limits) {
        return new PathSearch(upstream, limits).search();
    }

    private List<PathContribution> search() {
        List<PathContribution> found = new ArrayList<>();
        double covered = 0;
        reach(new Reached(gross, 1, 0, false, false, null));
        while (!heap.isEmpty() && found.size() < limits.paths() && covered < limits.covered() * gross) {
            Reached best = heap.remove();
            if (best.end) {
                found.add(path(best));
                covered += best.bound;
            } else {
                expand(best);
            }
        }
        return List.copyOf(found);
    }

    private void expand(Reached from) {
        Upstream.Node node = upstream.nodes().get(from.node);
        if (node.source() != null) {
            end(from, Component.excludingUptake(node.source().indicators(), 0), false);
        }
        double positive = 0;
        double negative = 0;
        for (Upstream.Emission emission : node.emissions()) {
            double kgCO2e = Component.excludingUptake(emission.indicators(), 0);
            positive += Math.max(0, kgCO2e);
            negative += Math.min(0, kgCO2e);
        }
        end(from, positive, false);
        end(from, negative, true);
        for (Upstream.Input input : node.inputs()) {
            double amount = from.amount * input.coefficient();
            double bound = Math.abs(amount) * upstream.nodes().get(input.node()).gross();
            reach(new Reached(bound, amount, input.node(), false, from.credit || input.coefficient() < 0, from));
        }
    }

    private void end(Reached from, double kgCO2e, boolean credit) {
        double value = from.amount * kgCO2e;
        reach(new Reached(Math.abs(value), value, from.node, true, from.credit || credit, from));
    }

    private void reach(Reached reached) {
        if (reached.bound > limits.leastShare() * gross) {
            heap.add(reached);
        }
    }

    private PathContribution path(Reached end) {
        Deque<PathContribution.Step> steps = new ArrayDeque<>();
        for (Reached at = end.before; at != null; at = at.before) {
            Upstream.Node node = upstream.nodes().get(at.node);
            steps.addFirst(new PathContribution.Step(node.kind(), node.name()));
        }
        boolean direct = upstream.nodes().get(end.node).source() == null;
        return new PathContribution(List.copyOf(steps), direct, end.credit, end.amount);
    }
}
