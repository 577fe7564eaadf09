package io.cradle.cli.kafka;

import io.cradle.cli.ExitCode;
import io.cradle.cli.terminal.Surroundings;
import io.cradle.connectors.kafka.topics.TopicAdmin;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code cradle topics check}. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Says what is not as Cradle needs it; exit code 1 when something differs.",
        footer = {"", "Example: cradle topics check --bootstrap-servers 127.0.0.1:9092"})
final class TopicsCheckCommand implements Callable<Integer> {
    @Mixin
    private BrokerOptions broker;

    @Mixin
    private TopicOptions topics;

    private final Surroundings surroundings;

    TopicsCheckCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        List<String> differences = TopicAdmin.check(broker.access(), topics.settings());
        differences.forEach(surroundings.terminal()::say);
        if (differences.isEmpty()) {
            surroundings.terminal().say("all topics and schemas are right");
            return ExitCode.DONE;
        }
        return ExitCode.NO;
    }
}
