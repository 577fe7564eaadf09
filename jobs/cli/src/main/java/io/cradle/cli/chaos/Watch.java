package io.cradle.cli.chaos;

import io.cradle.connectors.kafka.OutputReader;
import io.cradle.connectors.kafka.Published;
import io.cradle.schemas.NetworkRevision;
import io.cradle.schemas.ProductFootprint;
import io.cradle.schemas.RejectedRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

/** Reads what the job writes, while it writes it, in a thread of its own, and keeps everything it saw. Thread safe. */
final class Watch implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(200);

    private final OutputReader reader;
    private final Thread thread;
    private final Map<String, List<byte[]>> footprints = new TreeMap<>();
    private final Set<List<String>> complete = new HashSet<>();
    private final Map<String, Set<String>> rejections = new TreeMap<>();
    private final Map<String, Long> settledUpToMs = new HashMap<>();
    private int count;
    private long newestAsOfMs = Long.MIN_VALUE;
    private long newestArrivedNanos = System.nanoTime();
    private long lastArrivalNanos = System.nanoTime();
    private long longestGapNanos;
    private boolean gapsCount;
    private volatile boolean closed;
    private volatile RuntimeException failure;

    private Watch(OutputReader reader) {
        this.reader = reader;
        this.thread = new Thread(this::read, "reader");
    }

    /** Begins to read; the reader of footprints, revisions and rejections is closed with the watch. */
    static Watch start(OutputReader reader) {
        Watch watch = new Watch(reader);
        watch.thread.start();
        return watch;
    }

    private void read() {
        try {
            while (!closed) {
                reader.poll(POLL, this::take);
            }
        } catch (RuntimeException e) {
            failure = e;
        }
    }

    private synchronized void take(Published published, byte[] value) {
        lastArrivalNanos = System.nanoTime();
        if (published.record() instanceof ProductFootprint footprint) {
            count++;
            footprints
                    .computeIfAbsent(footprint.getNetwork(), n -> new ArrayList<>())
                    .add(value);
            if ("complete".equals(footprint.getResult())) {
                complete.add(List.of(footprint.getNetwork(), footprint.getProduct()));
            }
            noteTime(footprint.getAsOf().toEpochMilli());
        } else if (published.record() instanceof NetworkRevision revision) {
            settledUpToMs.merge(revision.getNetwork(), revision.getAsOf().toEpochMilli(), Math::max);
        } else if (published.record() instanceof RejectedRecord rejected) {
            String position = rejected.getTopic() + "/" + rejected.getPartition() + "/" + rejected.getOffset();
            rejections.computeIfAbsent(position, p -> new TreeSet<>()).add(rejected.getReason());
        }
    }

    private void noteTime(long asOfMs) {
        if (asOfMs > newestAsOfMs) {
            if (gapsCount) {
                longestGapNanos = Math.max(longestGapNanos, lastArrivalNanos - newestArrivedNanos);
            }
            newestAsOfMs = asOfMs;
            newestArrivedNanos = lastArrivalNanos;
        }
    }

    /** From now on gaps between publications are measured, or no longer. */
    synchronized void countGaps(boolean count) {
        long now = System.nanoTime();
        if (gapsCount) {
            longestGapNanos = Math.max(longestGapNanos, now - newestArrivedNanos);
        }
        newestArrivedNanos = now;
        gapsCount = count;
    }

    /** Log time up to which footprints were seen, ms; or Long.MIN_VALUE. */
    synchronized long newestAsOfMs() {
        requireHealthy();
        return newestAsOfMs;
    }

    /** Log time up to which a network is known to be settled, ms; or Long.MIN_VALUE. */
    synchronized long settledUpToMs(String network) {
        requireHealthy();
        return settledUpToMs.getOrDefault(network, Long.MIN_VALUE);
    }

    /** Whether nothing has arrived for some time. */
    synchronized boolean isQuietFor(Duration time) {
        requireHealthy();
        return System.nanoTime() - lastArrivalNanos > time.toNanos();
    }

    /** How many footprints were seen. */
    synchronized int count() {
        requireHealthy();
        return count;
    }

    /** How many products were seen complete, each counted once. */
    synchronized int completeProducts() {
        requireHealthy();
        return complete.size();
    }

    /** Longest time without a newer publication while gaps were counted. */
    synchronized Duration longestGap() {
        return Duration.ofMillis(TimeUnit.NANOSECONDS.toMillis(longestGapNanos));
    }

    /** Everything that was seen so far. */
    synchronized Seen seen() {
        Map<String, List<byte[]>> copies = new TreeMap<>();
        footprints.forEach((network, values) -> copies.put(network, List.copyOf(values)));
        return new Seen(copies, new TreeMap<>(rejections));
    }

    private void requireHealthy() {
        if (failure != null) {
            throw failure;
        }
    }

    @Override
    public void close() {
        closed = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        reader.close();
    }
}
