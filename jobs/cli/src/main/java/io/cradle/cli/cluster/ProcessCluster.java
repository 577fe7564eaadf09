package io.cradle.cli.cluster;

import io.cradle.cli.CommandException;
import io.cradle.cli.terminal.StopSignal;
import io.cradle.connectors.kafka.KafkaAccess;
import io.cradle.connectors.kafka.KafkaDoorException;
import io.cradle.connectors.kafka.topics.TopicAdmin;
import io.cradle.connectors.kafka.topics.TopicSettings;
import io.cradle.rollup.config.Options;
import io.cradle.rollup.config.Settings;
import io.cradle.testkit.cluster.ClusterHome;
import io.cradle.testkit.cluster.FlinkProcesses;
import io.cradle.testkit.cluster.KafkaProcesses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Brokers, topics and Flink with the job, each process a JVM of its own. */
public final class ProcessCluster implements AutoCloseable {
    private static final Duration TO_START = Duration.ofMinutes(2);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(250);
    private static final int PARTITIONS = 4;

    private final Path directory;
    private final KafkaProcesses kafka;
    private final JobSettingsFile settings;
    private final FlinkProcesses flink;

    private ProcessCluster(Path directory, KafkaProcesses kafka, JobSettingsFile settings, FlinkProcesses flink) {
        this.directory = directory;
        this.kafka = kafka;
        this.settings = settings;
        this.flink = flink;
    }

    /**
     * Starts everything and waits until the job runs.
     *
     * @param stop ends the waiting
     * @throws CommandException if it does not start in time
     */
    public static ProcessCluster start(ClusterHome home, ClusterPlan plan, StopSignal stop) {
        Path directory = created(plan.directory());
        KafkaProcesses kafka = KafkaProcesses.start(home, directory, plan.brokers());
        FlinkProcesses flink = null;
        try {
            createTopics(kafka, plan, stop);
            JobSettingsFile settings = new JobSettingsFile(
                    home.root().resolve("docker/rollup.properties"),
                    directory.resolve("rollup.properties"),
                    settings(kafka, plan));
            flink = FlinkProcesses.start(home, directory, settings.path(), plan.taskManagers(), plan.flink());
            ProcessCluster cluster = new ProcessCluster(directory, kafka, settings, flink);
            cluster.awaitRunning(TO_START, stop);
            return cluster;
        } catch (RuntimeException e) {
            if (flink != null) {
                flink.close();
            }
            kafka.close();
            throw e;
        }
    }

    private static Map<String, String> settings(KafkaProcesses kafka, ClusterPlan plan) {
        Map<String, String> settings = new HashMap<>(plan.settings());
        settings.put(Options.BOOTSTRAP.key(), kafka.bootstrapServers());
        settings.put(
                Options.CHECKPOINT_DIRECTORY.key(),
                FlinkProcesses.checkpoints(plan.directory()).toUri().toString());
        return settings;
    }

    /** Brokers answer before they know each other, hence more than one try. */
    private static void createTopics(KafkaProcesses kafka, ClusterPlan plan, StopSignal stop) {
        KafkaAccess access = KafkaAccess.of(kafka.bootstrapServers()).answeringWithin(Duration.ofSeconds(20));
        TopicSettings topics =
                new TopicSettings(PARTITIONS, PARTITIONS, (short) plan.brokers(), TopicSettings.UNLIMITED);
        long deadline = System.nanoTime() + TO_START.toNanos();
        while (true) {
            try {
                TopicAdmin.create(access, topics);
                return;
            } catch (KafkaDoorException e) {
                if (System.nanoTime() > deadline || stop.await(LOOK_AGAIN)) {
                    throw e;
                }
            }
        }
    }

    /**
     * Waits until every task of the job runs.
     *
     * @throws CommandException if it does not in time, or waiting was stopped
     */
    public void awaitRunning(Duration most, StopSignal stop) {
        long deadline = System.nanoTime() + most.toNanos();
        while (!flink.rest().isRunning()) {
            if (stop.await(LOOK_AGAIN)) {
                throw new CommandException("stopped before the job ran");
            }
            if (System.nanoTime() > deadline) {
                throw new CommandException("the job does not run after " + most.toSeconds() + " s"
                        + flink.rest()
                                .newestFailure()
                                .map(failure -> ": " + failure)
                                .orElse("; what its processes print is in "
                                        + flink.jobManager()
                                                .output()
                                                .getParent()
                                                .getParent()));
            }
        }
    }

    /** Stops the job with a savepoint and lets it go on from there with another parallelism. */
    public void rescale(int parallelism) {
        settings.change(Options.PARALLELISM, Integer.toString(parallelism));
        flink.startAgainFromSavepoint();
    }

    /** Where the job keeps its checkpoints. */
    public Path checkpoints() {
        return FlinkProcesses.checkpoints(directory);
    }

    public KafkaAccess access() {
        return KafkaAccess.of(kafka.bootstrapServers());
    }

    /** The settings that the job has, or has at its next start. */
    public Settings settings() {
        return settings.settings();
    }

    public KafkaProcesses kafka() {
        return kafka;
    }

    public FlinkProcesses flink() {
        return flink;
    }

    @Override
    public void close() {
        try (kafka) {
            flink.close();
        }
    }

    private static Path created(Path directory) {
        try {
            return Files.createDirectories(directory);
        } catch (IOException e) {
            throw new CommandException(
                    "the directory " + directory + " cannot be made: name one that can, with --directory", e);
        }
    }
}
