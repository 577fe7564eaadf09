package io.cradle.cli.factors.check;

import io.cradle.cli.factors.table.FactorColumns;
import io.cradle.cli.factors.table.FactorRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Cells that should be numbers and are none, and figures with the wrong sign. */
final class NumberChecks {
    private static final Pattern GROUPED = Pattern.compile("[+-]?[0-9]{1,3}(,[0-9]{3})+(\\.[0-9]+)?");
    private static final Pattern COMMA = Pattern.compile("[+-]?[0-9]+,[0-9]+");
    private static final Set<String> AT_MOST_0 =
            Set.of("land_management_removals", "technological_removals", "ccs_capture", "biogenic_uptake");
    private static final Set<String> ANY_SIGN = Set.of("land_management_emissions");
    private static final List<String> PROPERTIES =
            List.of("kg_per_unit", "net_mj_per_unit", "ncv", "carbon", "oxidation_percent", "co2_per_energy");

    private NumberChecks() {}

    static List<Defect> of(FactorRow row) {
        List<Defect> defects = new ArrayList<>();
        Stream.concat(FactorColumns.INDICATORS.stream(), PROPERTIES.stream())
                .filter(row::has)
                .forEach(column -> look(row, column, defects));
        if (FactorColumns.INDICATORS.stream().noneMatch(row::has)) {
            defects.add(Defect.in(row, "fossil", "no figure is stated", "a factor of nothing is written 0"));
        }
        return defects;
    }

    private static void look(FactorRow row, String column, List<Defect> defects) {
        String text = row.text(column);
        if (row.figure(column).isEmpty()) {
            defects.add(Defect.in(row, column, "'" + text + "' is no plain decimal", plain(text)));
            return;
        }
        double value = row.figure(column).getAsDouble();
        boolean gwp = row.text("kind").equals(TextChecks.GWP);
        if (PROPERTIES.contains(column)) {
            if (value <= 0) {
                defects.add(Defect.in(row, column, text + " is not above 0", "state what it is, or leave it empty"));
            }
        } else if (AT_MOST_0.contains(column) ? value > 0 && !gwp : value < 0 && !ANY_SIGN.contains(column)) {
            defects.add(Defect.in(
                    row,
                    column,
                    text + " has the wrong sign",
                    column + " must be 0 or " + (AT_MOST_0.contains(column) ? "less" : "more")));
        }
    }

    private static String plain(String text) {
        if (GROUPED.matcher(text).matches() || COMMA.matcher(text).matches()) {
            return "write a point before decimals and no separators, such as 0.5777";
        }
        return text.toLowerCase(Locale.ROOT).contains("nan") || text.startsWith("#")
                ? "what was computed has failed: write the figure, or leave it empty"
                : "write a number such as 0.5777 and nothing else";
    }
}
