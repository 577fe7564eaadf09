package io.cradle.connectors.files.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.List;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.junit.jupiter.api.Test;

class SplitQueueTest {
    private final Calls calls = new Calls();

    @Test
    void theFirstReaderReadsAndTheOthersAreTold() {
        SplitQueue queue = queue(List.of(FileLogSplit.WHOLE));
        queue.handleSplitRequest(1, "host");
        queue.handleSplitRequest(0, "host");
        assertEquals(
                List.of("assignSplit[FileLogSplit[emitted=0], 1]", "signalNoMoreSplits[1]", "signalNoMoreSplits[0]"),
                calls.made());
        assertEquals(List.of(), queue.snapshotState(1));
    }

    @Test
    void aSplitThatComesBackIsGivenAgainWhereItStood() {
        SplitQueue queue = queue(List.of());
        queue.addSplitsBack(List.of(new FileLogSplit(7)), 1);
        assertEquals(List.of(new FileLogSplit(7)), queue.snapshotState(1));
        queue.handleSplitRequest(0, "host");
        assertEquals(List.of("assignSplit[FileLogSplit[emitted=7], 0]", "signalNoMoreSplits[0]"), calls.made());
    }

    @Test
    void stateReadsBack() throws IOException {
        FileLogSplitSerializer one = new FileLogSplitSerializer();
        SplitListSerializer many = new SplitListSerializer();
        FileLogSplit split = new FileLogSplit(1L << 40);
        assertEquals(split, one.deserialize(one.getVersion(), one.serialize(split)));
        assertEquals(List.of(split), many.deserialize(many.getVersion(), many.serialize(List.of(split))));
        assertEquals(List.of(), many.deserialize(many.getVersion(), many.serialize(List.of())));
    }

    @Test
    void stateOfAnotherVersionIsRefused() {
        byte[] state = new FileLogSplitSerializer().serialize(FileLogSplit.WHOLE);
        assertEquals(
                "state of a file source in version 2; this build reads 1",
                assertThrows(IOException.class, () -> new FileLogSplitSerializer().deserialize(2, state))
                        .getMessage());
    }

    private SplitQueue queue(List<FileLogSplit> waiting) {
        @SuppressWarnings("unchecked")
        SplitEnumeratorContext<FileLogSplit> context = calls.as(SplitEnumeratorContext.class);
        return new SplitQueue(context, waiting);
    }
}
