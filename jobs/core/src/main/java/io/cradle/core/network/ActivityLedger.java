package io.cradle.core.network;

import io.cradle.core.activity.Period;
import io.cradle.core.activity.RecordedInput;
import io.cradle.core.explain.RecordedAmount;
import io.cradle.core.factor.Leaf;
import io.cradle.core.linear.NodeSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/** Joins what processes recorded with what it is priced with, and tells what readers have not seen yet. */
final class ActivityLedger {
    private final PeriodGraph graph;
    private final Period period;
    private final Map<String, NavigableMap<String, List<RecordedAmount>>> told = new HashMap<>();
    /** Nodes that price the recorded lines of a process, and the processes that a node prices. */
    private final Map<Integer, Set<Integer>> pricesOf = new HashMap<>();

    private final Map<Integer, Set<Integer>> pricedBy = new HashMap<>();
    private final Map<Integer, Integer> places = new HashMap<>();
    private final SumTree[] sums = {new SumTree(), new SumTree(), new SumTree()};

    ActivityLedger(PeriodGraph graph) {
        this.graph = graph;
        this.period = graph.period();
    }

    Settlement.Balance balance() {
        return new Settlement.Balance(
                sums[RecordedLine.Account.COUNTED.ordinal()].sum(),
                sums[RecordedLine.Account.UNALLOCATED.ordinal()].sum(),
                sums[RecordedLine.Account.PENDING.ordinal()].sum());
    }

    /** Prices again the processes that a change concerns; gives the flows whose recorded amounts readers would see change. */
    List<Settlement.Activity> price(NodeSet changed) {
        NavigableMap<String, Integer> concerned = new TreeMap<>();
        for (int node = changed.next(0); node >= 0; node = changed.next(node + 1)) {
            if (graph.processRows().containsKey(node)) {
                concerned.put(graph.nodes().key(node).id(), node);
            }
            for (int process : pricedBy.getOrDefault(node, Set.of())) {
                concerned.put(graph.nodes().key(process).id(), process);
            }
        }
        List<Settlement.Activity> told = new ArrayList<>();
        concerned.forEach((process, node) -> price(process, node, told));
        return told;
    }

    private void price(String process, int node, List<Settlement.Activity> changed) {
        Row row = graph.processRows().get(node);
        notePrices(node, row);
        Map<String, List<RecordedAmount>> byFlow = new TreeMap<>();
        double[] emitted = new double[sums.length];
        for (RecordedLine line : row.recorded) {
            RecordedAmount amount = price(line);
            emitted[line.account().ordinal()] += Double.isNaN(amount.kgCO2e()) ? 0 : amount.kgCO2e();
            byFlow.computeIfAbsent(amount.input(), flow -> new ArrayList<>()).add(amount);
        }
        int place = places.computeIfAbsent(node, n -> places.size());
        for (int i = 0; i < sums.length; i++) {
            sums[i].set(place, emitted[i]);
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

    private void notePrices(int process, Row row) {
        Set<Integer> now = new HashSet<>();
        for (RecordedLine line : row.recorded) {
            if (line.target() != null) {
                now.add(graph.nodes().find(line.target()));
            }
        }
        Set<Integer> before = pricesOf.getOrDefault(process, Set.of());
        if (now.equals(before)) {
            return;
        }
        for (int node : before) {
            pricedBy.get(node).remove(process);
        }
        for (int node : now) {
            pricedBy.computeIfAbsent(node, n -> new HashSet<>()).add(process);
        }
        pricesOf.put(process, now);
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
        int node = line.target() == null ? -1 : graph.nodes().find(line.target());
        Leaf leaf = node < 0 ? null : graph.leaf(node);
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
                : line.coefficient() * graph.system().excludingUptake(node);
        boolean told = Double.isFinite(kgCO2e)
                && (line.target() == null || !graph.system().isNonProductive(node));
        return told ? kgCO2e : Double.NaN;
    }
}
