package io.cradle.cli.kafka;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code cradle topics}. */
@Command(
        name = "topics",
        mixinStandardHelpOptions = true,
        description = "Creates or checks the topics and schemas that Cradle needs, and who may use them.",
        subcommands = {TopicsCreateCommand.class, TopicsCheckCommand.class, TopicsAclCommand.class},
        footer = {"", "Example: cradle topics create --bootstrap-servers 127.0.0.1:9092"})
public final class TopicsCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say what to do with the topics: create, check or acl");
    }
}
