package io.cradle.cli.factors.check;

import io.cradle.cli.factors.table.FactorColumns;
import io.cradle.cli.factors.table.FactorSheet;
import io.cradle.connectors.files.rows.NearestName;
import io.cradle.connectors.files.sheet.Sheet;
import io.cradle.connectors.files.sheet.SheetRow;
import java.util.ArrayList;
import java.util.List;

/** Columns that are unknown, missing or there twice, and rows that are wider than the header. */
final class HeaderChecks {
    private HeaderChecks() {}

    static List<Defect> of(FactorSheet table) {
        Sheet sheet = table.sheet();
        List<Defect> defects = new ArrayList<>();
        List<String> names = sheet.header().cells().stream().map(String::strip).toList();
        for (int column = 0; column < names.size(); column++) {
            String name = names.get(column);
            if (name.isEmpty()) {
                continue;
            }
            if (!FactorColumns.ALL.contains(name)) {
                defects.add(at(
                        sheet,
                        sheet.header(),
                        column,
                        name,
                        "is no column of factors",
                        "the nearest is " + NearestName.of(name, FactorColumns.ALL)));
            } else if (names.indexOf(name) < column) {
                defects.add(at(sheet, sheet.header(), column, name, "stands twice", "keep one"));
            }
        }
        for (String required : FactorColumns.REQUIRED) {
            if (!names.contains(required)) {
                defects.add(at(sheet, sheet.header(), 0, required, "is no column of the table", "add it"));
            }
        }
        for (SheetRow row : sheet.rows()) {
            unnamed(sheet, names, row, defects);
        }
        return defects;
    }

    private static void unnamed(Sheet sheet, List<String> names, SheetRow row, List<Defect> defects) {
        for (int column = 0; column < row.cells().size(); column++) {
            boolean named = column < names.size() && !names.get(column).isEmpty();
            if (!named && !row.cells().get(column).isBlank()) {
                defects.add(at(
                        sheet,
                        row,
                        column,
                        "no name",
                        "is filled, but its column has no name",
                        "name the column, or quote a cell that holds a comma"));
                return;
            }
        }
    }

    private static Defect at(Sheet sheet, SheetRow row, int column, String name, String what, String right) {
        return new Defect(row.number(), sheet.cellName(row.number(), column), name, what, right, false);
    }
}
