package io.cradle.cli.suppliers;

import io.cradle.cli.ExitCode;
import io.cradle.cli.suppliers.pact.Judgement;
import io.cradle.cli.terminal.Surroundings;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code cradle suppliers check}. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = {
            "Says what is wrong with PACT 3 documents, by file, document and JSON path, and what would be right.",
            "The exit code is 1 if one of them cannot be used."
        },
        footer = {"", "Example: cradle suppliers check footprints.json --strict"})
final class SuppliersCheckCommand implements Callable<Integer> {
    /** Stands for the network, which decides nothing here but how long a key may be. */
    private static final String ANY_NETWORK = "network";

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = "One ProductFootprint, an array of them, or an answer of /3/footprints.")
    private List<Path> files;

    @Mixin
    private DocumentOptions documents;

    private final Surroundings surroundings;

    SuppliersCheckCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Judgement judgement = documents.judge(ANY_NETWORK, files, surroundings.clock());
        JudgementText.print(judgement, surroundings.terminal());
        return judgement.hasErrors() ? ExitCode.NO : ExitCode.DONE;
    }
}
