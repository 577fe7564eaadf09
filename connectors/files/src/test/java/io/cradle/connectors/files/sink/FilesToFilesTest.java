package io.cradle.connectors.files.sink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cradle.connectors.files.LocalFlink;
import io.cradle.connectors.files.OutputDirectory;
import io.cradle.connectors.files.RunProgress;
import io.cradle.connectors.files.input.EpochGrid;
import io.cradle.connectors.files.input.InputDirectory;
import io.cradle.connectors.files.source.FileLogSource;
import io.cradle.schemas.wire.InputTopic;
import io.cradle.schemas.wire.OutputRecord;
import io.cradle.schemas.wire.SchemaCatalog;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Both doors on one job: golden files in, golden files out. */
class FilesToFilesTest {
    private static final EpochGrid GRID = new EpochGrid(0, 500);
    private static final String RUN = "files-to-files";

    @TempDir
    Path tmp;

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void filesAreTheSameAtEveryParallelism(int parallelism) throws Exception {
        Path golden = Path.of(Objects.requireNonNull(FilesToFilesTest.class.getResource("/golden/published"))
                .toURI());
        try (RunProgress progress = RunProgress.watch(RUN)) {
            InputDirectory in = InputDirectory.open(golden);
            run(in, parallelism, 1);
            for (String name : new String[] {
                "product-footprints.csv", "activity-emissions.csv", "network-revisions.csv", "rejected-records.csv"
            }) {
                assertEquals(
                        Files.readString(golden.resolve("out").resolve(name)),
                        Files.readString(tmp.resolve(name)),
                        name);
            }
            assertEquals(in.totalBytes(), progress.bytesRead());
            assertEquals(Map.of(InputTopic.BILLS_OF_MATERIALS, 6L, InputTopic.METER_READINGS, 3L), progress.rowsRead());
            assertEquals(6, progress.footprints());
            assertEquals(5, progress.products());
            assertEquals(1, progress.epochs());
            assertEquals(Map.of("undecodable", 2L), progress.rejectedByReason());
        }
    }

    @Test
    void twoWritersAreRefused() {
        Exception failure = assertThrows(Exception.class, () -> run(InputDirectory.open(tmp), 2, 2));
        StringBuilder messages = new StringBuilder();
        for (Throwable at = failure; at != null; at = at.getCause()) {
            messages.append(at.getMessage()).append('\n');
        }
        assertTrue(messages.toString().contains("its files need exactly one writer"), messages.toString());
    }

    private void run(InputDirectory in, int parallelism, int writers) throws Exception {
        StreamExecutionEnvironment job = LocalFlink.job(parallelism);
        job.fromSource(new FileLogSource(in, GRID, RUN), FileLogSource.watermarks(), "files")
                .uid("files")
                .rebalance()
                .flatMap(new Echo(GRID))
                .returns(OutputRecord.class)
                .uid("echo")
                .sinkTo(new CsvOutputSink(OutputDirectory.prepare(tmp), SchemaCatalog.bundled(), in.fileNames(), RUN))
                .uid("csv")
                .setParallelism(writers);
        job.execute();
    }
}
