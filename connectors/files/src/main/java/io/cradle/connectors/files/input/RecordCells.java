package io.cradle.connectors.files.input;

import io.cradle.connectors.files.rows.CellText;
import io.cradle.connectors.files.rows.Column;
import io.cradle.connectors.files.rows.Row;
import io.cradle.connectors.files.rows.UndecodableCell;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/** Puts the cells of a row into the fields of a record. */
public final class RecordCells {
    private RecordCells() {}

    /** A record of the generated class, with its inner records but without values. */
    public static SpecificRecord blank(Schema schema) {
        SpecificRecord record = (SpecificRecord) SpecificData.get().newRecord(null, schema);
        for (Schema.Field field : schema.getFields()) {
            if (field.schema().getType() == Schema.Type.RECORD) {
                record.put(field.pos(), blank(field.schema()));
            }
        }
        return record;
    }

    /**
     * The value of one cell, as the generated classes want it; null where it is absent and may be.
     *
     * @throws UndecodableCell if the cell does not hold what the column says
     */
    static Object value(Column column, String cell) throws UndecodableCell {
        return switch (column.kind()) {
            case TEXT -> cell == null ? "" : cell;
            case OPTIONAL_TEXT -> cell;
            case DAY -> cell == null ? null : CellText.day(column.name(), cell);
            case INSTANT -> cell == null ? null : CellText.instant(column.name(), cell);
            case IDENTIFIERS -> CellText.identifiers(cell);
        };
    }

    /** Fills the record's own fields and those of its inner records from all the columns of a topic. */
    static void fill(SpecificRecord record, List<Column> columns, Row row) throws UndecodableCell {
        for (int place = 0; place < columns.size(); place++) {
            put(record, columns.get(place), row.cell(place));
        }
    }

    /** Puts one cell, null where it is absent, into the record's own field or that of an inner record. */
    public static void put(SpecificRecord record, Column column, String cell) throws UndecodableCell {
        Object value = value(column, cell);
        if (column.isNested()) {
            ((IndexedRecord) record.get(column.field())).put(column.nested(), value);
        } else {
            record.put(column.field(), value);
        }
    }
}
