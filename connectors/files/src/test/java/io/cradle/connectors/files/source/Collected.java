package io.cradle.connectors.files.source;

import io.cradle.connectors.files.sink.LogText;
import io.cradle.schemas.wire.LogRecord;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceOutput;

/** What a reader has emitted, as text. */
final class Collected implements ReaderOutput<LogRecord> {
    private final List<String> records = new ArrayList<>();

    List<String> records() {
        return records;
    }

    @Override
    public void collect(LogRecord record) {
        records.add(LogText.of(record));
    }

    @Override
    public void collect(LogRecord record, long timestamp) {
        records.add(LogText.of(record) + (timestamp == record.appendTimeMs() ? "" : " stamped " + timestamp));
    }

    @Override
    public void emitWatermark(Watermark watermark) {
        records.add(watermark.toString());
    }

    @Override
    public void markIdle() {
        records.add("idle");
    }

    @Override
    public void markActive() {
        records.add("active");
    }

    @Override
    public SourceOutput<LogRecord> createOutputForSplit(String splitId) {
        return this;
    }

    @Override
    public void releaseOutputForSplit(String splitId) {
        // One split, whose output is this.
    }
}
