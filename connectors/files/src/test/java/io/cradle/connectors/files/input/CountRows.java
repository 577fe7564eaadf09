package io.cradle.connectors.files.input;

import java.nio.file.Path;

/** Reads a directory in a JVM of its own, whose heap the test chooses; prints the number of records. */
final class CountRows {
    private CountRows() {}

    public static void main(String[] args) {
        long records = 0;
        try (LogFileReader reader = LogFileReader.open(InputDirectory.open(Path.of(args[0])), new EpochGrid(0, 500))) {
            while (reader.hasNext()) {
                reader.next();
                records++;
            }
        }
        System.out.println(records);
    }
}
