package io.cradle.cli.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/**
 * Seconds of processor time. What is measured with it waits for nothing, so on a machine of its own this is what a clock
 * on the wall says; on a shared one it leaves out when others had the processor.
 */
public final class Stopwatch {
    private static final double NANOS = 1e9;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private Stopwatch() {}

    /** Of this thread alone. */
    public static double seconds(Runnable work) {
        long start = THREADS.getCurrentThreadCpuTime();
        work.run();
        return (THREADS.getCurrentThreadCpuTime() - start) / NANOS;
    }

    /**
     * Of the whole JVM, so also of the garbage collector, which works for what is measured. Counted in ticks of some
     * milliseconds: for work of at least a second.
     */
    public static double secondsOfAll(Runnable work) {
        long start = SYSTEM.getProcessCpuTime();
        work.run();
        return (SYSTEM.getProcessCpuTime() - start) / NANOS;
    }
}
