package io.cradle.connectors.files.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cradle.connectors.files.InputFiles;
import io.cradle.connectors.files.RunProgress;
import io.cradle.connectors.files.input.EpochGrid;
import io.cradle.connectors.files.input.InputDirectory;
import io.cradle.schemas.wire.InputTopic;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.core.io.InputStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileLogSourceReaderTest {
    private static final EpochGrid GRID = new EpochGrid(0, 500);

    @TempDir
    Path tmp;

    private final Calls calls = new Calls();

    @BeforeEach
    void fiveReadings() throws IOException {
        String[] lines = new String[6];
        lines[0] = "network,meter,value,log_time";
        for (int i = 1; i <= 5; i++) {
            lines[i] = "n,m," + i + ",2024-03-01T00:00:0" + i + ".2Z";
        }
        InputFiles.write(tmp, "meter-readings.csv", lines);
    }

    @Test
    void asksForTheSplitAndReadsItToTheTick() {
        Collected all = new Collected();
        FileLogSourceReader reader = reader("none");
        reader.start();
        assertEquals(List.of("sendSplitRequest"), calls.made());
        assertEquals(InputStatus.NOTHING_AVAILABLE, reader.pollNext(all));
        assertFalse(reader.isAvailable().isDone());
        reader.addSplits(List.of(FileLogSplit.WHOLE));
        reader.notifyNoMoreSplits();
        assertTrue(reader.isAvailable().isDone());
        readToEnd(reader, all);
        assertEquals(6, all.records().size());
        assertEquals(
                "meter-readings line 0 at 2024-03-01T00:00:05.501Z\n  tick",
                all.records().get(5));
    }

    @Test
    void aReaderWithoutTheSplitEndsAtOnce() {
        FileLogSourceReader reader = reader("none");
        reader.notifyNoMoreSplits();
        assertEquals(InputStatus.END_OF_INPUT, reader.pollNext(new Collected()));
        assertEquals(List.of(), reader.snapshotState(1));
        reader.close();
    }

    @Test
    void aRestoredReaderGoesOnWhereTheSnapshotStood() {
        Collected whole = new Collected();
        readToEnd(started(FileLogSplit.WHOLE), whole);
        for (int before = 0; before <= 5; before++) {
            Collected head = new Collected();
            FileLogSourceReader reader = started(FileLogSplit.WHOLE);
            for (int i = 0; i < before; i++) {
                assertEquals(InputStatus.MORE_AVAILABLE, reader.pollNext(head));
            }
            List<FileLogSplit> snapshot = reader.snapshotState(1);
            reader.close();

            Collected tail = new Collected();
            readToEnd(started(snapshot.get(0)), tail);
            List<String> both = new ArrayList<>(head.records());
            both.addAll(tail.records());
            assertEquals(whole.records(), both, "snapshot after " + before + " records");
        }
    }

    @Test
    void noRecordsNoTick() throws IOException {
        InputFiles.write(tmp, "meter-readings.csv", "network,meter");
        Collected none = new Collected();
        readToEnd(started(FileLogSplit.WHOLE), none);
        assertEquals(List.of(), none.records());
    }

    @Test
    void progressEndsAtTheTotal() {
        try (RunProgress progress = RunProgress.watch("reader")) {
            FileLogSourceReader reader = reader("reader");
            reader.addSplits(List.of(FileLogSplit.WHOLE));
            readToEnd(reader, new Collected());
            assertEquals(InputDirectory.open(tmp).totalBytes(), progress.bytesRead());
            assertEquals(Map.of(InputTopic.METER_READINGS, 5L), progress.rowsRead());
        }
    }

    private FileLogSourceReader started(FileLogSplit split) {
        FileLogSourceReader reader = reader("none");
        reader.addSplits(List.of(split));
        return reader;
    }

    private FileLogSourceReader reader(String runId) {
        return new FileLogSourceReader(calls.as(SourceReaderContext.class), InputDirectory.open(tmp), GRID, runId);
    }

    private static void readToEnd(FileLogSourceReader reader, Collected into) {
        InputStatus status = InputStatus.MORE_AVAILABLE;
        while (status == InputStatus.MORE_AVAILABLE) {
            status = reader.pollNext(into);
        }
        assertEquals(InputStatus.END_OF_INPUT, status);
        reader.close();
    }
}
