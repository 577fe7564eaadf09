package io.cradle.cli.factors;

import io.cradle.cli.factors.table.FactorColumns;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A table of good rows, with every defect planted among them a few times; where, its seed decides. */
final class DirtyTable {
    private static final List<String> COUNTRIES = List.of("DE", "FR", "US", "IN", "JP", "BR", "ZA", "AU", "NO", "PL");

    /** A defect that must be named: in which row and column, and with which words. */
    record Planted(int row, String column, String words) {}

    private final Random random;
    private final List<Map<String, String>> rows = new ArrayList<>();
    private final List<Planted> planted = new ArrayList<>();

    private DirtyTable(long seed) {
        this.random = new Random(seed);
    }

    static DirtyTable of(long seed) {
        DirtyTable table = new DirtyTable(seed);
        for (int i = 0; i < PlantedDefects.ALL.size() * 3; i++) {
            for (int good = table.random.nextInt(4); good >= 0; good--) {
                table.rows.add(table.good());
            }
            PlantedDefects.ALL.get(i % PlantedDefects.ALL.size()).plant(table);
        }
        return table;
    }

    static DirtyTable good(long seed, int rows) {
        DirtyTable table = new DirtyTable(seed);
        for (int i = 0; i < rows; i++) {
            table.rows.add(table.good());
        }
        return table;
    }

    List<Planted> planted() {
        return planted;
    }

    int size() {
        return rows.size();
    }

    /** A row that must be named, for what stands in one column. */
    void plant(Map<String, String> row, String column, String words) {
        rows.add(row);
        planted.add(new Planted(rows.size() + 1, column, words));
    }

    void add(Map<String, String> row) {
        rows.add(row);
    }

    Map<String, String> row(String flow, String kind, String unit, double figure) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("flow", flow);
        row.put("kind", kind);
        row.put("unit", unit);
        row.put("fossil", String.format(Locale.ROOT, "%.7f", figure));
        row.put("region", COUNTRIES.get(random.nextInt(COUNTRIES.size())));
        // A day of its own for every row, and no end: good rows never overlap.
        row.put("valid_from", LocalDate.of(1990, 1, 1).plusDays(rows.size()).toString());
        row.put("gases", kind.equals("supply") ? "CO2e" : "CO2");
        row.put("source", "made for a test, \"quoted\"");
        return row;
    }

    double between(double low, double high) {
        return low + (high - low) * random.nextDouble();
    }

    private Map<String, String> good() {
        return switch (random.nextInt(8)) {
            case 0 -> row("electricity", "supply", "kW.h", between(0.01, 1.2));
            case 1 -> row("electricity", "grid-direct", random.nextBoolean() ? "kW.h" : "MJ", between(0, 0.9));
            case 2 -> row("diesel", "combustion", "kg", between(3.0, 3.25));
            case 3 -> row("diesel", "combustion", "t", between(3000, 3250));
            case 4 -> row("alumina", "supply", "kg", between(0.6, 2.2));
            case 5 -> row("aluminium", "supply", "t", between(500, 20_000));
            case 6 -> row("part " + rows.size(), "supply", "{piece}", Math.pow(10, between(-5, 6)));
            default -> burnt();
        };
    }

    /** A fuel with its computation. */
    Map<String, String> burnt() {
        double ncv = Math.round(between(20, 45) * 1000) / 1000.0;
        Map<String, String> row = row("fuel " + rows.size(), "combustion", "kg", ncv * 0.0202 * 0.98 * 44 / 12);
        row.put("ncv", String.valueOf(ncv));
        row.put("ncv_unit", "GJ/t");
        row.put("carbon", "20.2");
        row.put("carbon_unit", "t/TJ");
        row.put("oxidation_percent", "98");
        return row;
    }

    void writeCsv(Path path) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add(String.join(",", FactorColumns.ALL));
        for (Map<String, String> row : rows) {
            lines.add(FactorColumns.ALL.stream()
                    .map(column -> "\"" + row.getOrDefault(column, "").replace("\"", "\"\"") + "\"")
                    .reduce((a, b) -> a + "," + b)
                    .orElseThrow());
        }
        Files.write(path, lines);
    }

    /** Numbers are numbers and every other day is a date, as people have them. */
    void writeExcel(Path path) throws IOException {
        try (OutputStream out = Files.newOutputStream(path);
                Workbook book = new Workbook(out, "test", "1.0")) {
            Worksheet sheet = book.newWorksheet("Factors");
            for (int column = 0; column < FactorColumns.ALL.size(); column++) {
                String name = FactorColumns.ALL.get(column);
                sheet.value(0, column, name);
                for (int row = 0; row < rows.size(); row++) {
                    write(sheet, row, column, rows.get(row).get(name));
                }
            }
        }
    }

    private static void write(Worksheet sheet, int row, int column, String text) {
        if (text == null) {
            return;
        }
        if (text.matches("-?\\d+(\\.\\d+)?")) {
            sheet.value(row + 1, column, Double.parseDouble(text));
        } else if (text.matches("\\d{4}-\\d\\d-\\d\\d") && row % 2 == 0) {
            sheet.value(row + 1, column, LocalDate.parse(text));
            sheet.style(row + 1, column).format("yyyy-mm-dd").set();
        } else {
            sheet.value(row + 1, column, text);
        }
    }
}
