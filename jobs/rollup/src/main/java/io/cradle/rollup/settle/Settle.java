package io.cradle.rollup.settle;

import io.cradle.core.Position;
import io.cradle.core.factor.FactorTable;
import io.cradle.core.grade.Grading;
import io.cradle.core.network.NetworkSettings;
import io.cradle.core.network.Outcome;
import io.cradle.core.network.Settlement;
import io.cradle.rollup.config.Options;
import io.cradle.rollup.config.SeriesChange;
import io.cradle.rollup.config.Settings;
import io.cradle.rollup.emit.AppliedPositions;
import io.cradle.rollup.emit.Emitter;
import io.cradle.rollup.emit.EpochSummary;
import io.cradle.rollup.emit.RejectedRecords;
import io.cradle.rollup.intake.ChangeReader;
import io.cradle.rollup.intake.KeyedChange;
import io.cradle.rollup.intake.Plausibility;
import io.cradle.rollup.intake.RecordBatch;
import io.cradle.rollup.intake.RecordCursor;
import io.cradle.schemas.NetworkClock;
import io.cradle.schemas.wire.OutputRecord;
import io.cradle.schemas.wire.SchemaCatalog;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.TaskInfo;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Settles every network at the end of every epoch in which something is pending: own records, factors or due dates. One
 * chain of timers per network; a firing visits the epochs that the watermark has passed, in order, and an empty firing
 * touches no state.
 */
public final class Settle extends KeyedBroadcastProcessFunction<String, RecordBatch, KeyedChange, OutputRecord>
        implements CheckpointedFunction {
    private static final long serialVersionUID = 1L;

    private final Settings settings;
    private final SchemaCatalog catalog;
    private final Epochs epochs;
    private final Grading grading;

    private transient ListState<String> seriesInState;
    private transient NetworkSettings networkSettings;
    private transient String series;
    private transient WaitingRecords waiting;
    private transient PagePool pages;
    private transient NetworkState state;
    private transient EpochReader epochReader;
    private transient BroadcastFactors factors;
    private transient NetworkCache networks;
    private transient Emitter emitter;
    private transient RejectedRecords rejected;
    private transient SettleMetrics metrics;

    public Settle(Settings settings, SchemaCatalog catalog) {
        this.settings = settings;
        this.catalog = catalog;
        this.epochs = new Epochs(settings.epochMs());
        this.grading = settings.grading();
    }

    @Override
    public void initializeState(FunctionInitializationContext context) throws Exception {
        pages = new PagePool();
        waiting = new WaitingRecords(
                pages,
                context.getOperatorStateStore().getUnionListState(StateDescriptors.RECORDS_AWAITING_EPOCH),
                this::isOwn);
        networks = new NetworkCache(settings.get(Options.CACHE_BYTES));
        seriesInState = context.getOperatorStateStore().getUnionListState(StateDescriptors.SERIES_SETTINGS);
        if (!settings.get(Options.REBASE)) {
            for (String series : seriesInState.get()) {
                SeriesChange.requireNone(series, settings);
            }
        }
    }

    @Override
    public void snapshotState(FunctionSnapshotContext context) throws Exception {
        seriesInState.update(List.of(settings.series()));
        waiting.store(networks.all());
    }

    /** Whether the networks of this subtask have the key. */
    private boolean isOwn(String network) {
        TaskInfo task = getRuntimeContext().getTaskInfo();
        return task.getIndexOfThisSubtask()
                == KeyGroupRangeAssignment.assignKeyToParallelOperator(
                        network, task.getMaxNumberOfParallelSubtasks(), task.getNumberOfParallelSubtasks());
    }

    @Override
    public void open(OpenContext context) {
        ChangeReader reader = new ChangeReader(catalog, Plausibility.NONE);
        networkSettings = settings.network();
        series = settings.seriesId();
        state = new NetworkState(getRuntimeContext(), reader);
        epochReader = new EpochReader(reader, state::change);
        factors = new BroadcastFactors(reader);
        emitter = new Emitter(catalog, grading, series);
        rejected = new RejectedRecords(catalog);
        metrics = new SettleMetrics(getRuntimeContext().getMetricGroup(), System::currentTimeMillis);
    }

    @Override
    public void processBroadcastElement(KeyedChange change, Context context, Collector<OutputRecord> out)
            throws Exception {
        factors.add(
                change,
                context.getBroadcastState(StateDescriptors.FACTORS),
                epochs.lastEndedBy(context.currentWatermark()));
    }

    @Override
    public void processElement(RecordBatch batch, ReadOnlyContext context, Collector<OutputRecord> out)
            throws Exception {
        LiveNetwork network = live(context.getCurrentKey());
        TimerService timers = context.timerService();
        long firstEndMs = epochs.endOf(batch.firstLogTimeMs());
        if (firstEndMs == epochs.endOf(batch.lastLogTimeMs()) && firstEndMs > network.settledUpToMs) {
            network.awaiting(firstEndMs).add(batch);
            fireAt(firstEndMs, network, timers);
        } else {
            for (RecordCursor record = batch.cursor(); record.next(); ) {
                fireAt(await(record.record(context.getCurrentKey()), network), network, timers);
            }
        }
        metrics.beginToWait(batch.count());
    }

    /** A record of an epoch of its own begins to wait; gives the end of that epoch. */
    private long await(KeyedChange record, LiveNetwork network) {
        long epochEndMs = epochs.endOf(record.logTimeMs());
        if (epochEndMs <= network.settledUpToMs) {
            // Ticks make this impossible; should it happen, the record is not lost, and the counter raises an alert.
            metrics.late();
            epochEndMs = epochs.firstEndAfter(network.settledUpToMs);
        }
        network.awaiting(epochEndMs).add(record);
        return epochEndMs;
    }

    /** Makes sure that a timer fires when the watermark has passed the end of an epoch; the chain of timers goes on. */
    private void fireAt(long epochEndMs, LiveNetwork network, TimerService timers) {
        long firesMs = Math.max(epochEndMs, epochs.firstEndAfter(timers.currentWatermark()));
        if (firesMs < network.nextTimerMs) {
            timers.registerEventTimeTimer(firesMs);
            network.nextTimerMs = firesMs;
        }
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<OutputRecord> out) throws Exception {
        TimerService timers = context.timerService();
        LiveNetwork network = live(context.getCurrentKey());
        boolean inputEnded = timers.currentWatermark() == Long.MAX_VALUE;
        long untilMs = inputEnded ? network.lastAwaitedMs() : epochs.lastEndedBy(timers.currentWatermark());
        FactorTable table = factors.table(context.getBroadcastState(StateDescriptors.FACTORS));
        for (long next = nextEpoch(network, table, untilMs);
                next <= untilMs;
                next = nextEpoch(network, table, untilMs)) {
            settle(context.getCurrentKey(), network, table, next, out);
        }
        if (inputEnded) {
            endOfInput(network, table, out);
        } else {
            metrics.passed(untilMs);
            network.nextTimerMs = epochs.firstEndAfter(timers.currentWatermark());
            timers.registerEventTimeTimer(network.nextTimerMs);
        }
    }

    /** End of the next epoch with something pending; Long.MAX_VALUE where there is none until {@code untilMs}. */
    private long nextEpoch(LiveNetwork network, FactorTable table, long untilMs) {
        return epochs.nextPending(network.settledUpToMs, network.firstAwaitedMs(), network.nextDueMs, table, untilMs);
    }

    private void settle(
            String key, LiveNetwork network, FactorTable table, long epochEndMs, Collector<OutputRecord> out)
            throws Exception {
        long startedNanos = System.nanoTime();
        if (network.compiled == null) {
            network.compiled = state.load(networkSettings, table, series);
        }
        PackedRecords records = network.remove(epochEndMs);
        AppliedPositions applied = new AppliedPositions();
        epochReader.read(records, applied);
        table.changes(network.settledUpToMs, epochEndMs).forEach(factor -> applied.add(factor.position()));
        Settlement settlement = network.compiled.settle(epochEndMs, epochReader.changes(), epochReader.rows());
        EpochOutcomes outcomes = EpochOutcomes.of(settlement, network.settledUpToMs);
        EpochRecords epoch = new EpochRecords(key, records);
        for (Outcome outcome : outcomes.notable()) {
            emitRejected(outcome, epoch, epochEndMs, out);
        }
        state.store(settlement, outcomes.notable(), epoch, network.compiled, series);
        network.settledUpToMs = epochEndMs;
        network.nextDueMs = network.compiled.nextDueMs();
        networks.settled(key, network);
        double milliseconds = (System.nanoTime() - startedNanos) / 1e6;
        metrics.settled(outcomes, settlement.publications().size(), records.size(), milliseconds);
        emitter.emit(
                key,
                settlement,
                new EpochSummary(applied, outcomes.accepted(), outcomes.rejected(), milliseconds),
                out::collect);
        epochReader.end();
        pages.give(records.pages());
    }

    private void emitRejected(Outcome outcome, EpochRecords epoch, long epochEndMs, Collector<OutputRecord> out)
            throws Exception {
        if (outcome instanceof Outcome.Rejected rejection) {
            Position position = outcome.change().position();
            KeyedChange record = epoch.at(position);
            metrics.rejected();
            out.collect(rejected.of(
                    record == null ? state.awaitingDefinition(position) : record, rejection.rejection(), epochEndMs));
        }
    }

    /** What still waits for its meter or product waits in vain. */
    private void endOfInput(LiveNetwork network, FactorTable table, Collector<OutputRecord> out) throws Exception {
        if (network.compiled == null) {
            network.compiled = state.load(networkSettings, table, series);
        }
        for (Outcome outcome : network.compiled.endOfInput()) {
            emitRejected(outcome, EpochRecords.NONE, network.settledUpToMs, out);
        }
        state.forgetAwaitingDefinition();
    }

    /** The network of the current key; after a restart, as much of it as says whether something is due. */
    private LiveNetwork live(String key) throws Exception {
        LiveNetwork known = networks.get(key);
        if (known != null) {
            return known;
        }
        LiveNetwork network = new LiveNetwork(pages);
        NetworkClock clock = state.clock();
        if (clock != null) {
            network.settledUpToMs = clock.getSettledUpTo();
            boolean sameSeries = clock.getSeries().equals(series);
            // Another series publishes everything anew in the first epoch that ends.
            network.nextDueMs = sameSeries ? clock.getNextDue() : clock.getSettledUpTo() + 1;
        }
        List<KeyedChange> restored = new ArrayList<>(state.takeAwaitingEpoch());
        waiting.claim(key).forEach((record, place) -> restored.add(record.record(key)));
        for (KeyedChange change : restored) {
            long epochEndMs = Math.max(epochs.endOf(change.logTimeMs()), epochs.firstEndAfter(network.settledUpToMs));
            network.awaiting(epochEndMs).add(change);
        }
        metrics.met(restored.size());
        networks.put(key, network);
        return network;
    }

    @Override
    public void close() throws Exception {
        if (catalog instanceof AutoCloseable open) {
            open.close();
        }
    }
}
