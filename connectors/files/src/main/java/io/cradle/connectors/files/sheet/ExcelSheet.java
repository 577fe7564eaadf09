package io.cradle.connectors.files.sheet;

import io.cradle.connectors.files.FileFormatException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;

/** Reads Excel: numbers as a person sees them typed, dates as days, formulas as their last value. */
final class ExcelSheet {
    private static final int MAX_COLUMNS = 200;

    private ExcelSheet() {}

    static Sheet read(String file, InputStream bytes, String wanted) throws IOException {
        InputStream in = new ByteArrayInputStream(bytes.readAllBytes());
        try (ReadableWorkbook book = new ReadableWorkbook(in, new ReadingOptions(true, false))) {
            List<org.dhatim.fastexcel.reader.Sheet> sheets = book.getSheets().toList();
            org.dhatim.fastexcel.reader.Sheet sheet = sheets.stream()
                    .filter(one -> wanted == null || one.getName().equals(wanted))
                    .findFirst()
                    .orElseThrow(() -> FileFormatException.in(
                            file,
                            "has no sheet " + wanted + "; its sheets are "
                                    + sheets.stream()
                                            .map(org.dhatim.fastexcel.reader.Sheet::getName)
                                            .toList()));
            List<SheetRow> rows = new ArrayList<>();
            try (Stream<Row> read = sheet.openStream()) {
                read.forEach(row -> rows.add(new SheetRow(row.getRowNum(), cells(row))));
            }
            return SheetFile.of(file, sheet.getName(), rows);
        } catch (IOException | ExcelReaderException e) {
            throw FileFormatException.in(file, "is no Excel workbook (" + e.getMessage() + "); save it as .xlsx");
        }
    }

    private static List<String> cells(Row row) {
        List<String> cells = new ArrayList<>();
        for (int column = 0; column < Math.min(row.getCellCount(), MAX_COLUMNS); column++) {
            cells.add(row.getOptionalCell(column).map(ExcelSheet::text).orElse(""));
        }
        return cells;
    }

    private static String text(Cell cell) {
        if (cell.getType() == CellType.NUMBER) {
            return isDay(cell) ? cell.asDate().toLocalDate().toString() : plain(cell.asNumber());
        }
        String text = cell.getType() == CellType.STRING ? cell.asString() : cell.getRawValue();
        return text == null ? "" : cell.getType() == CellType.FORMULA ? ofFormula(text) : text;
    }

    /** A workbook stores the nearest double with up to 17 digits; the shortest text of it is what was typed. */
    private static String plain(BigDecimal number) {
        BigDecimal typed = new BigDecimal(Double.toString(number.doubleValue())).stripTrailingZeros();
        return typed.toPlainString();
    }

    private static String ofFormula(String value) {
        try {
            return plain(new BigDecimal(value));
        } catch (NumberFormatException e) {
            // A formula may well say a text.
            return value;
        }
    }

    private static boolean isDay(Cell cell) {
        String format = cell.getDataFormatString();
        return format != null && format.toLowerCase(Locale.ROOT).contains("yy");
    }
}
