package io.cradle.cli.suppliers;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code cradle suppliers}. */
@Command(
        name = "suppliers",
        mixinStandardHelpOptions = true,
        description = "Checks and imports what suppliers send: product footprints as PACT 3 documents.",
        subcommands = {SuppliersCheckCommand.class, SuppliersImportCommand.class},
        footer = {"", "Example: cradle suppliers check footprints.json"})
public final class SuppliersCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say what to do with documents of suppliers: check or import");
    }
}
