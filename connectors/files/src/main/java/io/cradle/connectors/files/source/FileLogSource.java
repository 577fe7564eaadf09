package io.cradle.connectors.files.source;

import io.cradle.connectors.files.input.EpochGrid;
import io.cradle.connectors.files.input.InputDirectory;
import io.cradle.schemas.wire.LogRecord;
import java.util.List;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.api.java.typeutils.ResultTypeQueryable;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/**
 * Reads the files of a directory once, as one log in its order, whatever the parallelism: one reader reads, the others
 * finish at once. Behind the last record stands a tick just after the end of its epoch, so that the epoch ends before
 * the input does; where there are no records there is no tick.
 *
 * <p>A {@link io.cradle.connectors.files.FileFormatException} fails the job; {@link
 * io.cradle.connectors.files.FileFormatException#messageBehind} finds it. Checkpoints hold the number of records
 * emitted: a restored reader passes over that many, so the files must be as they were.
 */
public final class FileLogSource
        implements Source<LogRecord, FileLogSplit, List<FileLogSplit>>, ResultTypeQueryable<LogRecord> {
    private static final long serialVersionUID = 1L;

    private final InputDirectory directory;
    private final EpochGrid grid;
    private final String runId;

    /**
     * @param directory what to read
     * @param grid how log time is cut
     * @param runId run whose {@link io.cradle.connectors.files.RunProgress} is kept up to date
     */
    public FileLogSource(InputDirectory directory, EpochGrid grid, String runId) {
        this.directory = directory;
        this.grid = grid;
        this.runId = runId;
    }

    /** Watermark = largest log time seen − 1 ms, sent on as soon as it grows; the event time is the log time. */
    public static WatermarkStrategy<LogRecord> watermarks() {
        return WatermarkStrategy.<LogRecord>forGenerator(context -> new LogTimeWatermarks())
                .withTimestampAssigner((record, timestamp) -> record.appendTimeMs());
    }

    @Override
    public Boundedness getBoundedness() {
        return Boundedness.BOUNDED;
    }

    @Override
    public SourceReader<LogRecord, FileLogSplit> createReader(SourceReaderContext context) {
        return new FileLogSourceReader(context, directory, grid, runId);
    }

    @Override
    public SplitEnumerator<FileLogSplit, List<FileLogSplit>> createEnumerator(
            SplitEnumeratorContext<FileLogSplit> context) {
        return restoreEnumerator(context, List.of(FileLogSplit.WHOLE));
    }

    @Override
    public SplitEnumerator<FileLogSplit, List<FileLogSplit>> restoreEnumerator(
            SplitEnumeratorContext<FileLogSplit> context, List<FileLogSplit> waiting) {
        return new SplitQueue(context, waiting);
    }

    @Override
    public SimpleVersionedSerializer<FileLogSplit> getSplitSerializer() {
        return new FileLogSplitSerializer();
    }

    @Override
    public SimpleVersionedSerializer<List<FileLogSplit>> getEnumeratorCheckpointSerializer() {
        return new SplitListSerializer();
    }

    @Override
    public TypeInformation<LogRecord> getProducedType() {
        return TypeInformation.of(LogRecord.class);
    }
}
