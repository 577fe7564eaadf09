package io.cradle.cli.bench.growth;

import io.cradle.testkit.realistic.Family;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What {@code bench growth} was asked for.
 *
 * @param sizes products of one network
 * @param counts numbers of networks
 * @param productsEach of every one of several networks
 * @param epochs measured in every case
 * @param changes in an epoch
 */
record GrowthSettings(
        Family family,
        List<Integer> sizes,
        List<Integer> counts,
        int productsEach,
        int epochs,
        int changes,
        long seed) {
    GrowthSettings {
        sizes = List.copyOf(sizes);
        counts = List.copyOf(counts);
    }

    Map<String, Object> named() {
        Map<String, Object> named = new LinkedHashMap<>();
        named.put("family", family.label());
        named.put("sizes", sizes);
        named.put("networks", counts);
        named.put("products each", productsEach);
        named.put("epochs", epochs);
        named.put("changes in an epoch", changes);
        named.put("seed", String.valueOf(seed));
        return named;
    }
}
