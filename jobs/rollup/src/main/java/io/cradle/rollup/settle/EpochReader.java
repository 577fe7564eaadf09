package io.cradle.rollup.settle;

import io.cradle.core.network.Change;
import io.cradle.core.network.ReadingRows;
import io.cradle.rollup.emit.AppliedPositions;
import io.cradle.rollup.intake.ChangeReader;
import io.cradle.rollup.intake.RecordCursor;
import io.cradle.schemas.wire.InputTopic;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Reads the records of an epoch: readings, which nearly all of them are, into rows, everything else as changes. Where one
 * reading cannot be a row, all of them are changes, because their order decides. Not thread safe.
 */
final class EpochReader {
    private final ChangeReader reader;
    private final Function<RecordCursor, Change> general;
    private final ReadingRows rows = new ReadingRows();
    private List<Change> changes = List.of();
    private boolean usual;

    /**
     * @param reader reads readings into rows
     * @param general makes a change of any record
     */
    EpochReader(ChangeReader reader, Function<RecordCursor, Change> general) {
        this.reader = reader;
        this.general = general;
    }

    /** Reads the records of an epoch, and notes where they stand in the log. */
    void read(PackedRecords records, AppliedPositions applied) {
        begin(records);
        usual = true;
        records.forEach((record, place) -> {
            applied.add(record.topic().topicName(), record.partition(), record.offset());
            if (!reader.readInto(rows, record, place)) {
                usual &= record.topic() != InputTopic.METER_READINGS;
                changes.add(general.apply(record));
            }
        });
        if (!usual || !rows.isInOrder()) {
            begin(records);
            records.forEach((record, place) -> changes.add(general.apply(record)));
        }
    }

    /** Forgets what was read: its pages will hold other records. */
    void end() {
        rows.end();
        changes = List.of();
    }

    private void begin(PackedRecords records) {
        rows.begin(place -> (Change.ReadingChange) general.apply(records.at(place)));
        changes = new ArrayList<>();
    }

    List<Change> changes() {
        return changes;
    }

    ReadingRows rows() {
        return rows;
    }
}
