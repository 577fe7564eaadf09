package io.cradle.cli.bench.report;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * What a benchmark ran on.
 *
 * @param commit of the source
 * @param began ISO 8601, UTC
 * @param loadBefore processes that wanted to run in the minute before, of everybody; negative where the system cannot say
 * @param loadAfter the same at the end
 */
public record Machine(
        String commit,
        String began,
        double seconds,
        String processor,
        int processors,
        double memoryGB,
        String system,
        String jdk,
        double heapGB,
        double loadBefore,
        double loadAfter) {
    private static final double GB = 1e9;

    /** This machine and JVM. */
    public static Machine here(String commit, String began, double seconds, double loadBefore) {
        Runtime runtime = Runtime.getRuntime();
        return new Machine(
                commit,
                began,
                seconds,
                processorName(),
                runtime.availableProcessors(),
                operatingSystem().getTotalMemorySize() / GB,
                System.getProperty("os.name") + " " + System.getProperty("os.arch"),
                System.getProperty("java.vm.name") + " " + Runtime.version(),
                runtime.maxMemory() / GB,
                loadBefore,
                load());
    }

    /** Processes that wanted to run in the last minute. */
    public static double load() {
        return operatingSystem().getSystemLoadAverage();
    }

    String sentence() {
        return String.format(
                "%s, %d processors, %.0f GB; %s, heap %.1f GB; commit %s; %s, %.0f s; load %.1f before, %.1f after",
                processor, processors, memoryGB, jdk, heapGB, commit, began, seconds, loadBefore, loadAfter);
    }

    private static OperatingSystemMXBean operatingSystem() {
        return (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    }

    private static String processorName() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown processor");
        } catch (IOException | RuntimeException e) {
            // Only Linux says it there.
            return "unknown processor";
        }
    }
}
