package io.cradle.connectors.files.input;

import io.cradle.connectors.files.FileFormatException;
import io.cradle.connectors.files.rows.Rows;
import io.cradle.connectors.files.rows.TopicFile;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.util.OptionalLong;

/**
 * What one reading of a whole file has shown.
 *
 * @param file the file, which can be read to its end
 * @param bytes its size on disk
 * @param rows rows below the header
 * @param firstLogTime the first log time that a row states, ms, or {@link LogTimes#NONE}
 */
record FileSurvey(TopicFile file, long bytes, long rows, long firstLogTime) implements Serializable {

    static FileSurvey of(TopicFile file) {
        LogTimes times = new LogTimes(file);
        long count = 0;
        long first = LogTimes.NONE;
        try (Rows rows = file.rows()) {
            while (rows.hasNext()) {
                long time = times.of(rows.next());
                first = first == LogTimes.NONE ? time : first;
                count++;
            }
        }
        return new FileSurvey(file, size(file), count, first);
    }

    OptionalLong firstLogTimeMs() {
        return firstLogTime == LogTimes.NONE ? OptionalLong.empty() : OptionalLong.of(firstLogTime);
    }

    private static long size(TopicFile file) {
        try {
            return Files.size(file.path());
        } catch (IOException e) {
            throw FileFormatException.unreadable(file.name(), e);
        }
    }
}
