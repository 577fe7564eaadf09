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

/**
 * Writes records that could not be used, as they came. What is too large for the topic is cut, and the detail says so: a
 * rejection that a broker refuses would stop the job for ever, and the whole record stands in its input topic.
 */
public final class RejectedRecords {
    static final int MAX_KEY_BYTES = 10_000;
    static final int MAX_VALUE_BYTES = 800_000;
    static final int MAX_DETAIL_CHARS = 10_000;

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
                .setKey(cut(change.key(), MAX_KEY_BYTES))
                .setValue(cut(change.value(), MAX_VALUE_BYTES))
                .setReason(rejection.reason().code())
                .setDetail(detail(change, rejection.detail()))
                .setJobVersion(JOB_VERSION)
                .build();
        String key = RecordKey.join(
                change.topic().topicName(), Integer.toString(change.partition()), Long.toString(change.offset()));
        OutputTopic topic = OutputTopic.REJECTED_RECORDS;
        return new OutputRecord(topic, asOfMs, RecordKey.bytes(key), wire.encode(topic.topicName(), record));
    }

    private static ByteBuffer cut(byte[] bytes, int most) {
        return bytes == null ? null : ByteBuffer.wrap(bytes, 0, Math.min(bytes.length, most));
    }

    private static String detail(KeyedChange change, String detail) {
        String said = detail.length() > MAX_DETAIL_CHARS ? detail.substring(0, MAX_DETAIL_CHARS) + "…" : detail;
        return said + cutNote("key", change.key(), MAX_KEY_BYTES) + cutNote("value", change.value(), MAX_VALUE_BYTES);
    }

    private static String cutNote(String what, byte[] bytes, int most) {
        return bytes == null || bytes.length <= most
                ? ""
                : " (the first " + most + " of " + bytes.length + " bytes of the " + what
                        + " are given here, all of them stand at this topic, partition and offset)";
    }

    private static String version() {
        String version = RejectedRecords.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
