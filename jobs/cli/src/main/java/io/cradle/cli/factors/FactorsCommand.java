package io.cradle.cli.factors;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code cradle factors}. */
@Command(
        name = "factors",
        mixinStandardHelpOptions = true,
        description = "Lists, shows, checks, compares and imports emission factors: bundled packs, CSV and Excel.",
        subcommands = {
            FactorsListCommand.class,
            FactorsShowCommand.class,
            FactorsImportCommand.class,
            FactorsDiffCommand.class,
            FactorsCheckCommand.class
        },
        footer = {"", "Example: cradle factors list"})
public final class FactorsCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "say what to do with emission factors: list, show, import, diff or check");
    }
}
