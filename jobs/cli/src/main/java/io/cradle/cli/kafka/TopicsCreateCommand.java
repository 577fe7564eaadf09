package io.cradle.cli.kafka;

import io.cradle.cli.ExitCode;
import io.cradle.cli.terminal.Surroundings;
import io.cradle.connectors.kafka.topics.TopicAdmin;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code cradle topics create}. */
@Command(
        name = "create",
        mixinStandardHelpOptions = true,
        description = "Creates the topics that are missing and registers the schemas. What exists is left as it is.",
        footer = {"", "Example: cradle topics create --bootstrap-servers 127.0.0.1:9092 --partitions 8"})
final class TopicsCreateCommand implements Callable<Integer> {
    @Mixin
    private BrokerOptions broker;

    @Mixin
    private TopicOptions topics;

    private final Surroundings surroundings;

    TopicsCreateCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        TopicAdmin.create(broker.access(), topics.settings()).forEach(surroundings.terminal()::say);
        return ExitCode.DONE;
    }
}
