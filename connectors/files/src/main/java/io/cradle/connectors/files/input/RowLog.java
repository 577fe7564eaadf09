package io.cradle.connectors.files.input;

import io.cradle.connectors.files.rows.Column;
import io.cradle.connectors.files.rows.Row;
import io.cradle.connectors.files.rows.Rows;
import io.cradle.connectors.files.rows.TopicColumns;
import io.cradle.connectors.files.rows.TopicFile;
import io.cradle.connectors.files.rows.UndecodableCell;
import io.cradle.schemas.wire.InputTopic;
import io.cradle.schemas.wire.RecordKey;
import io.cradle.schemas.wire.WireFormat;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/** A file in which every row is a record. */
final class RowLog implements TopicLog {
    private final InputTopic topic;
    private final List<Column> columns;
    private final Rows rows;
    private final LogTimes times;
    private final RowKey key;
    private final WireFormat wire;
    private long rowsRead;

    RowLog(TopicFile file, WireFormat wire) {
        this.topic = file.topic();
        this.columns = TopicColumns.of(topic).columns();
        this.rows = file.rows();
        this.times = new LogTimes(file);
        this.key = new RowKey(topic);
        this.wire = wire;
    }

    @Override
    public InputTopic topic() {
        return topic;
    }

    @Override
    public boolean hasNext() {
        return rows.hasNext();
    }

    @Override
    public Entry next() {
        Row row = rows.next();
        rowsRead++;
        long time = times.of(row);
        try {
            return RowOperation.of(topic, row) == RowOperation.DELETE ? key.deletion(row, time) : record(row, time);
        } catch (UndecodableCell e) {
            return Entry.undecodable(time, row.line(), key.of(row), row.raw(), e.getMessage());
        }
    }

    @Override
    public long bytesRead() {
        return rows.bytesRead();
    }

    @Override
    public long rowsRead() {
        return rowsRead;
    }

    @Override
    public void close() {
        rows.close();
    }

    private Entry record(Row row, long time) throws UndecodableCell {
        SpecificRecord record = RecordCells.blank(topic.schema());
        RecordCells.fill(record, columns, row);
        return Entry.record(time, row.line(), RecordKey.of(topic, record), wire.encode(topic.topicName(), record));
    }
}
