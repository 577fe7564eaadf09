package io.cradle.rollup.settle;

import io.cradle.core.network.SupplyNetwork;
import java.util.Collection;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.TreeMap;

/** What is kept in memory of one network between firings: enough to know, without touching state, that nothing is due. */
final class LiveNetwork {
    private final NavigableMap<Long, PackedRecords> awaitingEpoch = new TreeMap<>();
    private final PagePool pages;
    /** The epoch of the last record: most records are of the same as the one before. */
    private long lastEndMs = Long.MIN_VALUE;

    private PackedRecords lastRecords;

    /** {@link Epochs#NEVER} where the network was never settled: time means nothing to it. */
    long settledUpToMs = Epochs.NEVER;

    long nextDueMs = Epochs.NONE;

    /** When the earliest timer that this run has registered fires; Long.MAX_VALUE where it has registered none. */
    long nextTimerMs = Long.MAX_VALUE;

    /** The compiled network; null until an epoch has something to settle, and after it left the cache. */
    SupplyNetwork compiled;

    /** @param pages for records that wait */
    LiveNetwork(PagePool pages) {
        this.pages = pages;
    }

    /** The records that wait for the end of an epoch, to be added to. */
    PackedRecords awaiting(long epochEndMs) {
        if (lastRecords == null || lastEndMs != epochEndMs) {
            lastRecords = awaitingEpoch.computeIfAbsent(epochEndMs, end -> new PackedRecords(pages));
            lastEndMs = epochEndMs;
        }
        return lastRecords;
    }

    /** Takes out the records of an epoch. */
    PackedRecords remove(long epochEndMs) {
        lastRecords = null;
        PackedRecords records = awaitingEpoch.remove(epochEndMs);
        return records == null ? new PackedRecords(pages) : records;
    }

    /** The records that wait, by epoch. */
    Collection<PackedRecords> awaitingEpoch() {
        return Collections.unmodifiableCollection(awaitingEpoch.values());
    }

    /** The end of the first epoch with records, or Long.MAX_VALUE. */
    long firstAwaitedMs() {
        return awaitingEpoch.isEmpty() ? Long.MAX_VALUE : awaitingEpoch.firstKey();
    }

    /** The end of the last epoch with records, or Long.MIN_VALUE. */
    long lastAwaitedMs() {
        return awaitingEpoch.isEmpty() ? Long.MIN_VALUE : awaitingEpoch.lastKey();
    }
}
