package io.cradle.core.network;

import io.cradle.core.activity.Period;
import io.cradle.core.explain.Contribution;
import io.cradle.core.explain.VersionUsed;
import io.cradle.core.factor.Leaf;
import io.cradle.core.footprint.Component;
import io.cradle.core.footprint.Figures;
import io.cradle.core.footprint.Publication;
import io.cradle.core.footprint.Published;
import io.cradle.core.footprint.Result;
import io.cradle.core.footprint.Status;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Decides which products of one period have a publication due, and writes it. */
final class Publisher {
    private final PeriodGraph periodGraph;
    private final Graph graph;
    private final Period period;
    private final Map<String, Published> last = new HashMap<>();
    private double errorBound;

    Publisher(PeriodGraph periodGraph) {
        this.periodGraph = periodGraph;
        this.graph = periodGraph.graph();
        this.period = periodGraph.period();
    }

    void restore(String product, Published published) {
        last.put(product, published);
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
    List<Publication> due(BitSet changed, boolean closed, boolean all, List<String> causes) {
        errorBound = 0;
        Map<String, Integer> candidates = new TreeMap<>();
        for (int node = 0; node < graph.size(); node++) {
            node = all ? node : changed.nextSetBit(node);
            if (node < 0) {
                break;
            }
            if (graph.key(node).kind() == NodeKey.Kind.PRODUCT) {
                candidates.put(graph.key(node).id(), node);
            }
        }
        List<Publication> due = new ArrayList<>();
        candidates.forEach((product, node) -> {
            Publication publication = publication(product, node, closed, causes);
            if (publication != null) {
                due.add(publication);
                last.put(product, publication.published());
            }
        });
        return due;
    }

    private Publication publication(String product, int node, boolean closed, List<String> causes) {
        Published before = last.get(product);
        Row row = graph.row(node);
        if (!row.face.isResolved()) {
            return before == null || before.status() == Status.WITHDRAWN ? null : withdrawn(product, node, causes);
        }
        List<VersionUsed> versions = versions(row);
        Figures figures = hasFigures(node) ? figures(node, row) : null;
        Published now = state(node, closed, figures, versions, before);
        if (!now.isDueAfter(before)) {
            return null;
        }
        if (figures != null && figures.of(Component.GROSS) > 0) {
            errorBound =
                    Math.max(errorBound, Settler.TOLERANCE * figures.of(Component.TIERS) / figures.of(Component.GROSS));
        }
        return new Publication(
                product,
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
                result(node),
                figures == null ? Double.NaN : figures.coverage(),
                figures == null ? new double[0] : figures.values(),
                versions.stream().map(VersionUsed::identity).collect(Collectors.joining("\n")),
                closed || (before != null && before.everFinal()));
    }

    private static Published restatedIfFinalBefore(Published now, Published before) {
        if (now.status() != Status.FINAL || before == null || !before.everFinal()) {
            return now;
        }
        return new Published(
                Status.RESTATED, now.result(), now.coverage(), now.values(), now.versions(), now.everFinal());
    }

    private Publication withdrawn(String product, int node, List<String> causes) {
        Published before = last.get(product);
        Published now = new Published(Status.WITHDRAWN, null, Double.NaN, new double[0], "", before.everFinal());
        return new Publication(
                product,
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

    /** Not in a non-productive loop, and within what numbers can say. */
    private boolean hasFigures(int node) {
        return !periodGraph.isNonProductive(node) && Component.areFinite(graph.values(), node * Component.COUNT);
    }

    private Result result(int node) {
        if (periodGraph.isNonProductive(node)) {
            return Result.NON_PRODUCTIVE_LOOP;
        }
        return periodGraph.isIncomplete(node) || !hasFigures(node) ? Result.INCOMPLETE : Result.COMPLETE;
    }

    private Figures figures(int node, Row row) {
        int base = node * Component.COUNT;
        return new Figures(
                Arrays.copyOfRange(graph.values(), base, base + Component.COUNT), row.ownCoverage, row.exemptedPercent);
    }

    private long coveredTo(Row row) {
        long coveredTo = Long.MAX_VALUE;
        for (NodeKey process : row.processes) {
            coveredTo = Math.min(coveredTo, graph.row(graph.find(process)).coveredToMs);
        }
        return coveredTo == Long.MAX_VALUE ? Long.MIN_VALUE : coveredTo;
    }

    private List<VersionUsed> versions(Row row) {
        TreeSet<VersionUsed> versions = new TreeSet<>();
        for (Edge edge : row.edges) {
            Leaf leaf = periodGraph.leaf(graph.find(edge.target()));
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
            int node = graph.find(edge.target());
            contributions.add(new Contribution(
                    edge.target().kind().code(),
                    edge.target().label(),
                    edge.amount(),
                    edge.unit(),
                    hasFigures(node) ? edge.coefficient() * graph.excludingUptake(node) : Double.NaN,
                    edge.purpose().code(),
                    edge.notes()));
        }
        return contributions;
    }

    private String cause(int node, List<String> causes) {
        int cause = periodGraph.cause(node);
        return cause < causes.size() ? causes.get(cause) : "";
    }

    private static double previous(Published before) {
        return before == null || before.values().length == 0
                ? Double.NaN
                : Component.excludingUptake(before.values(), 0);
    }
}
