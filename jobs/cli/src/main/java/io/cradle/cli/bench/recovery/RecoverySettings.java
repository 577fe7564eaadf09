package io.cradle.cli.bench.recovery;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What {@code bench recovery} was asked for.
 *
 * @param sizes products of the network; a cluster is started for each
 * @param backend heap or rocksdb
 * @param kills of the TaskManager, in every case
 * @param memory of the TaskManager, all of the process, as Flink writes it, such as 3g
 */
record RecoverySettings(List<Integer> sizes, String backend, int kills, String memory, long seed) {
    RecoverySettings {
        sizes = List.copyOf(sizes);
    }

    Map<String, Object> named() {
        Map<String, Object> named = new LinkedHashMap<>();
        named.put("products", sizes);
        named.put("backend", backend);
        named.put("kills", kills);
        named.put("TaskManager", memory);
        named.put("seed", String.valueOf(seed));
        return named;
    }
}
