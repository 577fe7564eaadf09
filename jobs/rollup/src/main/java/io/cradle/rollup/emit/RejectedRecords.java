package io.cradle.rollup.emit;

import io.cradle.core.Rejection;
import io.cradle.rollup.intake.KeyedChange;
import io.cradle.schemas.RejectedRecord;
import io.cradle.schemas.wire.OutputRecord;
import io.cradle.schemas.wire.OutputTopic;
import io.cradle.schemas.wire.RecordKey;
import io.cradle.schemas.wire.SchemaCatalog;
import io.cradle.schemas.wire.WireFormat;
import java.nio.ByteBuffer;
import java.time.Instant;

/** Writes records that could not be used, as they came. */
public final class RejectedRecords {
    private static final String JOB_VERSION = version();

    private final WireFormat wire;

    public RejectedRecords(SchemaCatalog catalog) {
        this.wire = new WireFormat(catalog);
    }

    /** The record of a rejection in the epoch that ends at, or at the log time of, {@code asOfMs}. */
    public OutputRecord of(KeyedChange change, Rejection rejection, long asOfMs) {
        RejectedRecord record = RejectedRecord.newBuilder()
                .setTopic(change.topic().topicName())
                .setPartition(change.partition())
                .setOffset(change.offset())
                .setLogTime(Instant.ofEpochMilli(change.logTimeMs()))
                .setKey(change.key() == null ? null : ByteBuffer.wrap(change.key()))
                .setValue(change.value() == null ? null : ByteBuffer.wrap(change.value()))
                .setReason(rejection.reason().code())
                .setDetail(rejection.detail())
                .setJobVersion(JOB_VERSION)
                .build();
        String key = RecordKey.join(
                change.topic().topicName(), Integer.toString(change.partition()), Long.toString(change.offset()));
        OutputTopic topic = OutputTopic.REJECTED_RECORDS;
        return new OutputRecord(topic, asOfMs, RecordKey.bytes(key), wire.encode(topic.topicName(), record));
    }

    private static String version() {
        String version = RejectedRecords.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
