package io.cradle.rollup;

import io.cradle.rollup.config.Options;
import io.cradle.rollup.config.SettingException;
import io.cradle.rollup.config.Settings;
import java.time.Duration;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.ReadableConfig;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.core.execution.CheckpointingMode;

/** What Flink must be told before the graph is drawn: fixed from the first day, because savepoints depend on it. */
public final class RollupEnvironment {
    private RollupEnvironment() {}

    /** Flink's configuration for a job that runs without end. */
    public static Configuration configuration(Settings settings) {
        Configuration flink = pipeline();
        flink.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, settings.get(Options.CHECKPOINT_INTERVAL));
        flink.set(CheckpointingOptions.CHECKPOINTING_CONSISTENCY_MODE, CheckpointingMode.EXACTLY_ONCE);
        // Aligned, whatever the cluster prefers: what is under way between operators has no place in a checkpoint, and
        // the copies of the factors agree only where every subtask stands at the same watermark.
        flink.set(CheckpointingOptions.ENABLE_UNALIGNED, false);
        flink.set(CheckpointingOptions.MAX_RETAINED_CHECKPOINTS, settings.get(Options.CHECKPOINTS_RETAINED));
        flink.set(
                CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
                ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
        String directory = settings.get(Options.CHECKPOINT_DIRECTORY);
        if (!directory.isEmpty()) {
            flink.set(CheckpointingOptions.CHECKPOINT_STORAGE, "filesystem");
            flink.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, directory);
        }
        flink.set(
                StateBackendOptions.STATE_BACKEND,
                settings.get(Options.BACKEND) == Options.Backend.ROCKSDB ? "rocksdb" : "hashmap");
        return flink;
    }

    /**
     * Refuses checkpoints in the JobManager's memory, which a job on a cluster would come to rely on.
     *
     * @param flink what the job gets in the end, from its settings and from the cluster
     * @throws SettingException if neither says where checkpoints are kept
     */
    static void requireLastingCheckpoints(ReadableConfig flink) {
        if (flink.getOptional(CheckpointingOptions.CHECKPOINTS_DIRECTORY).isEmpty()) {
            throw new SettingException(
                    Options.CHECKPOINT_DIRECTORY.key()
                            + " is empty, so checkpoints would be in the JobManager's memory, lost with it and too small for more"
                            + " than 5 MB of state: set it to a URI that every process of the cluster reaches, such as"
                            + " file:///var/lib/cradle/checkpoints, or set execution.checkpointing.dir in Flink's configuration");
        }
    }

    /** Flink's configuration for a bounded run: it is run again rather than restored. */
    public static Configuration boundedConfiguration() {
        Configuration flink = pipeline();
        flink.setString("restart-strategy.type", "none");
        return flink;
    }

    private static Configuration pipeline() {
        Configuration flink = new Configuration();
        flink.set(PipelineOptions.GENERIC_TYPES, false);
        flink.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
        flink.set(PipelineOptions.OBJECT_REUSE, true);
        flink.set(PipelineOptions.MAX_PARALLELISM, Uids.MAX_PARALLELISM);
        flink.set(PipelineOptions.AUTO_WATERMARK_INTERVAL, Duration.ofMillis(50));
        // Timers on the heap: a firing per network and epoch must not touch the backend.
        flink.setString("state.backend.rocksdb.timer-service.factory", "HEAP");
        return flink;
    }
}
