package io.cradle.rollup.harness;

import io.cradle.rollup.Uids;
import io.cradle.rollup.config.Settings;
import io.cradle.rollup.intake.Intake;
import io.cradle.rollup.intake.KeyedChange;
import io.cradle.rollup.intake.Plausibility;
import io.cradle.rollup.intake.RecordBatch;
import io.cradle.rollup.intake.RecordBatchType;
import io.cradle.rollup.settle.Settle;
import io.cradle.rollup.settle.StateDescriptors;
import io.cradle.schemas.ProductFootprint;
import io.cradle.schemas.RejectedRecord;
import io.cradle.schemas.wire.LogRecord;
import io.cradle.schemas.wire.OutputRecord;
import io.cradle.schemas.wire.OutputTopic;
import io.cradle.schemas.wire.SchemaCatalog;
import io.cradle.schemas.wire.WireException;
import io.cradle.schemas.wire.WireFormat;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BooleanSupplier;
import org.apache.avro.specific.SpecificRecord;
import org.apache.flink.api.common.serialization.SerializerConfig;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.StateBackend;
import org.apache.flink.runtime.state.hashmap.HashMapStateBackend;
import org.apache.flink.runtime.state.storage.JobManagerCheckpointStorage;
import org.apache.flink.streaming.api.operators.co.CoBroadcastWithKeyedOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedBroadcastOperatorTestHarness;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;

/** Intake and settle as one task runs them, fed record by record; can be stopped and started again between any two. */
public final class JobHarness implements Closeable {
    private Settings settings;
    private final StateBackend backend;
    private final List<OutputRecord> outputs = new ArrayList<>();
    private OneInputStreamOperatorTestHarness<LogRecord, RecordBatch> intake;
    private KeyedBroadcastOperatorTestHarness<String, RecordBatch, KeyedChange, OutputRecord> settle;

    public JobHarness(Settings settings) throws Exception {
        this(settings, new HashMapStateBackend());
    }

    public JobHarness(Settings settings, StateBackend backend) throws Exception {
        this.settings = settings;
        this.backend = backend;
        start(null, null);
    }

    /** Runs a whole log, in order of log time, with a watermark whenever it moves on. */
    public JobHarness run(List<LogRecord> log) throws Exception {
        return run(log, () -> false);
    }

    /** The same; asks before every record and before every watermark whether to stop and start again there. */
    public JobHarness run(List<LogRecord> log, BooleanSupplier interrupted) throws Exception {
        long before = Long.MIN_VALUE;
        for (LogRecord record : log) {
            if (record.appendTimeMs() > before && before != Long.MIN_VALUE) {
                restartIf(interrupted);
                watermark(record.appendTimeMs() - 1);
            }
            before = Math.max(before, record.appendTimeMs());
            restartIf(interrupted);
            process(record);
        }
        endEpochOf(before);
        return this;
    }

    private void restartIf(BooleanSupplier interrupted) throws Exception {
        if (interrupted.getAsBoolean()) {
            restart();
        }
    }

    /** Moves the watermark to the end of the epoch of a log time. */
    public void endEpochOf(long logTimeMs) throws Exception {
        long epochMs = settings.epochMs();
        watermark(Math.floorDiv(logTimeMs + epochMs - 1, epochMs) * epochMs);
    }

    public void process(LogRecord record) throws Exception {
        intake.processElement(new StreamRecord<>(record, record.appendTimeMs()));
        // Batches are sent at the latest now.
        intake.prepareSnapshotPreBarrier(1);
        passOn();
    }

    public void watermark(long timeMs) throws Exception {
        settle.processWatermark(timeMs);
        settle.processBroadcastWatermark(timeMs);
        collect();
    }

    /** Ends the input. */
    public void end() throws Exception {
        watermark(Long.MAX_VALUE);
    }

    /** Stops with a snapshot and starts from it, with nothing left in memory. */
    public void restart() throws Exception {
        restart(settings);
    }

    /** Stops with a snapshot and starts from it under other settings. */
    public void restart(Settings other) throws Exception {
        settings = other;
        OperatorSubtaskState ofIntake = intake.snapshot(1, 1);
        OperatorSubtaskState ofSettle = settle.snapshot(1, 1);
        intake.close();
        settle.close();
        start(ofIntake, ofSettle);
    }

    /** Lets go of what was written so far. */
    public void forgetOutputs() {
        outputs.clear();
    }

    public List<ProductFootprint> footprints() {
        return records(OutputTopic.PRODUCT_FOOTPRINTS, ProductFootprint.class);
    }

    /** Reasons by topic/partition/offset. */
    public Map<String, String> rejections() {
        Map<String, String> reasons = new TreeMap<>();
        for (RejectedRecord record : records(OutputTopic.REJECTED_RECORDS, RejectedRecord.class)) {
            reasons.put(record.getTopic() + "/" + record.getPartition() + "/" + record.getOffset(), record.getReason());
        }
        return reasons;
    }

    public <T extends SpecificRecord> List<T> records(OutputTopic topic, Class<T> type) {
        WireFormat wire = new WireFormat(SchemaCatalog.bundled());
        List<T> records = new ArrayList<>();
        for (OutputRecord output : outputs) {
            if (output.topic() == topic) {
                try {
                    records.add(type.cast(wire.decode(output.value(), topic.schema())));
                } catch (WireException e) {
                    throw new AssertionError("the job wrote a record that does not decode", e);
                }
            }
        }
        return records;
    }

    private void start(OperatorSubtaskState ofIntake, OperatorSubtaskState ofSettle) throws Exception {
        intake =
                new OneInputStreamOperatorTestHarness<>(new Intake(SchemaCatalog.bundled(), Plausibility.of(settings)));
        settle = new KeyedBroadcastOperatorTestHarness<>(
                new CoBroadcastWithKeyedOperator<>(
                        new Settle(settings, SchemaCatalog.bundled()), List.of(StateDescriptors.FACTORS)),
                RecordBatch::network,
                Types.STRING,
                Uids.MAX_PARALLELISM,
                1,
                0);
        settle.setStateBackend(backend);
        settle.setCheckpointStorage(new JobManagerCheckpointStorage(Integer.MAX_VALUE));
        if (ofIntake != null) {
            intake.initializeState(ofIntake);
            settle.initializeState(ofSettle);
        }
        intake.setup(RecordBatchType.INSTANCE.createSerializer((SerializerConfig) null));
        intake.open();
        settle.open();
    }

    private void passOn() throws Exception {
        for (RecordBatch batch : intake.extractOutputValues()) {
            settle.processElement(batch, batch.lastLogTimeMs());
        }
        intake.getOutput().clear();
        ConcurrentLinkedQueue<StreamRecord<KeyedChange>> factors = intake.getSideOutput(Intake.FACTORS);
        while (factors != null && !factors.isEmpty()) {
            settle.processBroadcastElement(factors.poll());
        }
        ConcurrentLinkedQueue<StreamRecord<OutputRecord>> rejected = intake.getSideOutput(Intake.REJECTED);
        while (rejected != null && !rejected.isEmpty()) {
            outputs.add(rejected.poll().getValue());
        }
        collect();
    }

    private void collect() {
        outputs.addAll(settle.extractOutputValues());
        settle.getOutput().clear();
    }

    @Override
    public void close() throws IOException {
        try {
            intake.close();
            settle.close();
        } catch (Exception e) {
            throw new IOException("stopping failed", e);
        }
    }
}
