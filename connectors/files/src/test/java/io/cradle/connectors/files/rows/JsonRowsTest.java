package io.cradle.connectors.files.rows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cradle.connectors.files.FileFormatException;
import io.cradle.connectors.files.InputFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonRowsTest {
    private static final String NAME = "meter-readings.jsonl";

    @TempDir
    Path tmp;

    @Test
    void numbersGoOverAsTheyAreWritten() throws IOException {
        Path path = InputFiles.write(
                tmp,
                NAME,
                "{\"network\": \"n\", \"value\": 1.10e-30}",
                "{\"value\": 123456789012345678901234567890.10}",
                "{\"value\": \"2.50\"}");
        List<String> values = CsvRowsTest.read(path).stream()
                .map(row -> CsvRowsTest.cell(row, "value"))
                .toList();
        assertEquals(List.of("1.10e-30", "123456789012345678901234567890.10", "2.50"), values);
    }

    @Test
    void nullsBlanksAndMissingKeysAreAbsent() throws IOException {
        Row row = CsvRowsTest.read(InputFiles.write(tmp, NAME, "{\"network\": null, \"meter\": \" \"}"))
                .get(0);
        assertNull(CsvRowsTest.cell(row, "network"));
        assertNull(CsvRowsTest.cell(row, "meter"));
        assertNull(CsvRowsTest.cell(row, "unit"));
    }

    @Test
    void linesAreCountedAndEmptyOnesPassedOver() throws IOException {
        List<Row> rows = CsvRowsTest.read(InputFiles.bytes(
                tmp, NAME, "\uFEFF\n{\"meter\":\"a\"}\r\n\n{\"meter\":\"b\"}".getBytes(StandardCharsets.UTF_8)));
        assertEquals(List.of(2L, 4L), rows.stream().map(Row::line).toList());
        assertEquals("{\"meter\":\"b\"}", rows.get(1).raw());
    }

    @Test
    void anEmptyFileIsAnEmptyTopic() throws IOException {
        assertEquals(List.of(), CsvRowsTest.read(InputFiles.bytes(tmp, NAME, new byte[0])));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"metre\": 1}|unknown column 'metre'; the nearest one that meter-readings has is 'meter'",
                "{\"meter\": 1, \"meter\": 2}|column 'meter' stands twice; keep one",
                "{\"meter\": {\"id\": 1}}|column 'meter' holds an object or a list; give one string or number",
                "{\"meter\": [1]}|column 'meter' holds an object or a list; give one string or number",
                "[1]|is not one JSON object such as",
                "{\"meter\": 1} {}|is not one JSON object such as",
                "{\"meter\": 1|is not one JSON object such as",
                "{\"meter\": }|is not one JSON object such as",
                "n,m1|is not one JSON object such as",
            })
    void brokenLines(String line, String complaint) throws IOException {
        Path path = InputFiles.write(tmp, NAME, "{\"meter\": 1}", line);
        String message = assertThrows(FileFormatException.class, () -> CsvRowsTest.read(path))
                .getMessage();
        assertTrue(message.startsWith(NAME + ", line 2: " + complaint), message);
    }

    @Test
    void bytesThatAreNotUtf8() throws IOException {
        Path path = InputFiles.bytes(
                tmp, NAME, "{\"meter\": 1}\n{\"meter\": \"\u00e9\"}\n".getBytes(StandardCharsets.ISO_8859_1));
        assertEquals(
                NAME + ", line 2: holds bytes that are not UTF-8; save the file as UTF-8",
                assertThrows(FileFormatException.class, () -> CsvRowsTest.read(path))
                        .getMessage());
    }
}
