package io.cradle.core.network;

import io.cradle.core.activity.MeterBook;
import io.cradle.core.activity.Period;
import io.cradle.core.activity.ReportingCalendar;
import io.cradle.core.factor.FactorTable;
import io.cradle.core.footprint.Publication;
import io.cradle.core.footprint.Published;
import io.cradle.core.linear.NodeSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * One owner's supply network: facts and, for every live period, a settled graph. Epochs go in, in order; what changed
 * comes out. The same facts and epochs give the same figures, whatever was kept in memory in between.
 */
public final class SupplyNetwork {
    /** Key, face, values, a row of ten edges and its entries with those that it takes of, what was published. */
    private static final long BYTES_PER_NODE = 800;

    /** What every further period adds: values, faces, what was published. */
    private static final long BYTES_PER_NODE_AND_PERIOD = 300;

    private final NetworkSettings settings;
    private final ReportingCalendar calendar;
    private final FactorTable factors;
    private final NetworkFacts facts;
    private final Acceptance acceptance;
    private final Nodes nodes = new Nodes();
    private final NavigableMap<Period, LivePeriod> live = new TreeMap<>();

    private long firstEpochMs = Long.MAX_VALUE;
    private long settledUpToMs = Long.MIN_VALUE;

    /** A graph with what was told about it. */
    private record LivePeriod(PeriodGraph graph, Publisher publisher, ActivityLedger ledger) {}

    public SupplyNetwork(NetworkSettings settings, FactorTable factors) {
        this.settings = settings;
        this.calendar = settings.calendar();
        this.factors = factors;
        this.facts = new NetworkFacts(calendar);
        this.acceptance = new Acceptance(facts, settings);
    }

    /** End of the first epoch ever settled. */
    public long firstEpochMs() {
        return firstEpochMs;
    }

    public long settledUpToMs() {
        return settledUpToMs;
    }

    /** Labels of the periods that activity has ever fallen into. */
    public List<String> openedPeriods() {
        return acceptance.writer().openedPeriods().stream().map(Period::label).toList();
    }

    /** The live periods as they were last settled, by label in order of time; good until the next epoch. */
    public Map<String, SettledPeriod> settled() {
        Map<String, SettledPeriod> settled = new LinkedHashMap<>();
        live.forEach((period, lived) -> settled.put(period.label(), new SettledPeriod(lived.graph())));
        return settled;
    }

    NetworkFacts facts() {
        return facts;
    }

    /** Gives access to what a restart puts back. */
    public Restoring restoring() {
        return new Restoring();
    }

    /** Puts back facts and what was published, then settles silently as of where the network stood. */
    public final class Restoring {
        public void fact(Change change) {
            acceptance.restore(change);
        }

        public void parked(Change change) {
            acceptance.restoreParked(change);
        }

        public void readings(Settlement.ReadingBlock block) {
            facts.meter(block.meter()).load(block.day(), block.register(), block.packed(), block.unit());
        }

        /** Ends restoring under another series: nothing was published in it, so the next epoch publishes everything. */
        public void rebase(long firstEpoch, long settledUpTo, Collection<String> openedPeriods) {
            openedPeriods.forEach(acceptance.writer()::reopen);
            acceptance.begin();
            firstEpochMs = firstEpoch;
            settledUpToMs = settledUpTo;
        }

        /** Ends restoring; {@code published} gives what was last published of each product by period label. */
        public void resume(
                long firstEpoch,
                long settledUpTo,
                Collection<String> openedPeriods,
                Map<String, Map<String, Published>> published) {
            openedPeriods.forEach(acceptance.writer()::reopen);
            acceptance.begin();
            firstEpochMs = firstEpoch;
            openPeriods(settledUpTo, new Causes());
            live.forEach((period, lived) -> {
                published.getOrDefault(period.label(), Map.of()).forEach(lived.publisher()::restore);
                lived.ledger().price(lived.graph().settle());
            });
            settledUpToMs = settledUpTo;
        }
    }

    /**
     * The earliest instant at which time itself changes something: a period opens, closes or is dropped, or a parked
     * record expires. Long.MAX_VALUE where nothing is due.
     */
    public long nextDueMs() {
        if (calendar.fixed() != null) {
            return acceptance.nextExpiryMs();
        }
        long due = Math.min(
                acceptance.nextExpiryMs(), calendar.containing(settledUpToMs).endMs());
        for (Period period : live.keySet()) {
            due = Math.min(due, after(settledUpToMs, calendar.closesAt(period)));
            due = Math.min(due, after(settledUpToMs, calendar.dropsAt(period)));
        }
        return due;
    }

    private static long after(long nowMs, long dateMs) {
        return dateMs > nowMs ? dateMs : Long.MAX_VALUE;
    }

    /** Settles the epoch that ends at {@code epochEndMs} with its changes, in any order. */
    public Settlement settle(long epochEndMs, List<Change> changes) {
        return settle(epochEndMs, changes, new ReadingRows());
    }

    /**
     * Settles the epoch that ends at {@code epochEndMs} with its changes, in any order.
     *
     * @param readings in the order of the log; where there are any, no change is of a reading
     */
    public Settlement settle(long epochEndMs, List<Change> changes, ReadingRows readings) {
        if (epochEndMs <= settledUpToMs) {
            throw new IllegalArgumentException("epoch " + epochEndMs + " is not after " + settledUpToMs);
        }
        firstEpochMs = Math.min(firstEpochMs, epochEndMs);
        acceptance.begin();
        acceptance.expireParked(epochEndMs);
        acceptance.apply(changes, readings, epochEndMs);
        Causes causes = new Causes();
        live.values().forEach(lived -> lived.graph().begin(epochEndMs));
        List<Period> dropped = dropPeriods(epochEndMs);
        List<Period> closed = closePeriods(epochEndMs);
        openPeriods(epochEndMs, causes);
        touchAll(epochEndMs, causes);
        Settlement settlement = publish(epochEndMs, closed, dropped, causes);
        settledUpToMs = epochEndMs;
        return settlement;
    }

    /** A rough figure of what the compiled network takes of the heap. */
    public long estimatedBytes() {
        long size = nodes.structure().size();
        return size * (BYTES_PER_NODE + Math.max(0, live.size() - 1) * BYTES_PER_NODE_AND_PERIOD);
    }

    /** Rejects everything that is still parked: the input has ended. */
    public List<Outcome> endOfInput() {
        acceptance.begin();
        acceptance.expireParked(Long.MAX_VALUE);
        return acceptance.outcomes();
    }

    /** Every process that has a meter, an activity or a production. */
    private NavigableSet<String> processes() {
        NavigableSet<String> processes = new TreeSet<>();
        facts.meters().values().forEach(meter -> meter.versions().values().forEach(v -> processes.add(v.process())));
        facts.activities().owners().forEach(processes::add);
        facts.productions().owners().forEach(processes::add);
        return processes;
    }

    private List<Period> dropPeriods(long asOfMs) {
        List<Period> dropped = live.keySet().stream()
                .filter(p -> calendar.isDropped(p, asOfMs))
                .toList();
        dropped.forEach(period -> live.remove(period).graph().drop());
        return dropped;
    }

    /** Periods that close in this epoch: from now on their clocks stand at their end. */
    private List<Period> closePeriods(long asOfMs) {
        List<Period> closed = live.keySet().stream()
                .filter(p -> calendar.isClosed(p, asOfMs) && !calendar.isClosed(p, settledUpToMs))
                .toList();
        Touches touches = acceptance.writer().touches();
        closed.forEach(p -> touches.add(Fact.CLOCK, p.startMs(), "period " + p.label() + " closed"));
        return closed;
    }

    private void openPeriods(long asOfMs, Causes causes) {
        for (Period period : periodsToLive(asOfMs)) {
            if (!live.containsKey(period)) {
                PeriodGraph graph = new PeriodGraph(period, facts, factors, settings, nodes);
                live.put(period, new LivePeriod(graph, new Publisher(graph), new ActivityLedger(graph)));
                graph.begin(asOfMs);
                int cause = causes.number("period " + period.label() + " opened");
                facts.bills().keySet().forEach(product -> graph.ensureProduct(product, cause));
                processes().forEach(process -> graph.ensureProcess(process, cause));
            }
        }
    }

    private NavigableSet<Period> periodsToLive(long asOfMs) {
        NavigableSet<Period> periods = new TreeSet<>();
        if (calendar.fixed() != null) {
            periods.add(calendar.fixed());
            return periods;
        }
        long fromMs = Math.max(firstEpochMs, calendar.droppedBefore(asOfMs));
        for (Period p = calendar.containing(fromMs); p.startMs() <= asOfMs; p = calendar.next(p)) {
            periods.add(p);
        }
        periods.addAll(acceptance.writer().openedPeriods());
        periods.removeIf(p -> p.startMs() > asOfMs || calendar.isDropped(p, asOfMs));
        return periods;
    }

    private void touchAll(long asOfMs, Causes causes) {
        NavigableSet<String> flows = new TreeSet<>();
        factors.changes(settledUpToMs, asOfMs).forEach(changed -> flows.add(changed.flow()));
        Map<Fact, Touches.Touch> touches = acceptance.writer().touches().all();
        live.forEach((period, lived) -> {
            touches.forEach((fact, touch) -> {
                if (touch.fromMs() < period.endMs()) {
                    touch(lived.graph(), fact, causes.number(touch.cause()));
                }
            });
            flows.forEach(flow -> lived.graph().touchFlow(flow, causes.number("emission-factors " + flow)));
        });
    }

    private void touch(PeriodGraph graph, Fact fact, int cause) {
        if (fact.kind() == Fact.Kind.BILL && facts.isProduct(fact.name())) {
            graph.ensureProduct(fact.name(), cause);
        } else if (fact.kind() == Fact.Kind.PROCESS) {
            graph.ensureProcess(fact.name(), cause);
        }
        graph.touch(fact, cause);
    }

    private Settlement publish(long asOfMs, List<Period> closed, List<Period> dropped, Causes causes) {
        List<Publication> publications = new ArrayList<>();
        List<Settlement.Activity> activities = new ArrayList<>();
        Settlement.Balance balance = new Settlement.Balance(0, 0, 0);
        double errorBound = 0;
        for (Map.Entry<Period, LivePeriod> entry : live.entrySet()) {
            Period period = entry.getKey();
            LivePeriod lived = entry.getValue();
            NodeSet changed = lived.graph().settle();
            publications.addAll(lived.publisher()
                    .due(changed, calendar.isClosed(period, asOfMs), closed.contains(period), causes.texts()));
            errorBound = Math.max(errorBound, lived.publisher().errorBound());
            activities.addAll(lived.ledger().price(changed));
            balance = balance.plus(lived.ledger().balance());
        }
        return new Settlement(
                asOfMs,
                acceptance.outcomes(),
                acceptance.rowsAccepted(),
                blocks(),
                publications,
                activities,
                dropped,
                balance,
                errorBound);
    }

    private List<Settlement.ReadingBlock> blocks() {
        return acceptance.writer().blocks().stream()
                .map(block -> {
                    MeterBook meter = facts.meter(block.meter());
                    return new Settlement.ReadingBlock(
                            block.meter(),
                            block.day(),
                            block.register(),
                            meter.packed(block.day(), block.register()),
                            meter.readingsUnit());
                })
                .toList();
    }
}
