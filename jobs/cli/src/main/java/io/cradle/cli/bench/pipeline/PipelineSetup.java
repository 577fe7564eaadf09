package io.cradle.cli.bench.pipeline;

import io.cradle.cli.bench.report.Target;
import io.cradle.rollup.config.Options;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * One case.
 *
 * @param readings how many readings are measured
 * @param networks how many networks share them
 * @param products products of all networks together: no epoch can change more of them
 * @param meters meters of all networks together
 * @param backend where keyed state lives
 */
record PipelineSetup(int readings, int networks, int products, int meters, Options.Backend backend) {
    /** As many subtasks as the machine that the targets speak of has cores. */
    static final int PARALLELISM = 2;

    /** Of every topic; more than subtasks, as a real cluster has. */
    static final int PARTITIONS = 4;

    /** Readings before those that are measured: until then Java compiles the job while it runs. */
    int warmUp() {
        return readings / 2;
    }

    /** The settings of the job; all that are not named here are the defaults. */
    Map<String, String> settings(String bootstrapServers, String checkpoints) {
        return Map.of(
                Options.BOOTSTRAP.key(),
                bootstrapServers,
                Options.CHECKPOINT_DIRECTORY.key(),
                checkpoints,
                Options.PARALLELISM.key(),
                Integer.toString(PARALLELISM),
                Options.BACKEND.key(),
                backendName(),
                // Readings of the whole month are there before it has passed.
                Options.FUTURE_TOLERANCE.key(),
                "32 d");
    }

    /** The job's readings per second, of those of a consumer that only decodes. */
    Target speed() {
        return Target.atLeast(backend == Options.Backend.ROCKSDB ? 0.12 : 0.35);
    }

    Map<String, Object> named() {
        Map<String, Object> named = new LinkedHashMap<>();
        named.put("networks", networks);
        named.put("backend", backendName());
        return named;
    }

    String backendName() {
        return backend.name().toLowerCase(Locale.ROOT);
    }
}
