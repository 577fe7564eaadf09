package io.cradle.cli.bench.settle;

import io.cradle.testkit.realistic.Family;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What {@code bench settle} was asked for.
 *
 * @param sizes numbers of products
 * @param changes in one epoch
 * @param samples of the latency of one change
 * @param samplingPatience processor time after which there are enough samples
 * @param repetitions of everything that takes long
 * @param luPatience how long the sparse LU may take per network; zero leaves it out
 */
record SettleSettings(
        List<Family> families,
        List<Integer> sizes,
        int changes,
        int samples,
        Duration samplingPatience,
        int repetitions,
        Duration luPatience,
        long seed) {
    SettleSettings {
        families = List.copyOf(families);
        sizes = List.copyOf(sizes);
    }

    Map<String, Object> named() {
        Map<String, Object> named = new LinkedHashMap<>();
        named.put("families", families.stream().map(Family::label).toList());
        named.put("sizes", sizes);
        named.put("changes", changes);
        named.put("samples", samples);
        named.put("sampling seconds", (int) samplingPatience.toSeconds());
        named.put("repetitions", repetitions);
        named.put("LU seconds", (int) luPatience.toSeconds());
        named.put("seed", String.valueOf(seed));
        return named;
    }
}
