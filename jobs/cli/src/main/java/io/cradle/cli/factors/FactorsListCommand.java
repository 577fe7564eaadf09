package io.cradle.cli.factors;

import io.cradle.cli.ExitCode;
import io.cradle.cli.factors.table.FactorRow;
import io.cradle.cli.factors.table.FactorSheet;
import io.cradle.cli.terminal.Surroundings;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cradle factors list}. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "Lists the bundled packs, or the factors of a pack or file.",
        footer = {"", "Example: cradle factors list china-grid-2023 --region CN-ZJ"})
final class FactorsListCommand implements Callable<Integer> {
    @Parameters(
            arity = "0..1",
            paramLabel = "PACK|FILE",
            description = "A bundled pack, or a .csv or .xlsx file (default: which packs there are).")
    private String packOrFile;

    @Option(names = "--sheet", paramLabel = "NAME", description = "Sheet of an Excel file (default: the first).")
    private String sheet;

    @Option(names = "--flow", paramLabel = "F", description = "Only this flow.")
    private String flow;

    @Option(names = "--region", paramLabel = "R", description = "Only this region.")
    private String region;

    @Option(names = "--kind", paramLabel = "K", description = "Only this kind: supply, combustion, grid-direct or gwp.")
    private String kind;

    private final Surroundings surroundings;

    FactorsListCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        List<String> lines;
        if (packOrFile == null) {
            lines = PackTable.lines();
        } else {
            FactorSheet table = FactorSheet.open(packOrFile, sheet);
            lines = FactorText.list(table.rows().stream().filter(this::matches).toList());
        }
        lines.forEach(surroundings.terminal()::say);
        return ExitCode.DONE;
    }

    private boolean matches(FactorRow row) {
        return (flow == null || row.text("flow").equals(flow))
                && (region == null || row.region().equals(region))
                && (kind == null || row.text("kind").equals(kind));
    }
}
