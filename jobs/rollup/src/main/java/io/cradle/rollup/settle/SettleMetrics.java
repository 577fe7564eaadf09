package io.cradle.rollup.settle;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.Histogram;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.runtime.metrics.DescriptiveStatisticsHistogram;

/**
 * What a subtask tells those who operate the job, by the names in {@code docs/operations.md}. The only place of the job
 * that reads a wall clock; nothing of it enters a figure.
 */
final class SettleMetrics {
    private static final int SETTLEMENTS_REMEMBERED = 1000;

    private final Counter lateRecords;
    private final Counter epochsSettled;
    private final Counter publications;
    private final Counter parkedRecords;
    private final Counter rejectedRecords;
    private final Histogram settleMs;
    private final LongSupplier clockMs;
    // Written by the task, read by the reporter.
    private final AtomicLong networks = new AtomicLong();
    private final AtomicLong awaitingEpoch = new AtomicLong();
    private final AtomicLong passedMs;

    /**
     * Registers the metrics.
     *
     * @param clockMs wall clock, ms since 1970
     */
    SettleMetrics(MetricGroup group, LongSupplier clockMs) {
        this.clockMs = clockMs;
        this.passedMs = new AtomicLong(clockMs.getAsLong());
        lateRecords = group.counter("lateRecords");
        epochsSettled = group.counter("epochsSettled");
        publications = group.counter("publications");
        parkedRecords = group.counter("parkedRecords");
        rejectedRecords = group.counter("rejectedRecords");
        settleMs = group.histogram("settleMs", new DescriptiveStatisticsHistogram(SETTLEMENTS_REMEMBERED));
        group.gauge("networks", (Gauge<Long>) networks::get);
        group.gauge("recordsAwaitingEpoch", (Gauge<Long>) awaitingEpoch::get);
        group.gauge("epochLagMs", (Gauge<Long>) this::epochLagMs);
    }

    /** A network is met for the first time since the start, with so many records that wait for their epoch. */
    void met(long waiting) {
        networks.incrementAndGet();
        awaitingEpoch.addAndGet(waiting);
    }

    /** Records begin to wait for their epoch. */
    void beginToWait(int records) {
        awaitingEpoch.addAndGet(records);
    }

    /** A record came after its epoch was settled. */
    void late() {
        lateRecords.inc();
    }

    /** The watermark has passed the end of an epoch. */
    void passed(long epochEndMs) {
        passedMs.set(epochEndMs);
    }

    void rejected() {
        rejectedRecords.inc();
    }

    /** An epoch of a network was settled, and with it so many records that had waited. */
    void settled(EpochOutcomes outcomes, int published, int records, double milliseconds) {
        epochsSettled.inc();
        publications.inc(published);
        parkedRecords.inc(outcomes.parked());
        awaitingEpoch.addAndGet(-records);
        settleMs.update(Math.round(milliseconds));
    }

    /** Without a network nothing waits for an epoch, and no timer says which one has passed. */
    private long epochLagMs() {
        return networks.get() == 0 ? 0 : Math.max(0, clockMs.getAsLong() - passedMs.get());
    }
}
