package io.cradle.cli.factors;

import io.cradle.cli.ExitCode;
import io.cradle.cli.factors.table.FactorSheet;
import io.cradle.cli.terminal.Surroundings;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cradle factors diff}. */
@Command(
        name = "diff",
        mixinStandardHelpOptions = true,
        description = {
            "Says what differs between two packs or files: factors withdrawn, added and changed, old → new with percent.",
            "The exit code is 0 if nothing differs, else 1."
        },
        footer = {"", "Example: cradle factors diff china-electricity-2023 china-electricity-2024"})
final class FactorsDiffCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "OLD", description = "A bundled pack, or a .csv or .xlsx file.")
    private String before;

    @Parameters(index = "1", paramLabel = "NEW", description = "Another one.")
    private String after;

    @Option(names = "--old-sheet", paramLabel = "NAME", description = "Sheet of the old file (default: the first).")
    private String oldSheet;

    @Option(names = "--new-sheet", paramLabel = "NAME", description = "Sheet of the new file (default: the first).")
    private String newSheet;

    private final Surroundings surroundings;

    FactorsDiffCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        FactorDiff diff = FactorDiff.of(FactorSheet.open(before, oldSheet), FactorSheet.open(after, newSheet));
        diff.lines().forEach(surroundings.terminal()::say);
        return diff.isEmpty() ? ExitCode.DONE : ExitCode.NO;
    }
}
