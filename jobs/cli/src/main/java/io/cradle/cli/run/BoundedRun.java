package io.cradle.cli.run;

import io.cradle.cli.CommandException;
import io.cradle.cli.job.LocalCluster;
import io.cradle.cli.job.LocalJob;
import io.cradle.cli.terminal.StatusLine;
import io.cradle.cli.terminal.Surroundings;
import io.cradle.connectors.files.OutputDirectory;
import io.cradle.connectors.files.RunProgress;
import io.cradle.connectors.files.input.InputDirectory;
import io.cradle.rollup.FileRollup;
import io.cradle.rollup.RollupEnvironment;
import io.cradle.rollup.config.Options;
import io.cradle.rollup.config.Settings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** One run of the job on files. */
final class BoundedRun {
    private static final Duration LOOK_AGAIN = Duration.ofMillis(200);

    private final InputDirectory input;
    private final OutputDirectory results;
    private final Settings settings;
    private final Surroundings surroundings;
    private final Instant began;
    private RunProgress progress;

    BoundedRun(InputDirectory input, OutputDirectory results, Settings settings, Surroundings surroundings) {
        this.input = input;
        this.results = results;
        this.settings = settings;
        this.surroundings = surroundings;
        this.began = surroundings.clock().instant();
    }

    /** Runs until the input ends. */
    void execute() {
        String runId = UUID.randomUUID().toString();
        try (RunProgress watched = RunProgress.watch(runId);
                LocalCluster cluster = LocalCluster.start(settings.get(Options.PARALLELISM), LocalCluster.ANY_PORT)) {
            progress = watched;
            StreamExecutionEnvironment env = cluster.environment(RollupEnvironment.boundedConfiguration());
            FileRollup.define(env, settings, input, results, runId);
            follow(cluster.submit(env, "cradle run"));
        }
    }

    List<String> summary() {
        Duration took = Duration.between(began, surroundings.clock().instant());
        return RunSummary.lines(input, progress, results, took);
    }

    private void follow(LocalJob job) {
        try (StatusLine status = new StatusLine(surroundings.terminal())) {
            while (!job.awaitEnd(LOOK_AGAIN)) {
                status.draw("reading", progress.bytesRead(), input.totalBytes());
                if (surroundings.stop().isGiven()) {
                    job.cancel();
                    throw new CommandException("stopped before the end of the input: the results in "
                            + results.location() + " are not complete");
                }
            }
        }
    }
}
