package io.cradle.connectors.files.source;

import io.cradle.connectors.files.RunProgress;
import io.cradle.connectors.files.input.EpochGrid;
import io.cradle.connectors.files.input.InputDirectory;
import io.cradle.connectors.files.input.LogFileReader;
import io.cradle.schemas.wire.InputTopic;
import io.cradle.schemas.wire.LogRecord;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.core.io.InputStatus;

/** Reads the log where it is given the split, else finishes as soon as it knows that it will not be. */
final class FileLogSourceReader implements SourceReader<LogRecord, FileLogSplit> {
    /** Records between two reports of progress: often enough for a bar, too seldom to cost. */
    private static final int REPORT_EVERY = 1024;

    private final SourceReaderContext context;
    private final InputDirectory directory;
    private final EpochGrid grid;
    private final RunProgress progress;
    private final CompletableFuture<Void> told = new CompletableFuture<>();
    private boolean noMoreSplits;
    private LogFileReader log;
    private long emitted;
    private LogRecord latest;

    FileLogSourceReader(SourceReaderContext context, InputDirectory directory, EpochGrid grid, String runId) {
        this.context = context;
        this.directory = directory;
        this.grid = grid;
        this.progress = RunProgress.of(runId);
    }

    @Override
    public void start() {
        context.sendSplitRequest();
    }

    @Override
    public InputStatus pollNext(ReaderOutput<LogRecord> output) {
        if (log == null) {
            return noMoreSplits ? InputStatus.END_OF_INPUT : InputStatus.NOTHING_AVAILABLE;
        }
        if (log.hasNext()) {
            latest = log.next();
            output.collect(latest, latest.appendTimeMs());
            emitted++;
            if (emitted % REPORT_EVERY == 0) {
                report();
            }
            return InputStatus.MORE_AVAILABLE;
        }
        endLastEpoch(output);
        report();
        return InputStatus.END_OF_INPUT;
    }

    @Override
    public List<FileLogSplit> snapshotState(long checkpointId) {
        return log == null ? List.of() : List.of(new FileLogSplit(emitted));
    }

    @Override
    public CompletableFuture<Void> isAvailable() {
        return told;
    }

    @Override
    public void addSplits(List<FileLogSplit> splits) {
        for (FileLogSplit split : splits) {
            log = LogFileReader.open(directory, grid);
            for (emitted = 0; emitted < split.emitted() && log.hasNext(); emitted++) {
                latest = log.next();
            }
        }
        told.complete(null);
    }

    @Override
    public void notifyNoMoreSplits() {
        noMoreSplits = true;
        told.complete(null);
    }

    @Override
    public void close() {
        if (log != null) {
            log.close();
        }
    }

    private void endLastEpoch(ReaderOutput<LogRecord> output) {
        if (latest != null) {
            long time = grid.epochEndMs(latest.appendTimeMs()) + 1;
            output.collect(LogRecord.tick(InputTopic.METER_READINGS, 0, 0, time), time);
        }
    }

    private void report() {
        progress.read(log.bytesRead(), log.rowsRead());
    }
}
