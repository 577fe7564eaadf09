package io.cradle.cli.bench.freshness;

import io.cradle.connectors.kafka.KafkaAccess;
import io.cradle.connectors.kafka.OutputReader;
import io.cradle.connectors.kafka.Published;
import io.cradle.schemas.ProductFootprint;
import io.cradle.schemas.wire.OutputTopic;
import io.cradle.schemas.wire.SchemaCatalog;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads product-footprints in a thread of its own, as whoever shows them would, and notes when it has each in hand,
 * decoded. Thread safe.
 */
final class Dashboard implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(100);

    private final OutputReader reader;
    private final Clock clock;
    private final int changing;
    private final Thread thread;
    private final Map<Long, Epoch> epochs = new TreeMap<>();
    private long count;
    private long newestMs;
    private volatile boolean closed;
    private volatile RuntimeException failure;

    /**
     * What arrived of one epoch.
     *
     * @param inHandMs by number of the changing product, ms since 1970; 0 where it has not arrived
     */
    record Epoch(long[] inHandMs) {
        double publications() {
            long published = 0;
            for (long ms : inHandMs) {
                published += ms == 0 ? 0 : 1;
            }
            return published;
        }
    }

    private Dashboard(OutputReader reader, Clock clock, int changing) {
        this.reader = reader;
        this.clock = clock;
        this.changing = changing;
        this.newestMs = clock.millis();
        this.thread = new Thread(this::read, "dashboard");
    }

    /**
     * Begins to read what is published from now on.
     *
     * @param clock the one that the broker runs by, too
     * @param changing how many products there are to look for
     */
    static Dashboard open(KafkaAccess access, SchemaCatalog catalog, Clock clock, int changing) {
        Dashboard dashboard = new Dashboard(
                OutputReader.fromEnd(access, catalog, List.of(OutputTopic.PRODUCT_FOOTPRINTS)), clock, changing);
        dashboard.thread.start();
        return dashboard;
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
        newestMs = clock.millis();
        if (!(published.record() instanceof ProductFootprint footprint)) {
            return;
        }
        int product = MeteredNetwork.changing(footprint.getProduct());
        if (product < 0) {
            return;
        }
        Epoch epoch = epochs.computeIfAbsent(footprint.getAsOf().toEpochMilli(), asOf -> new Epoch(new long[changing]));
        if (epoch.inHandMs[product] == 0) {
            epoch.inHandMs[product] = newestMs;
            count++;
        }
    }

    /** How many figures of changing products have arrived; one of the same product and epoch counts once. */
    synchronized long count() {
        throwFailure();
        return count;
    }

    /** When the newest footprint of any product arrived, ms since 1970. */
    synchronized long newestMs() {
        return newestMs;
    }

    /** What arrived, by asOf, ms. */
    synchronized Map<Long, Epoch> epochs() {
        throwFailure();
        return new TreeMap<>(epochs);
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
