package io.cradle.cli.kafka;

import io.cradle.connectors.kafka.topics.TopicSettings;
import picocli.CommandLine.Option;

/** Options that say how topics should be. */
final class TopicOptions {
    @Option(
            names = "--partitions",
            paramLabel = "N",
            defaultValue = "4",
            description =
                    "Partitions of each topic; the most subtasks that the job can use (default: ${DEFAULT-VALUE}).")
    private int partitions;

    @Option(
            names = "--replication-factor",
            paramLabel = "N",
            defaultValue = "1",
            description = "Copies of each partition (default: ${DEFAULT-VALUE}).")
    private short replicationFactor;

    TopicSettings settings() {
        return new TopicSettings(partitions, partitions, replicationFactor, TopicSettings.UNLIMITED);
    }
}
