package io.cradle.connectors.files.input;

import io.cradle.connectors.files.rows.CellKind;
import io.cradle.connectors.files.rows.CellText;
import io.cradle.connectors.files.rows.Column;
import io.cradle.connectors.files.rows.Row;
import io.cradle.connectors.files.rows.TopicColumns;
import io.cradle.connectors.files.rows.UndecodableCell;
import io.cradle.schemas.wire.InputTopic;
import io.cradle.schemas.wire.RecordKey;
import java.util.ArrayList;
import java.util.List;

/** The key of a row, from its key columns alone: good for deletions and for rows that cannot be decoded. */
final class RowKey {
    private final InputTopic topic;
    private final int[] places;
    private final List<Column> columns;

    RowKey(InputTopic topic) {
        this.topic = topic;
        this.places = TopicColumns.keyPlaces(topic);
        this.columns = TopicColumns.of(topic).columns();
    }

    /** The key as its cells say it, decodable or not. */
    String of(Row row) {
        List<String> parts = new ArrayList<>(places.length);
        for (int i = 0; i < places.length; i++) {
            parts.add(RecordKey.part(topic.keyFields().get(i), row.cell(places[i])));
        }
        return RecordKey.join(parts);
    }

    /** What the row deletes; a fault where its key columns do not say. */
    Entry deletion(Row row, long logTimeMs) {
        String key = of(row);
        for (int place : places) {
            Column column = columns.get(place);
            String cell = row.cell(place);
            if (cell == null && column.kind() == CellKind.TEXT) {
                return Entry.missingField(
                        logTimeMs,
                        row.line(),
                        key,
                        row.raw(),
                        "column " + column.name() + ": a deletion needs it to say what to delete");
            }
            try {
                if (cell != null && column.kind() == CellKind.DAY) {
                    CellText.day(column.name(), cell);
                }
            } catch (UndecodableCell e) {
                return Entry.undecodable(logTimeMs, row.line(), key, row.raw(), e.getMessage());
            }
        }
        return Entry.deletion(logTimeMs, row.line(), key);
    }
}
