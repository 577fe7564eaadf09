package io.cradle.connectors.files.sink;

import io.cradle.connectors.files.input.EpochGrid;
import io.cradle.schemas.BillOfMaterials;
import io.cradle.schemas.NetworkRevision;
import io.cradle.schemas.ProductFootprint;
import io.cradle.schemas.RejectedRecord;
import io.cradle.schemas.wire.InputTopic;
import io.cradle.schemas.wire.LogRecord;
import io.cradle.schemas.wire.OutputRecord;
import io.cradle.schemas.wire.OutputTopic;
import io.cradle.schemas.wire.SchemaCatalog;
import io.cradle.schemas.wire.WireFormat;
import java.nio.ByteBuffer;
import java.time.Instant;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.util.Collector;

/** Publishes a withdrawal for each bill and a revision for each reading, and rejects what is faulty. */
final class Echo implements FlatMapFunction<LogRecord, OutputRecord> {
    private static final long serialVersionUID = 1L;

    private final EpochGrid grid;

    Echo(EpochGrid grid) {
        this.grid = grid;
    }

    @Override
    public void flatMap(LogRecord record, Collector<OutputRecord> out) throws Exception {
        if (record.tick()) {
            return;
        }
        Instant asOf = Instant.ofEpochMilli(grid.epochEndMs(record.appendTimeMs()));
        if (record.fault() != null) {
            out.collect(Published.of(OutputTopic.REJECTED_RECORDS, asOf, rejected(record)));
        } else if (record.topic() == InputTopic.BILLS_OF_MATERIALS) {
            BillOfMaterials bill = (BillOfMaterials)
                    new WireFormat(SchemaCatalog.bundled()).decode(record.value(), BillOfMaterials.getClassSchema());
            out.collect(Published.of(OutputTopic.PRODUCT_FOOTPRINTS, asOf, withdrawn(bill, asOf)));
        } else {
            out.collect(Published.of(OutputTopic.NETWORK_REVISIONS, asOf, revision(asOf)));
        }
    }

    private static RejectedRecord rejected(LogRecord record) {
        return RejectedRecord.newBuilder()
                .setTopic(record.topic().topicName())
                .setPartition(record.partition())
                .setOffset(record.offset())
                .setLogTime(Instant.ofEpochMilli(record.appendTimeMs()))
                .setKey(ByteBuffer.wrap(record.key()))
                .setValue(ByteBuffer.wrap(record.value()))
                .setReason(record.fault().reason())
                .setDetail(record.fault().detail())
                .setJobVersion("0")
                .build();
    }

    private static ProductFootprint withdrawn(BillOfMaterials bill, Instant asOf) {
        return ProductFootprint.newBuilder()
                .setNetwork(bill.getNetwork())
                .setProduct(bill.getProduct())
                .setPeriod("2024")
                .setPeriodStart(Instant.EPOCH)
                .setPeriodEnd(Instant.EPOCH)
                .setAsOf(asOf)
                .setDeclaredUnit(bill.getDeclaredUnit())
                .setStatus("withdrawn")
                .setSeries("s")
                .build();
    }

    private static NetworkRevision revision(Instant asOf) {
        return NetworkRevision.newBuilder()
                .setNetwork("n")
                .setAsOf(asOf)
                .setChangesApplied(1)
                .setRejected(0)
                .setProductsChanged(0)
                .setErrorBound(0)
                .setAllocated(0)
                .setUnallocated(0)
                .setPending(0)
                .setMilliseconds(0)
                .setSeries("s")
                .build();
    }
}
