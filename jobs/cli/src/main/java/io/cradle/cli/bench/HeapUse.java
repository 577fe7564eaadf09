package io.cradle.cli.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;

/** What is reachable on the heap: used bytes right after collections, as the JVM counts them. */
public final class HeapUse {
    private static final double GB = 1e9;
    private static final int COLLECTIONS = 3;

    private HeapUse() {}

    /** GB in use, everything in this JVM included: only differences say something. */
    public static double gb() {
        MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
        for (int i = 0; i < COLLECTIONS; i++) {
            // References that are cleared in one collection free what they held in the next.
            memory.gc();
        }
        return memory.getHeapMemoryUsage().getUsed() / GB;
    }
}
