package io.cradle.cli.chaos;

import io.cradle.testkit.cluster.FlinkRest;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Follows the job's counter of late records in a thread of its own. The counter begins anew with every restart, so the
 * highest value ever seen counts.
 */
final class LateRecords implements AutoCloseable {
    private static final String COUNTER = "settle.lateRecords";
    private static final Duration BETWEEN = Duration.ofSeconds(1);

    private final FlinkRest rest;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread = new Thread(this::follow, "late records");
    private OptionalLong highest = OptionalLong.empty();

    private LateRecords(FlinkRest rest) {
        this.rest = rest;
    }

    static LateRecords watch(FlinkRest rest) {
        LateRecords watch = new LateRecords(rest);
        watch.thread.start();
        return watch;
    }

    /** The highest count seen; empty where the job never told one. */
    synchronized OptionalLong highest() {
        return highest;
    }

    private void follow() {
        try {
            while (!closed.await(BETWEEN.toMillis(), TimeUnit.MILLISECONDS)) {
                note(rest.sumOfMetric(COUNTER));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void note(OptionalLong now) {
        if (now.isPresent()) {
            highest = OptionalLong.of(Math.max(now.getAsLong(), highest.orElse(0)));
        }
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
