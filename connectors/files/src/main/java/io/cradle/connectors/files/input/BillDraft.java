package io.cradle.connectors.files.input;

import io.cradle.connectors.files.rows.Row;
import io.cradle.connectors.files.rows.UndecodableCell;
import io.cradle.schemas.BillOfMaterials;
import io.cradle.schemas.wire.InputTopic;
import io.cradle.schemas.wire.WireFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The rows of one bill, until the last of them is read. */
final class BillDraft {
    private static final long NOT_DELETED = -1;

    private final String key;
    private final List<Row> rows = new ArrayList<>();
    private long deletedAtLine = NOT_DELETED;
    private boolean continuedAfterDeletion;

    BillDraft(String key) {
        this.key = key;
    }

    void add(Row row) {
        continuedAfterDeletion |= deletedAtLine != NOT_DELETED;
        rows.add(row);
    }

    /** Remembers that a row between the bill's rows deletes it. */
    void deletedAt(long line) {
        deletedAtLine = line;
    }

    long firstLine() {
        return rows.get(0).line();
    }

    /** The bill as one record, or as one fault: a bill that lacks one of its lines would be silently wrong. */
    Entry finish(long logTimeMs, WireFormat wire) {
        if (continuedAfterDeletion) {
            return fault(
                    logTimeMs,
                    "line " + deletedAtLine + " deletes the bill between its lines " + firstLine() + " and "
                            + rows.get(rows.size() - 1).line() + "; delete it before or after all of them");
        }
        BillBuilder bill = new BillBuilder();
        for (Row row : rows) {
            try {
                RowOperation.of(InputTopic.BILLS_OF_MATERIALS, row);
                bill.add(row);
            } catch (UndecodableCell e) {
                return fault(logTimeMs, "line " + row.line() + ", " + e.getMessage());
            }
        }
        BillOfMaterials record = bill.build();
        return Entry.record(
                logTimeMs, firstLine(), key, wire.encode(InputTopic.BILLS_OF_MATERIALS.topicName(), record));
    }

    private Entry fault(long logTimeMs, String detail) {
        String raw = rows.stream().map(Row::raw).collect(Collectors.joining("\n"));
        return Entry.undecodable(logTimeMs, firstLine(), key, raw, detail);
    }
}
