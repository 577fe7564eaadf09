package io.cradle.connectors.files.source;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;

/** Gives the split to the first reader that asks, and tells every other that there is none. */
final class SplitQueue implements SplitEnumerator<FileLogSplit, List<FileLogSplit>> {
    private final SplitEnumeratorContext<FileLogSplit> context;
    private final Deque<FileLogSplit> waiting;

    SplitQueue(SplitEnumeratorContext<FileLogSplit> context, List<FileLogSplit> waiting) {
        this.context = context;
        this.waiting = new ArrayDeque<>(waiting);
    }

    @Override
    public void start() {
        // Readers ask; nothing has to be looked for.
    }

    @Override
    public void handleSplitRequest(int subtask, String host) {
        FileLogSplit split = waiting.poll();
        if (split != null) {
            context.assignSplit(split, subtask);
        }
        context.signalNoMoreSplits(subtask);
    }

    @Override
    public void addSplitsBack(List<FileLogSplit> splits, int subtask) {
        waiting.addAll(splits);
    }

    @Override
    public void addReader(int subtask) {
        // A reader asks when it starts.
    }

    @Override
    public List<FileLogSplit> snapshotState(long checkpointId) {
        return List.copyOf(waiting);
    }

    @Override
    public void close() {
        // Holds nothing open.
    }
}
