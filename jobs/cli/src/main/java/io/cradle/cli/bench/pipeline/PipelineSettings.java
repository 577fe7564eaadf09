package io.cradle.cli.bench.pipeline;

import io.cradle.rollup.config.Options;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What {@code bench pipeline} was asked for.
 *
 * @param readings how many readings are measured; a fifth of them is written before, to warm up
 * @param products products of all networks together: no epoch can change more of them
 * @param meters meters of all networks together
 * @param networks how many networks share them; a log is written for each
 * @param backends where keyed state lives; the job runs once on each
 * @param seed decides the readings
 */
record PipelineSettings(
        int readings, int products, int meters, List<Integer> networks, List<Options.Backend> backends, long seed) {
    PipelineSettings {
        networks = List.copyOf(networks);
        backends = List.copyOf(backends);
    }

    /** The most readings that a month has room for, and others to warm up: one per meter and quarter of an hour. */
    static long most(int meters) {
        return (long) meters * MeteredPlants.MOST_PER_METER * 2 / 3;
    }

    PipelineSetup setup(int networkCount, Options.Backend backend) {
        return new PipelineSetup(readings, networkCount, products, meters, backend);
    }

    Map<String, Object> named() {
        Map<String, Object> named = new LinkedHashMap<>();
        named.put("readings", readings);
        named.put("products", products);
        named.put("meters", meters);
        named.put("networks", networks);
        named.put("parallelism", PipelineSetup.PARALLELISM);
        named.put("seed", String.valueOf(seed));
        return named;
    }
}
