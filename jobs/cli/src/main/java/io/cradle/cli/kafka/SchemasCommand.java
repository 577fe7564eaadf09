package io.cradle.cli.kafka;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code cradle schemas}. */
@Command(
        name = "schemas",
        mixinStandardHelpOptions = true,
        description = "Lets other tools read the schemas of the topics.",
        subcommands = SchemasServeCommand.class,
        footer = {"", "Example: cradle schemas serve --bootstrap-servers 127.0.0.1:9092"})
public final class SchemasCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say what to do with the schemas: serve");
    }
}
