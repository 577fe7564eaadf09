package io.cradle.cli.factors;

import io.cradle.cli.factors.table.FactorSheet;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which table of factors is meant. */
final class TableOptions {
    @Parameters(
            index = "0",
            paramLabel = "PACK|FILE",
            description = "A bundled pack such as china-electricity-2024, or a .csv or .xlsx file.")
    private String packOrFile;

    @Option(names = "--sheet", paramLabel = "NAME", description = "Sheet of an Excel file (default: the first).")
    private String sheet;

    FactorSheet open() {
        return FactorSheet.open(packOrFile, sheet);
    }
}
