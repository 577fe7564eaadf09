package io.cradle.core.network;

import io.cradle.core.activity.Period;
import io.cradle.core.activity.ReportingCalendar;
import io.cradle.core.factor.FactorKind;
import io.cradle.core.factor.FactorMatch;
import io.cradle.core.factor.FactorTable;
import io.cradle.core.factor.Leaf;
import io.cradle.core.footprint.Result;
import io.cradle.core.linear.IntList;
import io.cradle.core.linear.LinearSystem;
import io.cradle.core.linear.NodeSet;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The graph of one network in one period: builds the rows that facts touch, and keeps them settled. Of a row only its
 * numbers are kept; who wants to know what stands behind them builds it again from the same facts.
 */
final class PeriodGraph implements RowContext {
    private final Period period;
    private final NetworkFacts facts;
    private final NetworkSettings settings;
    private final LeafDesk leaves;
    private final Nodes nodes;
    private final LinearSystem system;
    private final Watches watches = new Watches();
    private final Map<Integer, Leaf> leafOf = new HashMap<>();
    /** Rows of processes: their recorded lines are priced in every epoch. */
    private final Map<Integer, Row> processRows = new LinkedHashMap<>();

    private final IntList queue = new IntList();
    private final NodeSet queued = new NodeSet();
    private final NodeSet rebuilt = new NodeSet();
    private final NodeSet changed = new NodeSet();

    /** What consumers see of each node; null where the node is not in this period. */
    private Face[] faces = new Face[16];
    /** What consumers see of the market of a product that has no other source, and so no node. */
    private Face[] marketFaces = new Face[16];

    private long asOfMs;
    private int cause = LinearSystem.NO_CAUSE;
    private Watches.Seen seen;

    PeriodGraph(Period period, NetworkFacts facts, FactorTable factors, NetworkSettings settings, Nodes nodes) {
        this.period = period;
        this.facts = facts;
        this.settings = settings;
        this.leaves = new LeafDesk(factors);
        this.nodes = nodes;
        this.system = nodes.structure().newSystem();
    }

    Nodes nodes() {
        return nodes;
    }

    LinearSystem system() {
        return system;
    }

    /** The leaf that a node stands for, or null. */
    Leaf leaf(int node) {
        return leafOf.get(node);
    }

    /** What consumers see of a node, or null where it is not in this period. */
    Face face(int node) {
        return node < faces.length ? faces[node] : null;
    }

    /** Process rows by node. */
    Map<Integer, Row> processRows() {
        return processRows;
    }

    /** The row of a product as it stands, with all that explains it. */
    Row productRow(int node) {
        return ProductRow.build(nodes.key(node).id(), this);
    }

    /** The row of a market as it stands. */
    Row marketRow(int node) {
        return MarketRow.build(nodes.key(node).id(), this);
    }

    /** Nodes whose rows were built in this epoch. */
    NodeSet rebuilt() {
        return rebuilt;
    }

    /** Not in a non-productive loop, and within what numbers can say. */
    boolean hasFigures(int node) {
        return !system.isNonProductive(node) && system.isFinite(node);
    }

    Result result(int node) {
        if (system.isNonProductive(node)) {
            return Result.NON_PRODUCTIVE_LOOP;
        }
        return system.isIncomplete(node) || !hasFigures(node) ? Result.INCOMPLETE : Result.COMPLETE;
    }

    /** Begins an epoch: what follows is seen as of its end. */
    void begin(long epochEndMs) {
        asOfMs = epochEndMs;
        rebuilt.clear();
        system.forgetCauses();
    }

    /** Lets go of what this period shares with others. */
    void drop() {
        nodes.structure().drop(system);
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

    /** Builds again every row that rests on a fact. */
    void touch(Fact fact, int causeNumber) {
        cause = causeNumber;
        switch (fact.kind()) {
            case BILL, PRODUCTION -> {
                queue(nodes.find(NodeKey.product(fact.name())));
                touchMarket(fact.name());
            }
            case PURCHASES, SUPPLIERS -> touchMarket(fact.name());
            case PROCESS -> queue(nodes.find(NodeKey.process(fact.name())));
            case CLOCK -> processRows.keySet().forEach(this::queue);
        }
        queueWatchers(fact);
    }

    private void touchMarket(String product) {
        NodeKey market = NodeKey.market(product);
        int node = nodes.find(NodeKey.product(product));
        if (isHere(nodes.find(market))) {
            queue(nodes.find(market));
        } else if (isHere(node) && marketFaces[node] != null) {
            Face before = marketFaces[node];
            marketFaces[node] = null;
            if (!before.equals(ownMarket(market))) {
                queueConsumers(node);
                queueWatchers(market);
            }
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
            public void rechosen(LeafDesk.Wanted wanted, Optional<FactorMatch> before) {
                before.ifPresent(match -> queueConsumers(nodes.find(NodeKey.factor(match.leafKey()))));
                queueWatchers(wanted);
            }
        });
    }

    private boolean isHere(int node) {
        return node >= 0 && face(node) != null;
    }

    private void queue(int node) {
        if (isHere(node)) {
            if (queued.add(node)) {
                queue.add(node);
            }
            system.markDirty(node, cause);
        }
    }

    private void queueConsumers(int node) {
        if (node >= 0) {
            system.forConsumers(node, this::queue);
        }
    }

    private void queueWatchers(Object thing) {
        watches.of(thing).forEach(this::queue);
    }

    /** Builds what was touched, then settles; gives the nodes whose row, value or result may have changed. */
    NodeSet settle() {
        for (int i = 0; i < queue.size(); i++) {
            int node = queue.get(i);
            if (queued.contains(node)) {
                cause = system.cause(node);
                build(node);
            }
        }
        queue.clear();
        changed.clear();
        changed.addAll(system.settle());
        changed.addAll(rebuilt);
        return changed;
    }

    private int ensure(NodeKey key) {
        int node = nodes.ensure(key);
        if (isHere(node)) {
            return node;
        }
        makeRoom(node);
        system.markDirty(node, cause);
        if (key.kind() == NodeKey.Kind.PRODUCT) {
            // Built later: bills may be long chains, and consumers need no more of a product than its bill.
            faces[node] = Face.unresolved(Gap.NO_PRODUCTION);
            queued.add(node);
            queue.add(node);
        } else {
            build(node);
        }
        return node;
    }

    private void makeRoom(int node) {
        if (node >= faces.length) {
            int length = Math.max(node + 1, faces.length + (faces.length >> 3) + 16);
            faces = Arrays.copyOf(faces, length);
            marketFaces = Arrays.copyOf(marketFaces, length);
        }
    }

    private void build(int node) {
        queued.remove(node);
        NodeKey key = nodes.key(node);
        Watches.Seen outer = seen;
        seen = new Watches.Seen();
        Row row = row(key);
        int[] targets = setRow(node, row);
        watches.replace(node, seen, targets);
        seen = outer;
        Face before = faces[node];
        faces[node] = row.face;
        if (key.kind() == NodeKey.Kind.PROCESS) {
            processRows.put(node, row);
        }
        rebuilt.add(node);
        system.markDirty(node, cause);
        if (before != null && key.kind() != NodeKey.Kind.PRODUCT && !row.face.equals(before)) {
            faceChanged(node, key);
        }
    }

    /** Products are seen through their markets, the faces of which are their own. */
    private void faceChanged(int node, NodeKey key) {
        queueConsumers(node);
        if (key.kind() == NodeKey.Kind.MARKET) {
            queueConsumers(nodes.find(NodeKey.product(key.id())));
        }
        queueWatchers(key);
    }

    private int[] setRow(int node, Row row) {
        int count = row.edges.size();
        int[] targets = new int[count];
        double[] coefficients = new double[count];
        byte[] flags = new byte[count];
        for (int i = 0; i < count; i++) {
            Edge edge = row.edges.get(i);
            targets[i] = nodes.find(edge.target());
            coefficients[i] = edge.coefficient();
            flags[i] = edge.flags();
        }
        system.setRow(node, row.constant, row.ownCoverage, targets, coefficients, flags);
        return targets;
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
        watch(Fact.suppliers(key.id()));
        int node = nodes.find(key);
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
        int node = nodes.ensure(key);
        noteLeaf(node, leaf);
        makeRoom(node);
        Row row = Row.leaf(Face.of(leaf.per()), leaf.vector());
        faces[node] = row.face;
        setRow(node, row);
        rebuilt.add(node);
        system.markDirty(node, cause);
    }

    /** A new version of a leaf is news for the products that rest on it, even with the same figures. */
    private void noteLeaf(int node, Leaf leaf) {
        Leaf before = leafOf.put(node, leaf);
        if (before != null) {
            system.forConsumers(node, consumer -> {
                rebuilt.add(consumer);
                system.markDirty(consumer, cause);
            });
        }
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
    public void watch(Fact fact) {
        see(fact, -1, -1);
    }

    private void see(Object thing, int node, int other) {
        if (seen != null) {
            seen.add(thing, node, other);
        }
    }

    @Override
    public Face face(NodeKey key) {
        Face own = key.kind() == NodeKey.Kind.MARKET ? ownMarket(key) : null;
        if (own != null) {
            see(key, nodes.find(own.standsFor()), -1);
            return own;
        }
        int node = ensure(key);
        Face face = faces[node];
        see(key, node, face.standsFor() == null ? -1 : ensure(face.standsFor()));
        return face;
    }

    /** The face of a market that has no node, since there is nothing to buy there but own production; else null. */
    private Face ownMarket(NodeKey market) {
        int product = nodes.find(NodeKey.product(market.id()));
        if (isHere(product) && marketFaces[product] != null) {
            return marketFaces[product];
        }
        if (isHere(nodes.find(market)) || !facts.isProduct(market.id())) {
            return null;
        }
        Watches.Seen outer = seen;
        seen = null;
        Face face = MarketRow.build(market.id(), this).face;
        seen = outer;
        if (face.standsFor() == null) {
            return null;
        }
        marketFaces[ensure(face.standsFor())] = face;
        return face;
    }

    /** Whether the leaf is there with the figures of this record: nobody refreshes a leaf that nobody has chosen. */
    private boolean stands(FactorMatch match) {
        int node = nodes.find(NodeKey.factor(match.leafKey()));
        Leaf leaf = node < 0 ? null : leafOf.get(node);
        return leaf != null && leaf.position().equals(match.position());
    }

    @Override
    public Optional<FactorMatch> factor(String flow, FactorKind kind, String region, YearMonth month) {
        LeafDesk.Wanted wanted = new LeafDesk.Wanted(flow, kind, region, month);
        Optional<FactorMatch> match = leaves.resolve(wanted, asOfMs);
        if (match.isPresent() && !stands(match.get())) {
            putLeaf(NodeKey.factor(match.get().leafKey()), match.get().leaf());
        }
        see(wanted, match.map(m -> nodes.find(NodeKey.factor(m.leafKey()))).orElse(-1), -1);
        return match;
    }
}
