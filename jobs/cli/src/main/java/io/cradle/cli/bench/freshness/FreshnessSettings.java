package io.cradle.cli.bench.freshness;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What {@code bench freshness} was asked for.
 *
 * @param products of the network, those that change among them
 * @param rate readings appended per second
 * @param changed products that change in an epoch: a metered one and the one made of it, by turns
 * @param seconds measured
 * @param warmUpSeconds before them, at the same rate
 * @param epochMs length of an epoch of the job
 * @param memory of the process that settles, as Flink writes it, such as 3g
 */
record FreshnessSettings(
        int products, int rate, int changed, int seconds, int warmUpSeconds, long epochMs, String memory, long seed) {
    private static final double MILLIS = 1e3;

    int metered() {
        return changed / 2;
    }

    /** As many as report once an epoch, which is the same number for every metered product; at least one each. */
    int meters() {
        return metered() * (int) Math.max(1, rate * epochMs / MILLIS / metered());
    }

    /** How many readings are appended, warm-up included. */
    long readings() {
        return (long) rate * (warmUpSeconds + seconds);
    }

    Map<String, Object> named() {
        Map<String, Object> named = new LinkedHashMap<>();
        named.put("products", products);
        named.put("readings/s", rate);
        named.put("products changed in an epoch", changed);
        named.put("meters", meters());
        named.put("epoch, ms", epochMs);
        named.put("seconds", seconds);
        named.put("warm-up, s", warmUpSeconds);
        named.put("TaskManager", memory);
        named.put("seed", String.valueOf(seed));
        return named;
    }
}
