package io.cradle.cli.kafka;

import io.cradle.cli.CommandException;
import io.cradle.cli.ExitCode;
import io.cradle.cli.job.LocalCluster;
import io.cradle.cli.job.LocalJob;
import io.cradle.cli.settings.SettingOptions;
import io.cradle.cli.terminal.Surroundings;
import io.cradle.rollup.KafkaRollup;
import io.cradle.rollup.RollupEnvironment;
import io.cradle.rollup.config.Options;
import io.cradle.rollup.config.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
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
            "On a Flink cluster: flink run cradle-rollup-0.1.0-job.jar --config FILE."
        },
        footer = {"", "Example: cradle rollup --config cradle.properties --bootstrap-servers 127.0.0.1:9092"})
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

    private final Surroundings surroundings;

    RollupCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Settings settings = settings();
        try (LocalCluster cluster = LocalCluster.start(settings.get(Options.PARALLELISM), LocalCluster.ANY_PORT)) {
            StreamExecutionEnvironment env = cluster.environment(RollupEnvironment.configuration(settings));
            KafkaRollup.define(env, settings);
            LocalJob job = cluster.submit(env, "cradle rollup");
            surroundings
                    .terminal()
                    .say("rolling up " + settings.get(Options.BOOTSTRAP) + "; Flink's page is at " + cluster.url()
                            + "; Ctrl-C ends it");
            while (!surroundings.stop().isGiven()) {
                if (job.awaitEnd(LOOK_AGAIN)) {
                    throw new CommandException(
                            "the job has ended, although its input does not: see " + surroundings.log());
                }
            }
            job.cancel();
        }
        surroundings.terminal().say("stopped");
        return ExitCode.DONE;
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
        return Settings.of(texts);
    }
}
