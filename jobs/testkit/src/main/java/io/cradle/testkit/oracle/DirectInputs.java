package io.cradle.testkit.oracle;

import io.cradle.schemas.wire.InputTopic;
import io.cradle.schemas.wire.RecordKey;
import io.cradle.testkit.oracle.OracleFootprint.FootprintKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the oracle computes one footprint from: the product's own lines, and the records behind them, those of the
 * processes and markets among them included. Products that it takes are not followed further.
 *
 * @param lines in the order of the bill, then the processes
 * @param records by topic and key
 */
public record DirectInputs(List<Line> lines, List<LogEntry> records) {

    /**
     * One line of the product.
     *
     * @param input what it names
     * @param resolved what that led to
     * @param contribution kgCO2e excluding biogenic uptake per declared unit; 0 where nothing resolves it
     */
    public record Line(String input, String resolved, double contribution) {}

    /** The inputs of a footprint at the end of an epoch; none where there is no such footprint. */
    public static DirectInputs of(OracleSettings settings, List<LogEntry> log, long asOfMs, FootprintKey key) {
        EpochWalk walk = new EpochWalk(settings, log, asOfMs);
        walk.settleUpTo(asOfMs);
        NetworkLedger network = walk.ledger().networks().get(key.network());
        Optional<Period> period = network == null
                ? Optional.empty()
                : new Evaluation(settings, key.period()::equals)
                        .livePeriods(network, asOfMs).stream().findFirst();
        if (period.isEmpty()) {
            return new DirectInputs(List.of(), List.of());
        }
        NetworkView view =
                new NetworkView(settings, network.facts(), walk.ledger().factors(), asOfMs);
        return new Search(view, walk.ledger(), log, key, period.get()).inputs();
    }

    private static final class Search {
        private final NetworkView view;
        private final Ledger ledger;
        private final List<LogEntry> log;
        private final FootprintKey key;
        private final Period period;
        private final ProcessBook book;
        private final PeriodGraph graph;
        private final Set<LogEntry> records = new LinkedHashSet<>();
        private final Map<String, Held<?>> leaves = new HashMap<>();

        Search(NetworkView view, Ledger ledger, List<LogEntry> log, FootprintKey key, Period period) {
            this.view = view;
            this.ledger = ledger;
            this.log = log;
            this.key = key;
            this.period = period;
            this.book = new ProcessBook(view);
            this.graph = new PeriodGraph(view, book, period);
        }

        DirectInputs inputs() {
            GraphNode node = graph.nodes().get(GraphNode.product(key.product()));
            if (node == null) {
                return new DirectInputs(List.of(), List.of());
            }
            leaves.putAll(ledger.factors());
            leaves.putAll(view.facts().supplied);
            Solution solution = new Solution(graph.nodes());
            List<Line> lines = node.lines().stream()
                    .map(line -> new Line(line.input(), text(line.resolved()), solution.contribution(line)))
                    .toList();
            bills();
            behind(node);
            List<LogEntry> sorted = new ArrayList<>(records);
            sorted.sort(Comparator.comparing(LogEntry::topic)
                    .thenComparing(LogEntry::key)
                    .thenComparing(LogEntry::logTimeMs));
            return new DirectInputs(lines, sorted);
        }

        private void bills() {
            List<Fact.Bill> inForce = view.billsInForce(key.product(), period).stream()
                    .map(NetworkView.BillInForce::bill)
                    .toList();
            view.facts().bills.values().stream()
                    .filter(held -> inForce.contains(held.fact()))
                    .forEach(this::add);
        }

        private void behind(GraphNode node) {
            for (NodeLine line : node.lines()) {
                if (line.resolved() instanceof Resolved.ToLeaf leaf) {
                    leaf.version().map(version -> leaves.get(version.key())).ifPresent(this::add);
                } else if (line.resolved() instanceof Resolved.ToNode edge) {
                    follow(edge.node());
                }
            }
        }

        private void follow(String node) {
            String name = node.substring(node.indexOf(' ') + 1);
            if (node.equals(GraphNode.process(name))) {
                process(name);
                behind(graph.nodes().get(node));
            } else if (!node.equals(GraphNode.product(name))) {
                view.facts().purchases.values().stream()
                        .filter(held -> held.fact().product().equals(name))
                        .forEach(this::add);
                graph.nodes().get(node).lines().stream()
                        .filter(line -> line.resolved() instanceof Resolved.ToLeaf)
                        .forEach(line -> behind(new GraphNode(node, List.of(line))));
            }
        }

        private void process(String process) {
            Period of = book.edgesOf(process, period).orElse(period);
            view.facts().productions.values().stream()
                    .filter(held -> held.fact().process().equals(process))
                    .filter(held -> held.fact().interval().overlaps(of.startMs(), of.endMs()))
                    .forEach(this::add);
            view.facts().activities.values().stream()
                    .filter(held -> held.fact().process().equals(process))
                    .filter(held -> held.fact().interval().overlaps(of.startMs(), of.endMs()))
                    .forEach(this::add);
            Set<String> meters = new TreeSet<>();
            for (Held<Fact.Meter> held : view.facts().meters.values()) {
                if (held.fact().process().equals(process)) {
                    add(held);
                    meters.add(RecordKey.join(key.network(), held.fact().meter()));
                }
            }
            // Readings are kept as amounts only, so their records are those of the log that were not refused.
            log.stream()
                    .filter(entry -> entry.topic() == InputTopic.METER_READINGS && meters.contains(entry.key()))
                    .filter(entry -> !ledger.rejected().containsKey(entry.position()))
                    .forEach(records::add);
        }

        private void add(Held<?> held) {
            records.add(held.stamped().entry());
        }

        private static String text(Resolved resolved) {
            if (resolved instanceof Resolved.ToLeaf leaf) {
                return leaf.amount() + " of "
                        + leaf.version().map(OracleVersion::key).orElse("a leaf");
            }
            if (resolved instanceof Resolved.ToNode edge) {
                return edge.amount() + " of " + edge.node();
            }
            if (resolved instanceof Resolved.Missing missing) {
                return "unresolved: " + missing.gap().label();
            }
            return resolved instanceof Resolved.Exempted ? "exempted" : "emitted directly";
        }
    }
}
