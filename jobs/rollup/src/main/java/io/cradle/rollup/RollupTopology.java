package io.cradle.rollup;

import io.cradle.rollup.config.Settings;
import io.cradle.rollup.emit.OutputRecords;
import io.cradle.rollup.intake.Intake;
import io.cradle.rollup.intake.KeyedChange;
import io.cradle.rollup.intake.Plausibility;
import io.cradle.rollup.intake.RecordBatch;
import io.cradle.rollup.intake.RecordBatchType;
import io.cradle.rollup.settle.Settle;
import io.cradle.rollup.settle.StateDescriptors;
import io.cradle.schemas.wire.LogRecord;
import io.cradle.schemas.wire.OutputRecord;
import io.cradle.schemas.wire.SchemaCatalog;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.BroadcastStream;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/**
 * The graph between the doors.
 *
 * <pre>
 *  input log ──▶ intake ──▶ keyBy(network) ──▶ settle ──▶ output topics
 *                 │  │                          ▲   │
 *                 │  └── emission factors ──────┘   │
 *                 │        (broadcast)              │
 *                 └── rejected ──▶ rejected-records ◀── rejected
 * </pre>
 */
public final class RollupTopology {
    private RollupTopology() {}

    /** Draws the graph behind an input log whose watermarks are log times; gives the records of all output topics. */
    public static DataStream<OutputRecord> build(
            DataStream<LogRecord> inputLog, SchemaCatalog catalog, Settings settings) {
        SingleOutputStreamOperator<RecordBatch> changes = inputLog.transform(
                        "intake", RecordBatchType.INSTANCE, new Intake(catalog, Plausibility.of(settings)))
                .uid(Uids.INTAKE)
                .setParallelism(inputLog.getParallelism());
        BroadcastStream<KeyedChange> factors =
                changes.getSideOutput(Intake.FACTORS).broadcast(StateDescriptors.FACTORS);
        SingleOutputStreamOperator<OutputRecord> settled = changes.keyBy(RecordBatch::network, Types.STRING)
                .connect(factors)
                .process(new Settle(settings, catalog), OutputRecords.TYPE)
                .uid(Uids.SETTLE)
                .name("settle");
        return settled.union(changes.getSideOutput(Intake.REJECTED));
    }
}
