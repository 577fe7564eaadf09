package io.cradle.connectors.files.sheet;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import io.cradle.connectors.files.FileFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads CSV. */
final class CsvSheet {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private CsvSheet() {}

    static Sheet read(String file, InputStream in) throws IOException {
        String text = text(file, in.readAllBytes());
        List<SheetRow> rows = new ArrayList<>();
        try {
            CsvReader.builder()
                    .allowExtraFields(true)
                    .allowMissingFields(true)
                    .ofCsvRecord(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text)
                    .forEach(row ->
                            rows.add(new SheetRow(Math.toIntExact(row.getStartingLineNumber()), row.getFields())));
        } catch (CsvParseException e) {
            throw FileFormatException.at(file, rows.size() + 1L, "cannot be read as CSV (" + e.getMessage() + ")");
        }
        return SheetFile.of(file, null, rows);
    }

    private static String text(String file, byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw FileFormatException.in(file, "is not UTF-8; save it as CSV UTF-8");
        }
    }
}
