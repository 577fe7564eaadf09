package io.cradle.connectors.files.input;

import io.cradle.connectors.files.rows.Row;
import io.cradle.connectors.files.rows.Rows;
import io.cradle.connectors.files.rows.TopicFile;
import io.cradle.connectors.files.rows.UndecodableCell;
import io.cradle.schemas.wire.InputTopic;
import io.cradle.schemas.wire.WireFormat;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The bills file: rows of one key and log time are one bill, wherever they stand among the rows of that log time. So
 * the rows of one log time are held in memory, all rows where none is stated.
 */
final class BillLog implements TopicLog {
    private final Rows rows;
    private final LogTimes times;
    private final RowKey key = new RowKey(InputTopic.BILLS_OF_MATERIALS);
    private final WireFormat wire;
    private final Deque<Finished> ready = new ArrayDeque<>();
    private Row ahead;
    private long aheadTime;
    private long rowsRead;

    BillLog(TopicFile file, WireFormat wire) {
        this.rows = file.rows();
        this.times = new LogTimes(file);
        this.wire = wire;
        advance();
    }

    @Override
    public InputTopic topic() {
        return InputTopic.BILLS_OF_MATERIALS;
    }

    @Override
    public boolean hasNext() {
        return !ready.isEmpty() || ahead != null;
    }

    @Override
    public Entry next() {
        if (ready.isEmpty()) {
            readGroup();
        }
        return ready.remove().entry();
    }

    @Override
    public long bytesRead() {
        return rows.bytesRead();
    }

    @Override
    public long rowsRead() {
        return rowsRead;
    }

    @Override
    public void close() {
        rows.close();
    }

    /** A bill or deletion whose turn is known; bills are encoded only when it comes. */
    private interface Finished {
        Entry entry();
    }

    private record Placed(long line, Finished finished) {}

    private void readGroup() {
        long time = aheadTime;
        Map<String, BillDraft> drafts = new LinkedHashMap<>();
        List<Placed> placed = new ArrayList<>();
        while (ahead != null && aheadTime == time) {
            String of = key.of(ahead);
            if (isDeletion(ahead)) {
                Row row = ahead;
                placed.add(new Placed(row.line(), () -> key.deletion(row, time)));
                if (drafts.containsKey(of)) {
                    drafts.get(of).deletedAt(row.line());
                }
            } else {
                drafts.computeIfAbsent(of, BillDraft::new).add(ahead);
            }
            advance();
        }
        drafts.values().forEach(draft -> placed.add(new Placed(draft.firstLine(), () -> draft.finish(time, wire))));
        placed.sort(Comparator.comparingLong(Placed::line));
        placed.forEach(one -> ready.add(one.finished()));
    }

    private void advance() {
        ahead = rows.hasNext() ? rows.next() : null;
        if (ahead != null) {
            rowsRead++;
            aheadTime = times.of(ahead);
        }
    }

    private static boolean isDeletion(Row row) {
        try {
            return RowOperation.of(InputTopic.BILLS_OF_MATERIALS, row) == RowOperation.DELETE;
        } catch (UndecodableCell e) {
            // The bill that the row belongs to says so when its turn comes.
            return false;
        }
    }
}
