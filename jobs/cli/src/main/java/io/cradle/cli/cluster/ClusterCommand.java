package io.cradle.cli.cluster;

import io.cradle.cli.ExitCode;
import io.cradle.cli.job.TemporaryDirectory;
import io.cradle.cli.terminal.Surroundings;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code cradle cluster}. */
@Command(
        name = "cluster",
        mixinStandardHelpOptions = true,
        description = {
            "Starts a real cluster on loopback: brokers, JobManager and TaskManagers as processes.",
            "They are configured by the files in docker/ and have all topics. Processes that end are started again, the job",
            "from its newest checkpoint. Ctrl-C stops everything."
        },
        footer = {"", "Example: cradle cluster --brokers 3 --directory /tmp/cradle-cluster"})
public final class ClusterCommand implements Callable<Integer> {
    @Option(
            names = "--directory",
            paramLabel = "DIR",
            description =
                    "Keeps logs, state and output of the processes (default: a temporary one, deleted at the end).")
    private Path directory;

    @Mixin
    private ClusterOptions options;

    private final Surroundings surroundings;

    ClusterCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        if (directory != null) {
            run(directory);
        } else {
            try (TemporaryDirectory temporary = TemporaryDirectory.create("cradle-cluster")) {
                run(temporary.path());
            }
        }
        return ExitCode.DONE;
    }

    private void run(Path in) {
        surroundings.terminal().say("starting the processes in " + in + " …");
        ClusterPlan plan = options.plan(in, Map.of());
        try (ProcessCluster cluster = ProcessCluster.start(ClusterOptions.home(), plan, surroundings.stop())) {
            surroundings
                    .terminal()
                    .say("the job runs: Kafka at " + cluster.access().bootstrapServers() + ", Flink's page at "
                            + cluster.flink().rest().url() + "; Ctrl-C ends it");
            surroundings.stop().await();
            surroundings.terminal().say("stopping …");
        }
    }
}
