package io.cradle.testkit.oracle;

import java.util.List;

/** One unknown of the linear system: a product made, a process or a market. */
record GraphNode(String id, List<NodeLine> lines) {

    static String product(String product) {
        return "product " + product;
    }

    static String process(String process) {
        return "process " + process;
    }

    List<NodeLine> counting() {
        return lines.stream().filter(NodeLine::counts).toList();
    }

    /** Resolved ÷ all lines: by mass where every line has one, else by number; 1 without lines. */
    double ownCoverage() {
        List<NodeLine> counting = counting();
        if (counting.stream().allMatch(NodeLine::isResolved)) {
            return 1;
        }
        boolean allHaveMass = counting.stream().allMatch(line -> line.kg() != null);
        double allKg = allHaveMass ? counting.stream().mapToDouble(NodeLine::kg).sum() : 0;
        if (allKg > 0) {
            return counting.stream()
                            .filter(NodeLine::isResolved)
                            .mapToDouble(NodeLine::kg)
                            .sum()
                    / allKg;
        }
        double resolved = counting.stream()
                .filter(NodeLine::isResolved)
                .mapToDouble(NodeLine::weight)
                .sum();
        return resolved / counting.stream().mapToDouble(NodeLine::weight).sum();
    }
}
