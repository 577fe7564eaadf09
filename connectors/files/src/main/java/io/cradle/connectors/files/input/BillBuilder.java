package io.cradle.connectors.files.input;

import io.cradle.connectors.files.rows.Column;
import io.cradle.connectors.files.rows.Row;
import io.cradle.connectors.files.rows.TopicColumns;
import io.cradle.connectors.files.rows.UndecodableCell;
import io.cradle.schemas.BillLine;
import io.cradle.schemas.BillOfMaterials;
import io.cradle.schemas.wire.InputTopic;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/** Puts the rows of one bill together: what they say of the bill must agree, what they say of lines adds up. */
final class BillBuilder {
    private static final TopicColumns NAMES = TopicColumns.of(InputTopic.BILLS_OF_MATERIALS);
    private static final List<Column> COLUMNS = NAMES.columns();

    /** A row with one of these filled is a line: without its input it is a faulty one, but not none. */
    private static final int[] MAKE_A_LINE = {place("input_kind"), place("input"), place("amount")};

    private final SpecificRecord bill = RecordCells.blank(BillOfMaterials.getClassSchema());
    private final String[] said = new String[COLUMNS.size()];
    private final long[] saidOnLine = new long[COLUMNS.size()];
    private final List<BillLine> lines = new ArrayList<>();

    void add(Row row) throws UndecodableCell {
        boolean hasLine = hasLine(row);
        SpecificRecord line = RecordCells.blank(BillLine.getClassSchema());
        for (int place = 0; place < COLUMNS.size(); place++) {
            Column column = COLUMNS.get(place);
            if (!column.isNested()) {
                agree(row, place, column);
            } else if (hasLine) {
                line.put(column.nested(), RecordCells.value(column, row.cell(place)));
            }
        }
        if (hasLine) {
            lines.add((BillLine) line);
        }
    }

    BillOfMaterials build() {
        for (int place = 0; place < COLUMNS.size(); place++) {
            Column column = COLUMNS.get(place);
            if (column.isNested()) {
                bill.put(column.field(), lines);
            }
        }
        return (BillOfMaterials) bill;
    }

    private void agree(Row row, int place, Column column) throws UndecodableCell {
        String cell = row.cell(place);
        if (said[place] == null) {
            bill.put(column.field(), RecordCells.value(column, cell));
            said[place] = cell;
            saidOnLine[place] = row.line();
        } else if (cell != null && !cell.equals(said[place])) {
            throw new UndecodableCell(
                    column.name(),
                    "'" + cell + "' differs from '" + said[place] + "' on line " + saidOnLine[place]
                            + "; rows of one bill must agree");
        }
    }

    private static boolean hasLine(Row row) {
        for (int place : MAKE_A_LINE) {
            if (row.cell(place) != null) {
                return true;
            }
        }
        return false;
    }

    private static int place(String name) {
        return NAMES.place(name).orElseThrow();
    }
}
