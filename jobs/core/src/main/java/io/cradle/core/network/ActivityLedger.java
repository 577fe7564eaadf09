package io.cradle.core.network;

import io.cradle.core.activity.Period;
import io.cradle.core.activity.RecordedInput;
import io.cradle.core.explain.RecordedAmount;
import io.cradle.core.factor.Leaf;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Joins what processes recorded with what it is priced with, and tells what readers have not seen yet. */
final class ActivityLedger {
    private final PeriodGraph periodGraph;
    private final Period period;
    private final Map<String, NavigableMap<String, List<RecordedAmount>>> told = new HashMap<>();
    private double allocated;
    private double unallocated;
    private double pending;

    ActivityLedger(PeriodGraph periodGraph) {
        this.periodGraph = periodGraph;
        this.period = periodGraph.period();
    }

    Settlement.Balance balance() {
        return new Settlement.Balance(allocated, unallocated, pending);
    }

    /** Prices every process again; gives the flows whose recorded amounts a reader would see change. */
    List<Settlement.Activity> price() {
        allocated = 0;
        unallocated = 0;
        pending = 0;
        Graph graph = periodGraph.graph();
        List<Settlement.Activity> changed = new ArrayList<>();
        graph.processes().forEach((process, node) -> price(process, graph.row(node), changed));
        return changed;
    }

    private void price(String process, Row row, List<Settlement.Activity> changed) {
        Map<String, List<RecordedAmount>> byFlow = new TreeMap<>();
        for (RecordedLine line : row.recorded) {
            RecordedAmount amount = price(line);
            add(line.account(), amount.kgCO2e());
            byFlow.computeIfAbsent(amount.input(), flow -> new ArrayList<>()).add(amount);
        }
        NavigableMap<String, List<RecordedAmount>> before = told.computeIfAbsent(process, key -> new TreeMap<>());
        byFlow.forEach((flow, parts) -> {
            if (!isSame(before.get(flow), parts)) {
                before.put(flow, List.copyOf(parts));
                changed.add(new Settlement.Activity(process, flow, period, List.copyOf(parts)));
            }
        });
        for (String flow : List.copyOf(before.keySet())) {
            if (!byFlow.containsKey(flow)) {
                before.remove(flow);
                changed.add(new Settlement.Activity(process, flow, period, List.of()));
            }
        }
    }

    private static boolean isSame(List<RecordedAmount> before, List<RecordedAmount> parts) {
        boolean same = before != null && before.size() == parts.size();
        for (int i = 0; same && i < parts.size(); i++) {
            same = parts.get(i).isSameAs(before.get(i));
        }
        return same;
    }

    private RecordedAmount price(RecordedLine line) {
        RecordedInput input = line.input();
        int node = line.target() == null ? -1 : periodGraph.graph().find(line.target());
        Leaf leaf = node < 0 ? null : periodGraph.leaf(node);
        return new RecordedAmount(
                input.month().toString(),
                input.kind().code(),
                input.input(),
                line.amount(),
                input.unit().code(),
                line.account().name().toLowerCase(Locale.ROOT),
                line.target() == null ? null : line.target().toString(),
                leaf == null ? null : leaf.version(),
                kgCO2e(line, node),
                line.notes());
    }

    /** NaN where there are no figures, or they are beyond what numbers can say. */
    private double kgCO2e(RecordedLine line, int node) {
        double kgCO2e = line.target() == null
                ? line.coefficient()
                : line.coefficient() * periodGraph.graph().excludingUptake(node);
        boolean told = Double.isFinite(kgCO2e) && (line.target() == null || !periodGraph.isNonProductive(node));
        return told ? kgCO2e : Double.NaN;
    }

    private void add(RecordedLine.Account account, double kgCO2e) {
        double emitted = Double.isNaN(kgCO2e) ? 0 : kgCO2e;
        switch (account) {
            case COUNTED -> allocated += emitted;
            case PENDING -> pending += emitted;
            case UNALLOCATED -> unallocated += emitted;
        }
    }
}
