package io.cradle.cli.factors;

import io.cradle.cli.factors.check.Numbers;
import io.cradle.cli.factors.check.Steps;
import io.cradle.cli.factors.table.FactorColumns;
import io.cradle.cli.factors.table.FactorRow;
import java.util.ArrayList;
import java.util.List;

/** Factors in words. Tables are quoted: no control character of theirs reaches a terminal. */
final class FactorText {
    private static final String ROW = "%-36s %-16s %-12s %-23s %12s %-16s %s";

    private FactorText() {}

    /** One line per factor, then how many there are. */
    static List<String> list(List<FactorRow> rows) {
        List<String> lines = new ArrayList<>();
        if (!rows.isEmpty()) {
            lines.add(String.format(ROW, "flow", "region", "kind", "valid", "figure", "unit", "version"));
        }
        for (FactorRow row : rows) {
            lines.add(oneLine(String.format(
                            ROW,
                            row.text("flow"),
                            row.region(),
                            row.text("kind"),
                            validity(row),
                            figure(row),
                            unit(row),
                            row.text("version"))
                    .stripTrailing()));
        }
        lines.add(rows.size() == 1 ? "1 factor" : rows.size() + " factors");
        return lines;
    }

    /** Everything about one factor. */
    static List<String> page(FactorRow row) {
        List<String> lines = new ArrayList<>();
        for (String column : FactorColumns.ALL) {
            if (row.has(column) && !FactorColumns.OF_COMPUTATION.contains(column)) {
                lines.add(line(
                        column, row.text(column) + (FactorColumns.INDICATORS.contains(column) ? " " + unit(row) : "")));
            }
        }
        if (row.computed().isPresent()) {
            lines.add(line(
                    "computed",
                    Steps.of(row) + " = " + Numbers.text(row.computed().getAsDouble()) + " kgCO2/" + row.text("unit")));
            if (row.has("co2_per_energy") && row.combustion().isPresent()) {
                row.combustion()
                        .get()
                        .co2Per(row.unit("unit").orElseThrow())
                        .ifPresent(byCarbon -> lines.add(line(
                                "by carbon",
                                Steps.byCarbon(row) + " = " + Numbers.text(byCarbon) + " kgCO2/" + row.text("unit"))));
            }
        }
        lines.add(line("row", String.valueOf(row.number())));
        return lines;
    }

    /** No control character of a table reaches a terminal. */
    static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}", " ");
    }

    private static String line(String name, String value) {
        return oneLine(String.format("%-26s %s", name, value));
    }

    private static String validity(FactorRow row) {
        return row.has("valid_to")
                ? row.text("valid_from") + ".." + row.text("valid_to")
                : row.has("valid_from") ? row.text("valid_from") + ".." : "";
    }

    /** As it stands where one indicator is all there is. */
    private static String figure(FactorRow row) {
        List<String> stated = FactorColumns.INDICATORS.stream().filter(row::has).toList();
        return stated.size() == 1
                ? row.text(stated.get(0))
                : row.total().isPresent() ? Numbers.text(row.total().getAsDouble()) : "";
    }

    private static String unit(FactorRow row) {
        String gases = row.text("gases");
        return "kg" + (gases.equals("CO2") ? "CO2" : "CO2e") + "/" + row.text("unit");
    }
}
