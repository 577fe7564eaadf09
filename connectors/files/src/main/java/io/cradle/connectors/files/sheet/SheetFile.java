package io.cradle.connectors.files.sheet;

import io.cradle.connectors.files.FileFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Opens tables. */
public final class SheetFile {
    private SheetFile() {}

    /**
     * The table in a file whose name ends in .csv.
     *
     * @param sheet null, CSV has no sheets
     * @throws FileFormatException if it cannot be read as such
     */
    public static Sheet read(Path path, String sheet) {
        String name = String.valueOf(path.getFileName());
        if (!name.endsWith(".csv")) {
            throw FileFormatException.in(name, "is not .csv; save the table as CSV");
        }
        if (!Files.isRegularFile(path)) {
            throw FileFormatException.in(path.toString(), "no such file");
        }
        if (sheet != null) {
            throw FileFormatException.in(name, "is CSV and has no sheets; leave the name of the sheet out");
        }
        try (InputStream in = Files.newInputStream(path)) {
            return csv(name, in);
        } catch (IOException e) {
            throw FileFormatException.unreadable(path.toString(), e);
        }
    }

    /** The table in CSV text: UTF-8, RFC 4180. */
    public static Sheet csv(String name, InputStream in) throws IOException {
        return CsvSheet.read(name, in);
    }

    /** The first row that is not empty names the columns. */
    static Sheet of(String file, String name, List<SheetRow> rows) {
        List<SheetRow> filled = rows.stream().filter(row -> !row.isEmpty()).toList();
        if (filled.isEmpty()) {
            throw FileFormatException.in(
                    file,
                    (name == null ? "is" : "sheet " + name + " is") + " empty; its first row must name the columns");
        }
        return new Sheet(file, name, filled.get(0), filled.subList(1, filled.size()));
    }
}
