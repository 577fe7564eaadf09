package io.cradle.cli.suppliers.pact;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.cradle.connectors.files.FileFormatException;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A small table of the operator: CSV with a header row, in UTF-8, read whole. */
final class CsvTable {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final String name;
    private final List<NamedCsvRecord> records;

    private CsvTable(String name, List<NamedCsvRecord> records) {
        this.name = name;
        this.records = records;
    }

    /**
     * Reads a file.
     *
     * @throws FileFormatException if it cannot be read, or its columns are not exactly these
     */
    static CsvTable read(Path path, List<String> columns) {
        try {
            return of(path.toString(), Files.readString(path, StandardCharsets.UTF_8), columns);
        } catch (NoSuchFileException e) {
            throw FileFormatException.in(path.toString(), "there is no such file; give a CSV file");
        } catch (CharacterCodingException e) {
            throw FileFormatException.in(path.toString(), "holds bytes that are not UTF-8; save it as UTF-8");
        } catch (IOException e) {
            throw FileFormatException.unreadable(path.toString(), e);
        }
    }

    static CsvTable of(String name, String text, List<String> columns) {
        try (Reader reader = new StringReader(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text);
                CsvReader<NamedCsvRecord> csv =
                        CsvReader.builder().skipEmptyLines(true).ofNamedCsvRecord(reader)) {
            List<NamedCsvRecord> records = new ArrayList<>();
            csv.forEach(records::add);
            CsvTable table = new CsvTable(name, records);
            records.stream().findFirst().ifPresent(first -> table.requireColumns(first, columns));
            return table;
        } catch (CsvParseException | IOException e) {
            throw FileFormatException.in(name, "cannot be read as CSV (" + e.getMessage() + ")");
        }
    }

    List<Row> rows() {
        return records.stream().map(record -> new Row(name, record)).toList();
    }

    private void requireColumns(NamedCsvRecord first, List<String> columns) {
        if (!first.getHeader().containsAll(columns) || first.getHeader().size() != columns.size()) {
            throw FileFormatException.at(
                    name,
                    1,
                    "has the columns " + String.join(",", first.getHeader()) + "; give " + String.join(",", columns));
        }
    }

    /** A row, named by its line in complaints. */
    record Row(String file, NamedCsvRecord cells) {

        /** The cell, or empty where it is blank. */
        Optional<String> cell(String column) {
            return cells.findField(column).map(String::strip).filter(text -> !text.isEmpty());
        }

        String required(String column) {
            return cell(column).orElseThrow(() -> fault("column '" + column + "' is empty; fill it"));
        }

        FileFormatException fault(String what) {
            return FileFormatException.at(file, cells.getStartingLineNumber(), what);
        }
    }
}
