package io.cradle.core.network;

import io.cradle.core.footprint.Component;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** One equation of the system, as it is built from facts: direct emissions, edges, and what is missing. */
final class Row {
    final Face face;
    /** Components of what it emits itself, or of a leaf; null for nothing. */
    final double[] constant;

    final List<Direct> directs;
    final List<Edge> edges;
    final double ownCoverage;
    final List<UnresolvedLine> unresolved;
    final List<RecordedLine> recorded;
    final double exemptedPercent;
    /** Processes that made the product, resolved or not. */
    final List<NodeKey> processes;
    /** Activity time up to which a process is counted; NaN-like {@link Long#MIN_VALUE} where that means nothing. */
    final long coveredToMs;
    /** Name of the product made, or null. */
    final String name;

    private Row(Builder builder) {
        face = builder.face;
        directs = List.copyOf(builder.directs);
        edges = List.copyOf(builder.edges);
        unresolved = List.copyOf(builder.unresolved);
        recorded = List.copyOf(builder.recorded);
        ownCoverage = builder.coverage();
        processes = List.copyOf(builder.processes);
        exemptedPercent = builder.exemptedPercent;
        coveredToMs = builder.coveredToMs;
        name = builder.name;
        constant = builder.constant == null && !directs.isEmpty() ? new double[Component.COUNT] : builder.constant;
        directs.forEach(direct -> direct.addTo(constant));
    }

    /** A leaf: figures as they are. */
    static Row leaf(Face face, double[] vector) {
        Builder builder = new Builder();
        builder.face = face;
        builder.constant = vector;
        return new Row(builder);
    }

    /** A node of which nothing can be taken. */
    static Row unresolved(String reason) {
        Builder builder = new Builder();
        builder.face = Face.unresolved(reason);
        builder.covered(0, 1, Double.NaN);
        return new Row(builder);
    }

    /** Collects a row; what covers it is weighed line by line. */
    static final class Builder {
        Face face;
        double[] constant;
        final List<Direct> directs = new ArrayList<>();
        final List<Edge> edges = new ArrayList<>();
        final TreeSet<UnresolvedLine> unresolved = new TreeSet<>();
        final List<RecordedLine> recorded = new ArrayList<>();
        final List<NodeKey> processes = new ArrayList<>();
        double exemptedPercent;
        long coveredToMs = Long.MIN_VALUE;
        String name;
        private double lines;
        private double linesCovered;
        private double kg;
        private double kgCovered;
        private boolean anyUncovered;

        /**
         * Counts a line towards own coverage.
         *
         * @param covered 1 or 0
         * @param weight the line's weight (1, or the share of the days)
         * @param lineKg its mass, NaN where it has none
         */
        void covered(int covered, double weight, double lineKg) {
            lines += weight;
            linesCovered += covered * weight;
            kg += weight * Math.abs(lineKg);
            kgCovered += covered * weight * Math.abs(lineKg);
            anyUncovered |= covered == 0;
        }

        private double coverage() {
            if (!anyUncovered || lines == 0) {
                return 1;
            }
            // Below 1 whatever the rounding: an uncovered line of no weight still makes the result a lower bound.
            double coverage = kg > 0 ? kgCovered / kg : linesCovered / lines;
            return Math.min(coverage, Math.nextDown(1.0));
        }

        Row build() {
            return new Row(this);
        }
    }
}
