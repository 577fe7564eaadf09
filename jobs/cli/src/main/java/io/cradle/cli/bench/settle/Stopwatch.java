package io.cradle.cli.bench.settle;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/**
 * Seconds of processor time of this thread. What is measured here runs on one thread and waits for nothing, so on a
 * machine of its own that is what a clock on the wall says; on a shared one it leaves out when others had the processor.
 */
final class Stopwatch {
    private static final double NANOS = 1e9;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private Stopwatch() {}

    static double seconds(Runnable work) {
        long start = THREADS.getCurrentThreadCpuTime();
        work.run();
        return (THREADS.getCurrentThreadCpuTime() - start) / NANOS;
    }
}
