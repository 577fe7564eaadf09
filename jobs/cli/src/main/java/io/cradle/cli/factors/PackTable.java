package io.cradle.cli.factors;

import io.cradle.cli.factors.table.FactorRow;
import io.cradle.cli.factors.table.FactorSheet;
import io.cradle.core.factor.FactorPack;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The bundled packs as a table of Markdown, the same on the terminal and in the documentation. */
final class PackTable {
    private PackTable() {}

    static List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("| pack | factors | kind | gases | valid | source |");
        lines.add("|---|---|---|---|---|---|");
        Arrays.stream(FactorPack.values())
                .map(FactorSheet::of)
                .map(PackTable::line)
                .forEach(lines::add);
        return lines;
    }

    private static String line(FactorSheet pack) {
        FactorRow first = pack.rows().get(0);
        String valid = first.has("valid_from")
                ? first.text("valid_from") + (first.has("valid_to") ? " to " + first.text("valid_to") : " on")
                : "always";
        return String.format(
                "| %s | %d | %s | %s | %s | %s |",
                pack.name(),
                pack.rows().size(),
                distinct(pack, "kind"),
                distinct(pack, "gases"),
                valid,
                first.text("kind").equals("gwp") ? "IPCC " + first.text("version") : source(first));
    }

    private static String source(FactorRow row) {
        return row.has("publisher") ? row.text("source") + ", " + row.text("publisher") : row.text("source");
    }

    private static String distinct(FactorSheet pack, String column) {
        return pack.rows().stream().map(row -> row.text(column)).distinct().collect(Collectors.joining(", "));
    }
}
