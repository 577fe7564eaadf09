package io.cradle.rollup.settle;

import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/** The networks of a subtask; compiled ones leave when they exceed a budget, the least recently settled first. */
final class NetworkCache {
    private final long budgetBytes;
    private final Map<String, LiveNetwork> live = new HashMap<>();
    private final LinkedHashMap<String, Long> compiledBytes = new LinkedHashMap<>(16, 0.75f, true);
    private long totalBytes;

    NetworkCache(long budgetBytes) {
        this.budgetBytes = budgetBytes;
    }

    /** The network, or null where it has not been met since the start. */
    LiveNetwork get(String network) {
        return live.get(network);
    }

    void put(String network, LiveNetwork entry) {
        live.put(network, entry);
    }

    /** Every network that has been met since the start. */
    Iterable<LiveNetwork> all() {
        return live.values();
    }

    /** Notes that a network has just been settled, and makes room by letting go of others. */
    void settled(String network, LiveNetwork entry) {
        long bytes = entry.compiled.estimatedBytes();
        Long before = compiledBytes.put(network, bytes);
        totalBytes += bytes - (before == null ? 0 : before);
        for (Iterator<Map.Entry<String, Long>> eldest = compiledBytes.entrySet().iterator();
                totalBytes > budgetBytes && eldest.hasNext(); ) {
            Map.Entry<String, Long> candidate = eldest.next();
            if (!candidate.getKey().equals(network)) {
                live.get(candidate.getKey()).compiled = null;
                totalBytes -= candidate.getValue();
                eldest.remove();
            }
        }
    }
}
