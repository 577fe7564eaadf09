package io.cradle.cli.grades;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code cradle grades}. */
@Command(
        name = "grades",
        mixinStandardHelpOptions = true,
        description = "Works with schemes that grade products by category.",
        subcommands = GradesCheckCommand.class,
        footer = {"", "Example: cradle grades check --scheme scheme.csv --categories categories.csv"})
public final class GradesCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say what to do with the grades: check");
    }
}
