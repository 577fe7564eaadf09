package io.cradle.cli.bench.freshness;

import java.util.Arrays;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.TreeMap;

/** When the broker appended the first and the newest reading of every pair in every epoch. Thread safe. */
final class AppendTimes {
    private final int pairs;
    private final long epochMs;
    private final NavigableMap<Long, Epoch> epochs = new TreeMap<>();
    private long count;
    private long firstMs = Long.MAX_VALUE;
    private long newestMs = Long.MIN_VALUE;

    /**
     * One epoch.
     *
     * @param firstMs by pair, ms since 1970; the largest number where it has no reading
     * @param newestMs the same
     */
    record Epoch(long[] firstMs, long[] newestMs) {
        boolean has(int pair) {
            return firstMs[pair] != Long.MAX_VALUE;
        }
    }

    AppendTimes(int pairs, long epochMs) {
        this.pairs = pairs;
        this.epochMs = epochMs;
    }

    synchronized void note(int pair, long appendedMs) {
        Epoch epoch = epochs.computeIfAbsent(epochEnd(appendedMs), end -> epoch());
        epoch.firstMs[pair] = Math.min(epoch.firstMs[pair], appendedMs);
        epoch.newestMs[pair] = Math.max(epoch.newestMs[pair], appendedMs);
        count++;
        firstMs = Math.min(firstMs, appendedMs);
        newestMs = Math.max(newestMs, appendedMs);
    }

    private Epoch epoch() {
        Epoch epoch = new Epoch(new long[pairs], new long[pairs]);
        Arrays.fill(epoch.firstMs, Long.MAX_VALUE);
        return epoch;
    }

    /** The smallest n · E at or after it. */
    private long epochEnd(long ms) {
        return -Math.floorDiv(-ms, epochMs) * epochMs;
    }

    /** The epochs between two log times, ms, that are whole there; by their ends. */
    synchronized NavigableMap<Long, Epoch> wholeEpochs(long fromMs, long toMs) {
        return Collections.unmodifiableNavigableMap(
                new TreeMap<>(epochs.subMap(epochEnd(fromMs) + epochMs, true, epochEnd(toMs) - epochMs, true)));
    }

    /** Readings of a pair in an epoch, counted once: as many as there are figures to be published of metered products. */
    synchronized long changes() {
        return epochs.values().stream()
                .mapToLong(epoch -> Arrays.stream(epoch.firstMs)
                        .filter(ms -> ms != Long.MAX_VALUE)
                        .count())
                .sum();
    }

    synchronized long firstMs() {
        return firstMs;
    }

    synchronized long newestMs() {
        return newestMs;
    }

    /** By log time. */
    synchronized double readingsPerSecond() {
        return (count - 1) * 1e3 / Math.max(1, newestMs - firstMs);
    }
}
