package io.cradle.connectors.kafka.ticker;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.apache.flink.api.connector.source.SourceSplit;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiter;

/**
 * Lets one round through per interval, and after a pause does not make up for the rounds missed. It waits on the JDK's
 * own timer thread: a thread of its own would be left behind by every restart of the job.
 */
final class EveryInterval<SplitT extends SourceSplit> implements RateLimiter<SplitT> {
    private static final Executor SAME_THREAD = Runnable::run;

    private final long intervalNanos;
    private final LongSupplier clockNanos;
    private long nextNanos;

    /**
     * Sets the pace.
     *
     * @param clockNanos a clock like {@link System#nanoTime}, which may run through the limits of a long
     */
    EveryInterval(long intervalMs, LongSupplier clockNanos) {
        this.intervalNanos = TimeUnit.MILLISECONDS.toNanos(intervalMs);
        this.clockNanos = clockNanos;
        this.nextNanos = clockNanos.getAsLong();
    }

    @Override
    public CompletionStage<Void> acquire() {
        return acquire(1);
    }

    @Override
    public CompletionStage<Void> acquire(int rounds) {
        long now = clockNanos.getAsLong();
        long waitNanos = Math.max(0, nextNanos - now);
        nextNanos = now + waitNanos + intervalNanos * rounds;
        return waitNanos == 0
                ? CompletableFuture.completedFuture(null)
                : CompletableFuture.runAsync(
                        () -> {}, CompletableFuture.delayedExecutor(waitNanos, TimeUnit.NANOSECONDS, SAME_THREAD));
    }
}
