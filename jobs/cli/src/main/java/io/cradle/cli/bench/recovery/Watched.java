package io.cradle.cli.bench.recovery;

import io.cradle.cli.chaos.LargeScript;
import io.cradle.connectors.kafka.KafkaAccess;
import io.cradle.connectors.kafka.OutputReader;
import io.cradle.connectors.kafka.Published;
import io.cradle.schemas.NetworkRevision;
import io.cradle.schemas.ProductFootprint;
import io.cradle.schemas.wire.OutputTopic;
import io.cradle.schemas.wire.SchemaCatalog;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** Reads what the job publishes from now on, in a thread of its own, and notes when it came. Thread safe. */
final class Watched implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(100);

    private final OutputReader reader;
    private final Clock clock;
    private final Thread thread;
    private final NavigableMap<Long, Probe> probes = new TreeMap<>();
    private final Map<Long, Integer> footprints = new HashMap<>();
    private Epoch largest = new Epoch(0, 0);
    private volatile boolean closed;
    private volatile RuntimeException failure;

    /**
     * A figure of the probe.
     *
     * @param figure kgCO2e per kg
     * @param arrivedMs when it was first in hand, ms since 1970
     */
    record Probe(long asOfMs, double figure, long arrivedMs) {}

    /** An epoch, and how many products changed in it. */
    record Epoch(long asOfMs, int productsChanged) {}

    private Watched(OutputReader reader, Clock clock) {
        this.reader = reader;
        this.clock = clock;
        this.thread = new Thread(this::read, "reader");
    }

    static Watched start(KafkaAccess access, SchemaCatalog catalog, Clock clock) {
        Watched watched = new Watched(
                OutputReader.fromEnd(
                        access, catalog, List.of(OutputTopic.PRODUCT_FOOTPRINTS, OutputTopic.NETWORK_REVISIONS)),
                clock);
        watched.thread.start();
        return watched;
    }

    private void read() {
        try (reader) {
            while (!closed) {
                reader.poll(POLL, (published, value) -> take(published));
            }
        } catch (RuntimeException e) {
            failure = e;
        }
    }

    private synchronized void take(Published published) {
        if (published.record() instanceof ProductFootprint footprint) {
            long asOfMs = footprint.getAsOf().toEpochMilli();
            footprints.merge(asOfMs, 1, Integer::sum);
            if (footprint.getProduct().equals(LargeScript.PROBE)) {
                double figure = footprint.getFigures().getPcfExcludingBiogenicUptake();
                probes.putIfAbsent(asOfMs, new Probe(asOfMs, figure, clock.millis()));
            }
        } else if (published.record() instanceof NetworkRevision revision
                && revision.getProductsChanged() > largest.productsChanged()) {
            largest = new Epoch(revision.getAsOf().toEpochMilli(), revision.getProductsChanged());
        }
    }

    /** The epoch in which most products changed. */
    synchronized Epoch largest() {
        throwFailure();
        return largest;
    }

    /** How many footprints of an epoch have arrived. */
    synchronized int footprints(long asOfMs) {
        throwFailure();
        return footprints.getOrDefault(asOfMs, 0);
    }

    /** The newest figure of the probe, by asOf. */
    synchronized Optional<Probe> newestProbe() {
        throwFailure();
        return Optional.ofNullable(probes.lastEntry()).map(Map.Entry::getValue);
    }

    /** The first figure of the probe with a later asOf. */
    synchronized Optional<Probe> probeAfter(long asOfMs) {
        throwFailure();
        return Optional.ofNullable(probes.higherEntry(asOfMs)).map(Map.Entry::getValue);
    }

    private void throwFailure() {
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
    }
}
