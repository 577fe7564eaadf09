package io.cradle.connectors.kafka.ticker;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.flink.api.connector.source.lib.NumberSequenceSource.NumberSequenceSplit;
import org.junit.jupiter.api.Test;

class EveryIntervalTest {
    private static final long INTERVAL_MS = TimeUnit.HOURS.toMillis(1);

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);
    private final EveryInterval<NumberSequenceSplit> pace = new EveryInterval<>(INTERVAL_MS, nanos::get);

    @Test
    void oneRoundPerInterval() {
        assertTrue(isDue(pace.acquire()));
        assertFalse(isDue(pace.acquire()));
    }

    @Test
    void anIntervalLaterTheNextIsDue() {
        assertTrue(isDue(pace.acquire()));
        nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(INTERVAL_MS));
        assertTrue(isDue(pace.acquire()));
    }

    @Test
    void roundsMissedAreNotMadeUpFor() {
        assertTrue(isDue(pace.acquire()));
        nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(10 * INTERVAL_MS));
        assertTrue(isDue(pace.acquire()));
        assertFalse(isDue(pace.acquire()));
    }

    @Test
    void aRoundThatHasToWaitComesByItself() throws Exception {
        EveryInterval<NumberSequenceSplit> fast = new EveryInterval<>(20, System::nanoTime);
        assertTrue(isDue(fast.acquire()));
        fast.acquire().toCompletableFuture().get(30, TimeUnit.SECONDS);
    }

    private static boolean isDue(CompletionStage<Void> round) {
        return round.toCompletableFuture().isDone();
    }
}
