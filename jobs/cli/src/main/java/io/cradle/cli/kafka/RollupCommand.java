package io.cradle.cli.kafka;

import io.cradle.cli.CommandException;
import io.cradle.cli.ExitCode;
import io.cradle.cli.job.JobFailedException;
import io.cradle.cli.job.LocalCluster;
import io.cradle.cli.job.LocalJob;
import io.cradle.cli.settings.SettingOptions;
import io.cradle.cli.terminal.Surroundings;
import io.cradle.rollup.KafkaRollup;
import io.cradle.rollup.RollupEnvironment;
import io.cradle.rollup.config.Options;
import io.cradle.rollup.config.Settings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code cradle rollup}. */
@Command(
        name = "rollup",
        mixinStandardHelpOptions = true,
        description = {
            "Runs the job in this process against Kafka, until Ctrl-C.",
            "It begins with the oldest record of the log, or goes on from a savepoint.",
            "On a Flink cluster: flink run cradle-rollup-0.1.0-job.jar --config FILE."
        },
        footer = {
            "",
            "Example: cradle rollup --config cradle.properties --bootstrap-servers 127.0.0.1:9092",
            "Upgrade: stop with --savepoint-on-stop saves, start the new version with",
            "         --from-savepoint saves/savepoint-1a2b3c-0123456789ab"
        })
public final class RollupCommand implements Callable<Integer> {
    private static final Duration LOOK_AGAIN = Duration.ofMillis(500);

    @Option(names = "--config", paramLabel = "FILE", description = "Settings of the job; `cradle settings` lists them.")
    private Path config;

    @Option(
            names = "--bootstrap-servers",
            paramLabel = "HOST:PORT[,...]",
            description = "Kafka brokers to ask first; the same as --set kafka.bootstrap.servers=...")
    private String bootstrapServers;

    @Mixin
    private SettingOptions more;

    @Mixin
    private SavepointOptions savepoints;

    private final Surroundings surroundings;

    RollupCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Settings settings = settings();
        savepoints.require();
        Optional<String> savepoint;
        try (LocalCluster cluster = LocalCluster.start(settings.get(Options.PARALLELISM), LocalCluster.ANY_PORT)) {
            LocalJob job = start(cluster, settings);
            surroundings
                    .terminal()
                    .say("rolling up " + settings.get(Options.BOOTSTRAP) + "; Flink's page is at " + cluster.url()
                            + "; Ctrl-C ends it");
            awaitStop(job);
            savepoint = savepoints.end(job);
        }
        savepoint.ifPresent(path -> surroundings
                .terminal()
                .say("savepoint: " + Path.of(URI.create(path)) + " (go on with --from-savepoint)"));
        surroundings.terminal().say("stopped");
        return ExitCode.DONE;
    }

    private LocalJob start(LocalCluster cluster, Settings settings) {
        Configuration flink = RollupEnvironment.configuration(settings);
        flink.addAll(savepoints.recovery());
        StreamExecutionEnvironment env = cluster.environment(flink);
        KafkaRollup.define(env, settings);
        return cluster.submit(env, "cradle rollup");
    }

    private void awaitStop(LocalJob job) {
        try {
            while (!surroundings.stop().isGiven()) {
                if (job.awaitEnd(LOOK_AGAIN)) {
                    throw new CommandException(
                            "the job has ended, although its input does not: see " + surroundings.log());
                }
            }
        } catch (JobFailedException e) {
            throw savepoints.explained(e);
        }
    }

    private Settings settings() {
        Map<String, String> texts = new HashMap<>();
        if (config != null) {
            texts.putAll(PropertiesFile.read("settings file", config));
        }
        texts.putAll(more.given());
        if (bootstrapServers != null) {
            texts.put(Options.BOOTSTRAP.key(), bootstrapServers);
        }
        if (savepoints.isRebase()) {
            texts.put(Options.REBASE.key(), "true");
        }
        return Settings.of(texts);
    }
}
