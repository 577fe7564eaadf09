package io.cradle.connectors.files.input;

import io.cradle.connectors.files.FileFormatException;
import io.cradle.connectors.files.rows.CellText;
import io.cradle.connectors.files.rows.Row;
import io.cradle.connectors.files.rows.TopicColumns;
import io.cradle.connectors.files.rows.TopicFile;
import io.cradle.connectors.files.rows.UndecodableCell;

/**
 * The log times that the rows of one file state, held against the rule that they never decrease. A row without one
 * counts as before the first epoch, so it may only stand above all that have one.
 */
final class LogTimes {
    /** Log time of a row that states none: before all others. */
    static final long NONE = Long.MIN_VALUE;

    private final TopicFile file;
    private final int place;
    private String latestText = "";
    private long latest = NONE;
    private long latestLine;

    LogTimes(TopicFile file) {
        this.file = file;
        this.place = TopicColumns.of(file.topic()).place(TopicColumns.LOG_TIME).orElseThrow();
    }

    /** Log time of the next row, ms since the epoch, or {@link #NONE}. */
    long of(Row row) {
        String text = row.cell(place);
        if (text == null) {
            if (latest != NONE) {
                throw complaint(row, "log_time is empty below line " + latestLine + ", which has one; fill it in");
            }
            return NONE;
        }
        // Whole groups of rows share one log time: their text is parsed once.
        long time = text.equals(latestText) ? latest : parse(row, text);
        if (time < latest) {
            throw complaint(
                    row,
                    "log_time " + text + " is before " + latestText + " of line " + latestLine
                            + "; sort the rows by log_time");
        }
        latest = time;
        latestText = text;
        latestLine = row.line();
        return time;
    }

    private long parse(Row row, String text) {
        try {
            return CellText.instant(TopicColumns.LOG_TIME, text).toEpochMilli();
        } catch (UndecodableCell e) {
            throw complaint(row, e.getMessage());
        }
    }

    private FileFormatException complaint(Row row, String what) {
        return FileFormatException.at(file.name(), row.line(), what);
    }
}
