package io.cradle.connectors.kafka.ticker;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.connector.source.SourceSplit;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiter;

/**
 * Lets one round through per interval, and after a pause does not make up for the rounds missed. It waits on the JDK's
 * own timer thread: a thread of its own would be left behind by every restart of the job.
 */
final class EveryInterval<SplitT extends SourceSplit> implements RateLimiter<SplitT> {
    private static final Executor SAME_THREAD = Runnable::run;

    private final long intervalNanos;
    private long nextNanos = System.nanoTime();

    EveryInterval(long intervalMs) {
        this.intervalNanos = TimeUnit.MILLISECONDS.toNanos(intervalMs);
    }

    @Override
    public CompletionStage<Void> acquire() {
        return acquire(1);
    }

    @Override
    public CompletionStage<Void> acquire(int rounds) {
        long now = System.nanoTime();
        long due = Math.max(now, nextNanos);
        nextNanos = due + intervalNanos * rounds;
        if (due == now) {
            return CompletableFuture.completedFuture(null);
        }
        return CompletableFuture.runAsync(
                () -> {}, CompletableFuture.delayedExecutor(due - now, TimeUnit.NANOSECONDS, SAME_THREAD));
    }
}
