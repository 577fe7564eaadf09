package io.cradle.rollup.intake;

import io.cradle.core.RejectReason;
import io.cradle.core.RejectedException;
import io.cradle.rollup.emit.OutputRecords;
import io.cradle.rollup.emit.RejectedRecords;
import io.cradle.schemas.wire.InputTopic;
import io.cradle.schemas.wire.LogRecord;
import io.cradle.schemas.wire.OutputRecord;
import io.cradle.schemas.wire.SchemaCatalog;
import java.util.Locale;
import java.util.Map;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.metrics.Counter;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;

/**
 * Lets usable records through, factors and rejected records aside, and drops ticks. Log time is the highest append time
 * of the partition so far: the one thing intake remembers. Records go to their networks in batches, which never wait
 * beyond a watermark or a checkpoint; that is why it is an operator and not a function.
 */
public final class Intake extends AbstractStreamOperator<RecordBatch>
        implements OneInputStreamOperator<LogRecord, RecordBatch> {
    private static final long serialVersionUID = 1L;

    public static final OutputTag<KeyedChange> FACTORS = new OutputTag<>("factors", KeyedChangeType.INSTANCE);
    public static final OutputTag<OutputRecord> REJECTED = new OutputTag<>("rejected", OutputRecords.TYPE);

    /** By topic/partition. */
    private static final ListStateDescriptor<Tuple2<String, Long>> HIGHEST_LOG_TIMES =
            new ListStateDescriptor<>("highestLogTimes", Types.TUPLE(Types.STRING, Types.LONG));

    private final SchemaCatalog catalog;
    private final Plausibility limits;

    private transient ListState<Tuple2<String, Long>> logTimesInState;
    private transient LogTimes logTimes;
    private transient NetworkNames networks;
    private transient Batches batches;
    private transient ChangeReader reader;
    private transient RejectedRecords rejected;
    private transient Counter rejections;

    public Intake(SchemaCatalog catalog, Plausibility limits) {
        this.catalog = catalog;
        this.limits = limits;
    }

    @Override
    public void initializeState(StateInitializationContext context) throws Exception {
        super.initializeState(context);
        batches = new Batches(batch -> output.collect(new StreamRecord<>(batch)));
        // Union: after a restore a partition may be read by another subtask.
        logTimesInState = context.getOperatorStateStore().getUnionListState(HIGHEST_LOG_TIMES);
        logTimes = new LogTimes();
        if (context.isRestored()) {
            for (Tuple2<String, Long> entry : logTimesInState.get()) {
                logTimes.raise(entry.f0, entry.f1);
            }
        }
    }

    @Override
    public void snapshotState(StateSnapshotContext context) throws Exception {
        super.snapshotState(context);
        logTimesInState.clear();
        for (Map.Entry<String, Long> entry : logTimes.byName().entrySet()) {
            logTimesInState.add(Tuple2.of(entry.getKey(), entry.getValue()));
        }
    }

    @Override
    public void open() throws Exception {
        super.open();
        networks = new NetworkNames();
        reader = new ChangeReader(catalog, limits);
        rejected = new RejectedRecords(catalog);
        rejections = getMetricGroup().counter("rejectedRecords");
    }

    @Override
    public void processElement(StreamRecord<LogRecord> element) {
        LogRecord record = element.getValue();
        long logTimeMs = logTimes.raise(record.topic(), record.partition(), record.appendTimeMs());
        if (record.tick()) {
            return;
        }
        try {
            String network = reader.judgeReading(record, logTimeMs);
            if (network == null) {
                pass(change(record, logTimeMs), record);
            } else {
                batches.add(network, record, logTimeMs);
            }
        } catch (RejectedException e) {
            rejections.inc();
            output.collect(
                    REJECTED, new StreamRecord<>(rejected.of(change(record, logTimeMs), e.rejection(), logTimeMs)));
        }
    }

    private KeyedChange change(LogRecord record, long logTimeMs) {
        return new KeyedChange(
                record.topic() == InputTopic.EMISSION_FACTORS || record.key() == null ? "" : networks.of(record.key()),
                record.topic(),
                record.partition(),
                record.offset(),
                logTimeMs,
                record.key(),
                record.value());
    }

    private void pass(KeyedChange change, LogRecord record) throws RejectedException {
        requireWhole(record);
        if (change.topic() == InputTopic.EMISSION_FACTORS) {
            reader.readFactor(change.position(), change.key(), change.value());
            output.collect(FACTORS, new StreamRecord<>(change));
        } else {
            reader.read(change.topic(), change.position(), change.key(), change.value());
            batches.add(change.network(), record, change.logTimeMs());
        }
    }

    private static void requireWhole(LogRecord record) throws RejectedException {
        if (record.fault() != null) {
            RejectReason reason = RejectReason.valueOf(
                    record.fault().reason().toUpperCase(Locale.ROOT).replace('-', '_'));
            throw new RejectedException(reason, record.fault().detail());
        }
    }

    /** Nothing may come behind the watermark that says that it has come. */
    @Override
    public void processWatermark(Watermark mark) throws Exception {
        batches.sendAll();
        super.processWatermark(mark);
    }

    /** What was read before a checkpoint is settled or in state when it is complete. */
    @Override
    public void prepareSnapshotPreBarrier(long checkpointId) throws Exception {
        batches.sendAll();
        super.prepareSnapshotPreBarrier(checkpointId);
    }

    @Override
    public void finish() throws Exception {
        batches.sendAll();
        super.finish();
    }

    @Override
    public void close() throws Exception {
        super.close();
        if (catalog instanceof AutoCloseable open) {
            open.close();
        }
    }
}
