package io.cradle.cli.bench.freshness;

import com.sun.management.OperatingSystemMXBean;
import io.cradle.cli.bench.report.Machine;
import io.cradle.cli.bench.report.Spread;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** Who had the processors of this machine for a while: this process with those that it started, or others. */
final class MachineUse {
    private static final double NANOS = 1e9;
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private final long startNanos = System.nanoTime();
    private final Duration ownAtStart = own();
    private final DoubleStream.Builder loads = DoubleStream.builder().add(Machine.load());

    /**
     * What was used from the begin to the end.
     *
     * @param own processors that this process and those below it had in the mean
     * @param others processors that everybody else had; not a number where the system does not say
     * @param load processes that wanted to run, of everybody, sampled
     */
    record Use(double own, double others, Spread load) {}

    private MachineUse() {
        // It tells what was used since it was asked last.
        SYSTEM.getCpuLoad();
    }

    static MachineUse begin() {
        return new MachineUse();
    }

    void sample() {
        loads.add(Machine.load());
    }

    Use end() {
        double seconds = (System.nanoTime() - startNanos) / NANOS;
        double own = own().minus(ownAtStart).toNanos() / NANOS / seconds;
        double busy = SYSTEM.getCpuLoad();
        double all = busy < 0 ? Double.NaN : busy * SYSTEM.getAvailableProcessors();
        return new Use(own, Math.max(0, all - own), Spread.of(loads.build().toArray()));
    }

    private static Duration own() {
        ProcessHandle here = ProcessHandle.current();
        return Stream.concat(Stream.of(here), here.descendants())
                .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }
}
