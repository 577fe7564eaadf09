package io.cradle.core.explain;

import io.cradle.core.footprint.Component;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** All paths of an upstream that reach a magnitude, enumerated without any order. */
final class PlainPaths {
    private final Upstream upstream;
    private final double least;
    private final List<Double> values = new ArrayList<>();

    PlainPaths(Upstream upstream, double least) {
        this.upstream = upstream;
        this.least = least;
        visit(0, 1);
        values.sort(Comparator.reverseOrder());
    }

    /** Magnitudes, largest first. */
    List<Double> values() {
        return values;
    }

    private void visit(int place, double amount) {
        Upstream.Node node = upstream.nodes().get(place);
        if (Math.abs(amount) * node.gross() <= least) {
            return;
        }
        double positive = node.source() == null
                ? 0
                : Component.excludingUptake(node.source().indicators(), 0);
        double negative = 0;
        for (Upstream.Emission emission : node.emissions()) {
            double kgCO2e = Component.excludingUptake(emission.indicators(), 0);
            positive += Math.max(0, kgCO2e);
            negative += Math.min(0, kgCO2e);
        }
        add(Math.abs(amount * positive));
        add(Math.abs(amount * negative));
        node.inputs().forEach(input -> visit(input.node(), amount * input.coefficient()));
    }

    private void add(double value) {
        if (value > least) {
            values.add(value);
        }
    }
}
