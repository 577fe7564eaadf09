package io.cradle.cli.explain;

import io.cradle.core.explain.Explanation;
import io.cradle.core.explain.PathContribution;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The paths of an explanation laid side by side: how much passes each node of each column, and each link between two
 * columns. What takes off (credits, removals) is apart from what adds, and what no path tells of is one more node. Each
 * side adds up from column to column, and both together to the footprint.
 */
final class Flows {
    /** Columns; longer paths end in the last with where they really end. */
    static final int COLUMNS = 6;

    /** A node of a column; {@code kgCO2e} is a magnitude. */
    static final class Node {
        final String label;
        final int column;
        final boolean takesOff;
        double kgCO2e;

        Node(String label, int column, boolean takesOff) {
            this.label = label;
            this.column = column;
            this.takesOff = takesOff;
        }
    }

    /** A link from a node to one of the column before. */
    static final class Link {
        final Node from;
        final Node to;
        double kgCO2e;

        Link(Node from, Node to) {
            this.from = from;
            this.to = to;
        }
    }

    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final Map<String, Link> links = new LinkedHashMap<>();

    private Flows() {}

    static Flows of(Explanation explanation) {
        Flows flows = new Flows();
        for (PathContribution path : explanation.paths()) {
            flows.add(labels(path), path.kgCO2e());
        }
        double rest = explanation.besidesPaths();
        if (Math.abs(rest) > 1e-9 * explanation.product().gross()) {
            flows.add(List.of(explanation.product().name(), "all other paths"), rest);
        }
        return flows;
    }

    List<Node> column(int column) {
        return nodes.values().stream().filter(node -> node.column == column).toList();
    }

    List<Link> links() {
        return List.copyOf(links.values());
    }

    private static List<String> labels(PathContribution path) {
        List<String> labels = new ArrayList<>();
        path.steps().forEach(step -> labels.add(Names.step(step)));
        if (path.direct()) {
            labels.add("emissions of " + labels.get(labels.size() - 1));
        }
        if (labels.size() <= COLUMNS) {
            return labels;
        }
        List<String> shortened = new ArrayList<>(labels.subList(0, COLUMNS - 1));
        shortened.add(labels.get(labels.size() - 1));
        return shortened;
    }

    private void add(List<String> labels, double kgCO2e) {
        boolean takesOff = kgCO2e < 0;
        Node before = null;
        for (int column = 0; column < labels.size(); column++) {
            String id = column + (takesOff ? " - " : " + ") + labels.get(column);
            int place = column;
            Node node = nodes.computeIfAbsent(id, key -> new Node(labels.get(place), place, takesOff));
            node.kgCO2e += Math.abs(kgCO2e);
            if (before != null) {
                Node to = before;
                links.computeIfAbsent((column - 1) + labels.get(column - 1) + " < " + id, key -> new Link(node, to))
                                .kgCO2e +=
                        Math.abs(kgCO2e);
            }
            before = node;
        }
    }
}
