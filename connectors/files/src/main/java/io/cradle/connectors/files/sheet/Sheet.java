package io.cradle.connectors.files.sheet;

import java.util.List;

/**
 * A table with a header.
 *
 * @param file the file's name
 * @param name the name of the Excel sheet, or null for CSV
 * @param header the row that names the columns
 * @param rows the others, without empty ones
 */
public record Sheet(String file, String name, SheetRow header, List<SheetRow> rows) {

    /** A cell as spreadsheets call it: {@code C12}, in Excel {@code Sheet1!C12}. */
    public String cellName(int row, int column) {
        StringBuilder letters = new StringBuilder();
        for (int left = column + 1; left > 0; left = (left - 1) / 26) {
            letters.insert(0, (char) ('A' + (left - 1) % 26));
        }
        return (name == null ? "" : name + "!") + letters + row;
    }
}
