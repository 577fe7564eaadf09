package io.cradle.connectors.files.input;

import io.cradle.connectors.files.rows.Row;
import io.cradle.connectors.files.rows.TopicColumns;
import io.cradle.connectors.files.rows.UndecodableCell;
import io.cradle.schemas.wire.InputTopic;

/** What a row does to its key. */
enum RowOperation {
    REPLACE,
    DELETE;

    private static final String DELETE_WORD = "delete";

    /** Reads the {@code op} column. */
    static RowOperation of(InputTopic topic, Row row) throws UndecodableCell {
        String op = row.cell(TopicColumns.of(topic).place(TopicColumns.OP).orElseThrow());
        if (op == null) {
            return REPLACE;
        }
        if (op.equals(DELETE_WORD)) {
            return DELETE;
        }
        throw new UndecodableCell(TopicColumns.OP, "'" + op + "' is neither empty nor 'delete'");
    }
}
