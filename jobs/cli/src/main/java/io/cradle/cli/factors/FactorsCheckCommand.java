package io.cradle.cli.factors;

import io.cradle.cli.ExitCode;
import io.cradle.cli.factors.check.Defect;
import io.cradle.cli.factors.check.FactorChecks;
import io.cradle.cli.factors.table.FactorSheet;
import io.cradle.cli.terminal.Surroundings;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code cradle factors check}. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = {
            "Finds what is wrong with a table of factors and names it by row and cell, with what would be right:",
            "slips of 1000 and 44/12, CO2 given as CO2e, units, blanks, repeats, overlaps, and what the job rejects.",
            "The exit code is 1 if anything is found."
        },
        footer = {"", "Example: cradle factors check factors.xlsx --sheet 2024"})
final class FactorsCheckCommand implements Callable<Integer> {
    @Mixin
    private TableOptions table;

    private final Surroundings surroundings;

    FactorsCheckCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        FactorSheet sheet = table.open();
        List<Defect> defects = FactorChecks.of(sheet);
        defects.forEach(defect -> surroundings.terminal().say(defect.sentence()));
        long rows = defects.stream().map(Defect::row).distinct().count();
        surroundings
                .terminal()
                .say(String.format(
                        "%s: %d factors, %d defects on %d rows",
                        sheet.name(), sheet.rows().size(), defects.size(), rows));
        return defects.isEmpty() ? ExitCode.DONE : ExitCode.NO;
    }
}
