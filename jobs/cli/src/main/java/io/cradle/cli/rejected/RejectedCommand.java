package io.cradle.cli.rejected;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code cradle rejected}. */
@Command(
        name = "rejected",
        mixinStandardHelpOptions = true,
        description = "Lists and shows records that the job could not use, and publishes corrected ones.",
        subcommands = {RejectedListCommand.class, RejectedShowCommand.class, RejectedResendCommand.class},
        footer = {"", "Example: cradle rejected list --bootstrap-servers 127.0.0.1:9092"})
public final class RejectedCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "say what to do with the rejected records: list, show or resend");
    }
}
