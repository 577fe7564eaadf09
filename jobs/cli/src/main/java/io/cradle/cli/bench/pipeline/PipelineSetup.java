package io.cradle.cli.bench.pipeline;

import io.cradle.rollup.config.Options;
import java.util.Map;

/**
 * What is measured.
 *
 * @param readings how many readings are written
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
                backend == Options.Backend.ROCKSDB ? "rocksdb" : "heap",
                // Readings of the whole month are there before it has passed.
                Options.FUTURE_TOLERANCE.key(),
                "32 d");
    }
}
