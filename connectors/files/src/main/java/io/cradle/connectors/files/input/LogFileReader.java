package io.cradle.connectors.files.input;

import io.cradle.schemas.wire.InputTopic;
import io.cradle.schemas.wire.LogRecord;
import io.cradle.schemas.wire.SchemaCatalog;
import io.cradle.schemas.wire.WireFormat;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;

/**
 * The files of a directory as one log: rows without a log time first, then all by log time; at the same time in the
 * order of the topics, then of the lines. Offsets are line numbers, the partition is 0, values are framed with the
 * bundled schema ids. Reads as it goes; only bills of one log time are held in memory.
 *
 * <p>Any call may throw a {@link io.cradle.connectors.files.FileFormatException} where files have changed since the
 * directory was opened. Not thread safe.
 */
public final class LogFileReader implements Iterator<LogRecord>, AutoCloseable {
    private final List<TopicLog> logs = new ArrayList<>();
    private final PriorityQueue<Head> heads = new PriorityQueue<>(Head.ORDER);
    private final long floorMs;

    private LogFileReader(long floorMs) {
        this.floorMs = floorMs;
    }

    public static LogFileReader open(InputDirectory directory, EpochGrid grid) {
        LogFileReader reader = new LogFileReader(grid.floorMs(directory.firstLogTimeMs()));
        WireFormat wire = new WireFormat(SchemaCatalog.bundled());
        try {
            directory.files().forEach(file -> reader.add(TopicLog.of(file, wire)));
        } catch (RuntimeException e) {
            reader.close();
            throw e;
        }
        return reader;
    }

    @Override
    public boolean hasNext() {
        return !heads.isEmpty();
    }

    @Override
    public LogRecord next() {
        Head head = heads.poll();
        if (head == null) {
            throw new NoSuchElementException("the files are read to their end");
        }
        Entry entry = head.entry();
        push(head.log());
        long time = entry.logTimeMs() == LogTimes.NONE ? floorMs : entry.logTimeMs();
        return new LogRecord(
                head.log().topic(), 0, entry.line(), time, entry.keyBytes(), entry.value(), false, entry.fault());
    }

    /** Bytes read from disk, up to {@link InputDirectory#totalBytes}; files are read ahead in blocks. */
    public long bytesRead() {
        return logs.stream().mapToLong(TopicLog::bytesRead).sum();
    }

    /** Rows read so far, of each topic that has a file. */
    public Map<InputTopic, Long> rowsRead() {
        Map<InputTopic, Long> rows = new EnumMap<>(InputTopic.class);
        logs.forEach(log -> rows.put(log.topic(), log.rowsRead()));
        return rows;
    }

    @Override
    public void close() {
        logs.forEach(TopicLog::close);
    }

    private void add(TopicLog log) {
        logs.add(log);
        push(log);
    }

    private void push(TopicLog log) {
        if (log.hasNext()) {
            heads.add(new Head(log.next(), log));
        }
    }

    /** The next entry of each file. One file per topic, so lines never have to be compared. */
    private record Head(Entry entry, TopicLog log) {
        static final Comparator<Head> ORDER = Comparator.comparingLong(
                        (Head head) -> head.entry().logTimeMs())
                .thenComparing(head -> head.log().topic());
    }
}
