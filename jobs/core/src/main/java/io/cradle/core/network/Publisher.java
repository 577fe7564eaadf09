package io.cradle.core.network;

import io.cradle.core.activity.Period;
import io.cradle.core.explain.Contribution;
import io.cradle.core.explain.VersionUsed;
import io.cradle.core.factor.Leaf;
import io.cradle.core.footprint.Component;
import io.cradle.core.footprint.Figures;
import io.cradle.core.footprint.Publication;
import io.cradle.core.footprint.Published;
import io.cradle.core.footprint.Status;
import io.cradle.core.linear.LinearSystem;
import io.cradle.core.linear.NodeSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Decides which products of one period have a publication due, and writes it. */
final class Publisher {
    private final PeriodGraph graph;
    private final LinearSystem system;
    private final Period period;
    private final LastPublished last;
    private double errorBound;

    Publisher(PeriodGraph graph) {
        this.graph = graph;
        this.system = graph.system();
        this.period = graph.period();
        this.last = new LastPublished(system);
    }

    /** Puts back what was last published, before anything is settled. */
    void restore(String product, Published published) {
        last.restore(graph.nodes().ensure(NodeKey.product(product)), published);
    }

    /** Bound on the relative error of what the last call published. */
    double errorBound() {
        return errorBound;
    }

    /**
     * The publications that are due.
     *
     * @param changed nodes that may have changed
     * @param closed whether the period is closed
     * @param all whether to look at every product: the period has just closed
     * @param causes texts of the cause numbers
     */
    List<Publication> due(NodeSet changed, boolean closed, boolean all, List<String> causes) {
        errorBound = 0;
        List<Publication> due = new ArrayList<>();
        for (int node : candidates(changed, all)) {
            Publication publication = publication(node, closed, causes);
            if (publication != null) {
                due.add(publication);
                last.remember(node, publication.published());
            }
        }
        return due;
    }

    /** Products to look at, by name. */
    private List<Integer> candidates(NodeSet changed, boolean all) {
        Nodes nodes = graph.nodes();
        List<Integer> candidates = new ArrayList<>();
        int end = nodes.structure().size();
        for (int node = all ? 0 : changed.next(0);
                node >= 0 && node < end;
                node = all ? node + 1 : changed.next(node + 1)) {
            if (graph.face(node) != null && nodes.key(node).kind() == NodeKey.Kind.PRODUCT) {
                candidates.add(node);
            }
        }
        candidates.sort(Comparator.comparing(node -> nodes.key(node).id()));
        return candidates;
    }

    private Publication publication(int node, boolean closed, List<String> causes) {
        Published before = last.of(node);
        if (!graph.face(node).isResolved()) {
            return before == null || before.status() == Status.WITHDRAWN ? null : withdrawn(before, node, causes);
        }
        Row row = graph.productRow(node);
        List<VersionUsed> versions = versions(row);
        Figures figures =
                graph.hasFigures(node) ? new Figures(system.values(node), row.ownCoverage, row.exemptedPercent) : null;
        Published now = state(node, closed, figures, versions, before);
        if (!now.isDueAfter(before)) {
            return null;
        }
        if (figures != null) {
            errorBound = Math.max(errorBound, LinearSystem.errorBound(figures.values()));
        }
        return new Publication(
                graph.nodes().key(node).id(),
                row.name,
                period,
                row.face.per().unit().code(),
                figures,
                coveredTo(row),
                contributions(row),
                versions,
                row.unresolved.stream()
                        .map(line -> new Publication.Unresolved(line.input(), line.reason()))
                        .toList(),
                cause(node, causes),
                previous(before),
                restatedIfFinalBefore(now, before));
    }

    /** Status stays what it was while nothing is due, so that only a change restates. */
    private Published state(int node, boolean closed, Figures figures, List<VersionUsed> versions, Published before) {
        Status status = Status.PROVISIONAL;
        if (closed) {
            status = before != null && before.status() == Status.RESTATED ? Status.RESTATED : Status.FINAL;
        }
        return new Published(
                status,
                graph.result(node),
                figures == null ? Double.NaN : figures.coverage(),
                figures == null ? new double[0] : figures.values(),
                VersionDigest.text(VersionDigest.of(
                        versions.stream().map(VersionUsed::identity).collect(Collectors.joining("\n")))),
                closed || (before != null && before.everFinal()));
    }

    private static Published restatedIfFinalBefore(Published now, Published before) {
        if (now.status() != Status.FINAL || before == null || !before.everFinal()) {
            return now;
        }
        return new Published(
                Status.RESTATED, now.result(), now.coverage(), now.values(), now.versions(), now.everFinal());
    }

    private Publication withdrawn(Published before, int node, List<String> causes) {
        Published now = new Published(Status.WITHDRAWN, null, Double.NaN, new double[0], "", before.everFinal());
        return new Publication(
                graph.nodes().key(node).id(),
                null,
                period,
                "",
                null,
                Long.MIN_VALUE,
                List.of(),
                List.of(),
                List.of(),
                cause(node, causes),
                previous(before),
                now);
    }

    private long coveredTo(Row row) {
        long coveredTo = Long.MAX_VALUE;
        for (NodeKey process : row.processes) {
            int node = graph.nodes().find(process);
            coveredTo = Math.min(coveredTo, graph.processRows().get(node).coveredToMs);
        }
        return coveredTo == Long.MAX_VALUE ? Long.MIN_VALUE : coveredTo;
    }

    private List<VersionUsed> versions(Row row) {
        TreeSet<VersionUsed> versions = new TreeSet<>();
        for (Edge edge : row.edges) {
            Leaf leaf = graph.leaf(graph.nodes().find(edge.target()));
            if (leaf != null) {
                versions.add(new VersionUsed(
                        leaf.key(),
                        leaf.version(),
                        leaf.source(),
                        leaf.position().logTimeMs()));
            }
        }
        return List.copyOf(versions);
    }

    private List<Contribution> contributions(Row row) {
        List<Contribution> contributions = new ArrayList<>();
        for (Direct direct : row.directs) {
            contributions.add(new Contribution(
                    "direct",
                    direct.gas().name(),
                    direct.kg(),
                    "kg",
                    direct.gas().countsExcludingUptake() ? direct.kgCO2e() : 0,
                    direct.purpose().code(),
                    List.of()));
        }
        for (Edge edge : row.edges) {
            int node = graph.nodes().find(edge.target());
            contributions.add(new Contribution(
                    edge.target().kind().code(),
                    edge.target().label(),
                    edge.amount(),
                    edge.unit(),
                    graph.hasFigures(node) ? edge.coefficient() * system.excludingUptake(node) : Double.NaN,
                    edge.purpose().code(),
                    edge.notes()));
        }
        return contributions;
    }

    private String cause(int node, List<String> causes) {
        int cause = system.cause(node);
        return cause < causes.size() ? causes.get(cause) : "";
    }

    private static double previous(Published before) {
        return before == null || before.values().length == 0
                ? Double.NaN
                : Component.excludingUptake(before.values(), 0);
    }
}
