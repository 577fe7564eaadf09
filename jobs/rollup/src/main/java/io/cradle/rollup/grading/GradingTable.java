package io.cradle.rollup.grading;

import io.cradle.connectors.files.FileFormatException;
import io.cradle.connectors.files.rows.NearestName;
import io.cradle.connectors.files.sheet.Sheet;
import io.cradle.connectors.files.sheet.SheetFile;
import io.cradle.connectors.files.sheet.SheetRow;
import io.cradle.core.RejectedException;
import io.cradle.core.quantity.Decimals;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A table whose columns are known by name; collects what is wrong with its cells. */
final class GradingTable {
    private final Sheet sheet;
    private final Map<String, Integer> places;
    private final List<String> faults;

    private GradingTable(Sheet sheet, Map<String, Integer> places, List<String> faults) {
        this.sheet = sheet;
        this.places = places;
        this.faults = faults;
    }

    /**
     * Opens a table and judges its header.
     *
     * @param columns all that it may have, in any order; one that is left out is absent in every row
     * @param faults takes what is wrong
     * @throws FileFormatException if there is no such file, or it is no CSV
     */
    static GradingTable open(Path file, List<String> columns, List<String> faults) {
        if (!file.toString().endsWith(".csv")) {
            throw FileFormatException.in(file.toString(), "is not .csv; save the table as CSV");
        }
        Sheet sheet = SheetFile.read(file, null);
        GradingTable table = new GradingTable(sheet, new HashMap<>(), faults);
        for (int place = 0; place < sheet.header().cells().size(); place++) {
            table.name(place, columns);
        }
        if (sheet.rows().isEmpty()) {
            faults.add(sheet.file() + ": has no rows below its header");
        }
        return table;
    }

    private void name(int place, List<String> columns) {
        String name = sheet.header().cells().get(place).strip();
        String where = "'" + name + "' (" + sheet.cellName(sheet.header().number(), place) + ")";
        if (!columns.contains(name)) {
            complain(
                    sheet.header(),
                    "unknown column " + where + "; did you mean '" + NearestName.of(name, columns) + "'?");
        } else if (places.putIfAbsent(name, place) != null) {
            complain(sheet.header(), "column " + where + " stands twice; keep one");
        }
    }

    /** The rows below the header, each with no more cells than it. */
    List<SheetRow> rows() {
        int width = sheet.header().cells().size();
        for (SheetRow row : sheet.rows()) {
            if (row.cells().size() > width) {
                complain(
                        row,
                        "has " + row.cells().size() + " cells, the header " + width
                                + "; quote a cell that holds a comma");
            }
        }
        return sheet.rows();
    }

    /** The text of a cell without blanks around it, or null where it is empty. */
    String text(SheetRow row, String column) {
        Integer place = places.get(column);
        if (place == null || place >= row.cells().size()) {
            return null;
        }
        String text = row.cells().get(place).strip();
        return text.isEmpty() ? null : text;
    }

    /** The text of a cell that must not be empty; null, and a fault, where it is. */
    String required(SheetRow row, String column) {
        String text = text(row, column);
        if (text == null) {
            complain(row, column, "is empty and must not be");
        }
        return text;
    }

    /** The number in a cell within two bounds; {@code absent} where the cell is empty, or wrong. */
    double number(SheetRow row, String column, double least, double most, double absent) {
        String text = text(row, column);
        if (text == null) {
            return absent;
        }
        try {
            double number = Decimals.parse(text, column);
            if (number >= least && number <= most) {
                return number;
            }
            complain(row, column, "is " + text + "; it must be within " + least + " and " + most);
        } catch (RejectedException e) {
            complain(row, column, "'" + text + "' is not a plain decimal such as 12.5");
        }
        return absent;
    }

    /** Notes what is wrong with a cell. */
    void complain(SheetRow row, String column, String what) {
        Integer place = places.get(column);
        complain(row, column + (place == null ? "" : " (" + sheet.cellName(row.number(), place) + ")") + " " + what);
    }

    private void complain(SheetRow row, String what) {
        faults.add(FileFormatException.at(sheet.file(), row.number(), what).getMessage());
    }
}
