package io.cradle.rollup.settle;

import io.cradle.core.network.SupplyNetwork;
import io.cradle.rollup.intake.KeyedChange;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** What is kept in memory of one network between firings: enough to know, without touching state, that nothing is due. */
final class LiveNetwork {
    /** Records that wait, by the end of their epoch. */
    final NavigableMap<Long, List<KeyedChange>> awaitingEpoch = new TreeMap<>();

    long settledUpToMs = Long.MIN_VALUE;
    long nextDueMs = Long.MAX_VALUE;

    /** Whether the network was ever settled: time means nothing to one that was not. */
    boolean begun;

    /** The compiled network; null until an epoch has something to settle, and after it left the cache. */
    SupplyNetwork compiled;

    void add(long epochEndMs, KeyedChange change) {
        awaitingEpoch.computeIfAbsent(epochEndMs, end -> new ArrayList<>()).add(change);
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
