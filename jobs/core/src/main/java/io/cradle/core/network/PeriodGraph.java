package io.cradle.core.network;

import io.cradle.core.activity.Period;
import io.cradle.core.activity.ReportingCalendar;
import io.cradle.core.factor.FactorKind;
import io.cradle.core.factor.FactorMatch;
import io.cradle.core.factor.FactorTable;
import io.cradle.core.factor.Leaf;
import io.cradle.core.footprint.Component;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The graph of one network in one period: builds the rows that facts touch, and keeps them settled. */
final class PeriodGraph implements RowContext {
    private static final Watchers[] NOTHING_WATCHED = {};

    private final Period period;
    private final NetworkFacts facts;
    private final NetworkSettings settings;
    private final LeafDesk leaves;
    private final Graph graph = new Graph();
    private final Settler settler = new Settler(graph);
    private final LoopWatch loops = new LoopWatch(graph);
    private final Map<Integer, Leaf> leafOf = new HashMap<>();
    private final Map<String, Watchers> watchers = new HashMap<>();
    /** What each node watches, by its id. */
    private final List<Watchers[]> watchesOf = new ArrayList<>();

    private final Set<Integer> toBuild = new LinkedHashSet<>();

    private long asOfMs;
    private int cause = Settler.NO_CAUSE;
    private Set<String> watching = new HashSet<>();
    private BitSet rebuilt = new BitSet();

    /** Nodes that watch a fact, in the order in which they began to. There is one per edge: names are kept only once. */
    private record Watchers(String fact, Set<Integer> nodes) {}

    PeriodGraph(Period period, NetworkFacts facts, FactorTable factors, NetworkSettings settings) {
        this.period = period;
        this.facts = facts;
        this.settings = settings;
        this.leaves = new LeafDesk(factors);
    }

    Graph graph() {
        return graph;
    }

    /** The leaf that a node stands for, or null. */
    Leaf leaf(int node) {
        return leafOf.get(node);
    }

    /** The cause number of a node in the last settling. */
    int cause(int node) {
        return settler.cause(node);
    }

    boolean isNonProductive(int node) {
        return loops.isNonProductive(node);
    }

    boolean isIncomplete(int node) {
        return loops.isIncomplete(node);
    }

    /** Begins an epoch: what follows is seen as of its end. */
    void begin(long epochEndMs) {
        asOfMs = epochEndMs;
        rebuilt = new BitSet();
        settler.forgetCauses();
    }

    /** Adds the node of a product made, where it is new. */
    void ensureProduct(String product, int causeNumber) {
        cause = causeNumber;
        ensure(NodeKey.product(product));
    }

    /** Adds the node of a process, where it is new, so that its account is kept even if nothing is made of it. */
    void ensureProcess(String process, int causeNumber) {
        cause = causeNumber;
        ensure(NodeKey.process(process));
    }

    /** Builds again every row that watches a fact. */
    void touch(String fact, int causeNumber) {
        cause = causeNumber;
        Watchers ofFact = watchers.get(fact);
        if (ofFact != null) {
            ofFact.nodes().forEach(this::queue);
        }
    }

    /** Takes in that a factor of a flow changed. */
    void touchFlow(String flow, int causeNumber) {
        cause = causeNumber;
        leaves.refresh(flow, asOfMs, new LeafDesk.Listener() {
            @Override
            public void refreshed(FactorMatch match) {
                putLeaf(NodeKey.factor(match.leafKey()), match.leaf());
            }

            @Override
            public void rechosen(LeafDesk.Wanted wanted) {
                touch(wanted.watch(), causeNumber);
            }
        });
    }

    private void queue(int node) {
        toBuild.add(node);
        settler.markDirty(node, cause);
    }

    /** Builds what was touched, then settles; gives the nodes whose row, value or result may have changed. */
    BitSet settle() {
        while (!toBuild.isEmpty()) {
            int node = toBuild.iterator().next();
            toBuild.remove(node);
            cause = settler.cause(node);
            build(node);
        }
        BitSet changed = loops.judge();
        for (int node = loops.reset().nextSetBit(0);
                node >= 0;
                node = loops.reset().nextSetBit(node + 1)) {
            Arrays.fill(graph.values(), node * Component.COUNT, (node + 1) * Component.COUNT, 0);
            settler.markDirty(node, settler.cause(node));
        }
        changed.or(rebuilt);
        changed.or(settler.settle(loops.nonProductive()));
        return changed;
    }

    private int ensure(NodeKey key) {
        int known = graph.find(key);
        if (known >= 0) {
            return known;
        }
        int node = graph.add(key);
        settler.markDirty(node, cause);
        if (key.kind() == NodeKey.Kind.PRODUCT) {
            // Built later: bills may be long chains, and consumers need no more of a product than its bill.
            toBuild.add(node);
            Row unbuilt = Row.unresolved(Gap.NO_PRODUCTION);
            graph.setRow(node, unbuilt);
            loops.coverageChanged(null, unbuilt);
        } else {
            build(node);
        }
        return node;
    }

    private void build(int node) {
        toBuild.remove(node);
        Set<String> outer = watching;
        watching = new HashSet<>();
        Row before = graph.row(node);
        Row row = row(graph.key(node));
        if (graph.setRow(node, row)) {
            loops.edgesChanged(node);
        }
        loops.coverageChanged(before, row);
        rewatch(node, watching);
        watching = outer;
        rebuilt.set(node);
        settler.markDirty(node, cause);
        if (before != null && !row.face.equals(before.face)) {
            int at = cause;
            touch(Touches.face(graph.key(node)), at);
        }
    }

    private Row row(NodeKey key) {
        return switch (key.kind()) {
            case PRODUCT -> ProductRow.build(key.id(), this);
            case PROCESS -> ProcessRow.build(key.id(), this);
            case MARKET -> MarketRow.build(key.id(), this);
            case SUPPLIED -> suppliedRow(key);
            case FACTOR -> throw new IllegalStateException("a factor's row comes with its leaf: " + key);
        };
    }

    private Row suppliedRow(NodeKey key) {
        watch(Touches.suppliers(key.id()));
        int node = graph.find(key);
        Optional<NetworkFacts.Supplied> chosen = facts.chosen(key.id(), key.supplier(), period);
        if (chosen.isEmpty()) {
            leafOf.remove(node);
            return Row.unresolved(Gap.NO_SUPPLIER_RECORD);
        }
        Leaf leaf = chosen.get().figures().leaf(chosen.get().key(), chosen.get().position());
        noteLeaf(node, leaf);
        return Row.leaf(Face.of(leaf.per()), leaf.vector());
    }

    private void putLeaf(NodeKey key, Leaf leaf) {
        int node = graph.find(key);
        if (node < 0) {
            node = graph.add(key);
        }
        noteLeaf(node, leaf);
        graph.setRow(node, Row.leaf(Face.of(leaf.per()), leaf.vector()));
        rebuilt.set(node);
        settler.markDirty(node, cause);
    }

    /** A new version of a leaf is news for the products that rest on it, even with the same figures. */
    private void noteLeaf(int node, Leaf leaf) {
        Leaf before = leafOf.put(node, leaf);
        if (before != null) {
            IntList consumers = graph.consumers(node);
            for (int i = 0; i < consumers.size(); i++) {
                rebuilt.set(consumers.get(i));
                settler.markDirty(consumers.get(i), cause);
            }
        }
    }

    private void rewatch(int node, Set<String> now) {
        while (watchesOf.size() <= node) {
            watchesOf.add(NOTHING_WATCHED);
        }
        for (Watchers before : watchesOf.get(node)) {
            if (!now.contains(before.fact())) {
                before.nodes().remove(node);
            }
        }
        Watchers[] watched = new Watchers[now.size()];
        int count = 0;
        for (String fact : now) {
            Watchers ofFact = watchers.computeIfAbsent(fact, name -> new Watchers(name, new LinkedHashSet<>(2)));
            ofFact.nodes().add(node);
            watched[count++] = ofFact;
        }
        watchesOf.set(node, watched);
    }

    @Override
    public NetworkFacts facts() {
        return facts;
    }

    @Override
    public Period period() {
        return period;
    }

    @Override
    public ReportingCalendar calendar() {
        return settings.calendar();
    }

    @Override
    public double minimumCover() {
        return settings.minimumCover();
    }

    @Override
    public boolean isClosed(Period any) {
        return calendar().isClosed(any, asOfMs);
    }

    @Override
    public void watch(String fact) {
        watching.add(fact);
    }

    @Override
    public Face face(NodeKey key) {
        int node = ensure(key);
        Face face = graph.row(node).face;
        watch(Touches.face(key));
        if (face.standsFor() != null) {
            ensure(face.standsFor());
        }
        return face;
    }

    /** Whether the leaf is there with the figures of this record: nobody refreshes a leaf that nobody has chosen. */
    private boolean stands(FactorMatch match) {
        Leaf leaf = leafOf.get(graph.find(NodeKey.factor(match.leafKey())));
        return leaf != null && leaf.position().equals(match.position());
    }

    @Override
    public Optional<FactorMatch> factor(String flow, FactorKind kind, String region, YearMonth month) {
        LeafDesk.Wanted wanted = new LeafDesk.Wanted(flow, kind, region, month);
        watch(wanted.watch());
        Optional<FactorMatch> match = leaves.resolve(wanted, asOfMs);
        if (match.isPresent() && !stands(match.get())) {
            putLeaf(NodeKey.factor(match.get().leafKey()), match.get().leaf());
        }
        return match;
    }
}
