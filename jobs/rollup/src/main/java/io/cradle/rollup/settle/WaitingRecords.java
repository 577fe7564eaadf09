package io.cradle.rollup.settle;

import io.cradle.rollup.intake.KeyedChange;
import io.cradle.rollup.intake.RecordPage;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.flink.api.common.state.ListState;

/**
 * The records that wait for the end of their epoch. While the job runs they stand in memory only, and are written down
 * when a checkpoint asks for them: most have been settled by then, and a write and a removal for each would cost more
 * than settling it. After a restart every subtask reads all of them and keeps those of its own networks, however the
 * networks are spread now.
 */
final class WaitingRecords {
    private final StoredRecords format = new StoredRecords();
    private final PagePool pages;
    private final ListState<byte[]> inState;
    /** What was restored of networks that have not been met since. */
    private final Map<String, PackedRecords> unclaimed = new HashMap<>();

    /**
     * Takes in what a checkpoint held.
     *
     * @param pages for what waits
     * @param inState union state: after a restart everybody reads what anybody wrote
     * @param isOwn whether a network is settled by this subtask
     */
    WaitingRecords(PagePool pages, ListState<byte[]> inState, Predicate<String> isOwn) throws Exception {
        this.pages = pages;
        this.inState = inState;
        for (byte[] entry : inState.get()) {
            for (KeyedChange record : format.decodeChanges(entry)) {
                if (isOwn.test(record.network())) {
                    unclaimed
                            .computeIfAbsent(record.network(), network -> new PackedRecords(pages))
                            .add(record);
                }
            }
        }
    }

    /** Hands over what was restored of a network, once. */
    PackedRecords claim(String network) {
        PackedRecords restored = unclaimed.remove(network);
        return restored == null ? new PackedRecords(pages) : restored;
    }

    /** Writes down everything that waits. */
    void store(Iterable<LiveNetwork> networks) throws Exception {
        inState.clear();
        for (PackedRecords records : unclaimed.values()) {
            store(records);
        }
        for (LiveNetwork network : networks) {
            for (PackedRecords records : network.awaitingEpoch()) {
                store(records);
            }
        }
    }

    private void store(PackedRecords records) throws Exception {
        for (RecordPage page : records.pages()) {
            inState.add(format.encode(page));
        }
    }
}
