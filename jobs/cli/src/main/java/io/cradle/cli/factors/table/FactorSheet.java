package io.cradle.cli.factors.table;

import io.cradle.cli.CommandException;
import io.cradle.connectors.files.rows.NearestName;
import io.cradle.connectors.files.sheet.Sheet;
import io.cradle.connectors.files.sheet.SheetFile;
import io.cradle.core.factor.FactorPack;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A table of factors.
 *
 * @param name the pack's or the file's
 * @param rows in the order of the table
 */
public record FactorSheet(String name, Sheet sheet, List<FactorRow> rows) {

    /**
     * A bundled pack by its name, else a file.
     *
     * @param excelSheet which sheet of an Excel file, or null for the first
     */
    public static FactorSheet open(String packOrFile, String excelSheet) {
        Optional<FactorPack> pack = FactorPack.find(packOrFile);
        if (pack.isPresent()) {
            return of(pack.get());
        }
        if (!packOrFile.endsWith(".csv") && !packOrFile.endsWith(".xlsx") && !Files.exists(Path.of(packOrFile))) {
            throw new CommandException(packOrFile + " is no bundled pack and no file; the nearest pack is '"
                    + NearestName.of(packOrFile, FactorPack.codes()) + "'");
        }
        return of(packOrFile, SheetFile.read(Path.of(packOrFile), excelSheet));
    }

    public static FactorSheet of(FactorPack pack) {
        try (InputStream in = pack.open()) {
            return of(pack.code(), SheetFile.csv(pack.code(), in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The factor whose record has a key, or empty. */
    public Optional<FactorRow> find(String key) {
        return rows.stream().filter(row -> row.key().equals(key)).findFirst();
    }

    private static FactorSheet of(String name, Sheet sheet) {
        Map<String, Integer> columns = new LinkedHashMap<>();
        for (int i = 0; i < sheet.header().cells().size(); i++) {
            columns.putIfAbsent(sheet.header().cells().get(i).strip(), i);
        }
        return new FactorSheet(
                name,
                sheet,
                sheet.rows().stream()
                        .map(row -> new FactorRow(sheet, row, columns))
                        .toList());
    }
}
