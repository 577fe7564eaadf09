package io.cradle.connectors.files.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.cradle.connectors.files.FileFormatException;
import io.cradle.connectors.files.InputFiles;
import io.cradle.connectors.files.LocalFlink;
import io.cradle.connectors.files.input.EpochGrid;
import io.cradle.connectors.files.input.InputDirectory;
import io.cradle.connectors.files.input.LogFileReader;
import io.cradle.connectors.files.sink.LogText;
import io.cradle.schemas.wire.LogRecord;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The source inside a running job. */
class FileLogSourceTest {
    private static final EpochGrid GRID = new EpochGrid(0, 500);
    private static final int LIMIT = 10_000;

    @TempDir
    Path tmp;

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void emitsTheLogInItsOrderWhateverTheParallelism(int parallelism) throws Exception {
        readings(3000);
        InputDirectory directory = InputDirectory.open(tmp);
        List<String> expected = new ArrayList<>();
        try (LogFileReader reader = LogFileReader.open(directory, GRID)) {
            reader.forEachRemaining(record -> expected.add(LogText.of(record)));
        }
        expected.add("meter-readings line 0 at 2024-03-01T00:00:03.001Z\n  tick");
        assertEquals(3001, expected.size());
        assertEquals(expected, run(directory, parallelism));
    }

    @Test
    void anEmptyDirectoryEmitsNothing() throws Exception {
        assertEquals(List.of(), run(InputDirectory.open(tmp), 2));
    }

    @Test
    void aFileThatBreaksUnderTheRunSaysSoThroughTheJob() throws Exception {
        readings(10);
        InputDirectory directory = InputDirectory.open(tmp);
        Files.writeString(tmp.resolve("meter-readings.csv"), "n,m,1,,too,wide\n", StandardOpenOption.APPEND);
        Exception failure = assertThrows(Exception.class, () -> run(directory, 1));
        assertEquals(
                Optional.of("meter-readings.csv, line 12: has 6 cells, the header 4;"
                        + " quote a cell that holds a comma, or name the column"),
                FileFormatException.messageBehind(failure));
    }

    private void readings(int count) throws Exception {
        String[] lines = new String[count + 1];
        lines[0] = "network,meter,value,log_time";
        for (int i = 1; i <= count; i++) {
            lines[i] = "n,m" + i + "," + i + ",2024-03-01T00:00:0" + i / 1000 + "." + String.format("%03d", i % 1000)
                    + "Z";
        }
        InputFiles.write(tmp, "meter-readings.csv", lines);
    }

    private static List<String> run(InputDirectory directory, int parallelism) throws Exception {
        StreamExecutionEnvironment job = LocalFlink.job(parallelism);
        DataStream<LogRecord> log = job.fromSource(
                        new FileLogSource(directory, GRID, "none"), FileLogSource.watermarks(), "files")
                .uid("files");
        List<String> records = new ArrayList<>();
        for (LogRecord record : log.executeAndCollect(LIMIT)) {
            records.add(LogText.of(record));
        }
        return records;
    }
}
