package io.cradle.connectors.files.rows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.cradle.connectors.files.InputFiles;
import io.cradle.schemas.wire.InputTopic;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvRowsTest {
    @TempDir
    Path tmp;

    @Test
    void columnsStandInAnyOrderAndMayBeMissing() throws IOException {
        List<Row> rows = read(InputFiles.write(tmp, "meter-readings.csv", "value,meter,network", "3.5,m1,n"));
        assertEquals("n", cell(rows.get(0), "network"));
        assertEquals("m1", cell(rows.get(0), "meter"));
        assertEquals("3.5", cell(rows.get(0), "value"));
        assertNull(cell(rows.get(0), "unit"));
    }

    @Test
    void cellsAreExactAndBlankOnesAbsent() throws IOException {
        List<Row> rows = read(InputFiles.write(
                tmp, "meter-readings.csv", "network,meter,start,value,unit", " n ,\"a, \"\"b\"\"\",,  ,"));
        assertEquals(" n ", cell(rows.get(0), "network"));
        assertEquals("a, \"b\"", cell(rows.get(0), "meter"));
        assertNull(cell(rows.get(0), "start"));
        assertNull(cell(rows.get(0), "value"));
        assertNull(cell(rows.get(0), "unit"));
        assertEquals(" n ,\"a, \"\"b\"\"\",,  ,", rows.get(0).raw());
    }

    @Test
    void aShortRowLeavesTheRestAbsent() throws IOException {
        List<Row> rows = read(InputFiles.write(tmp, "meter-readings.csv", "network,meter,value", "n,m1"));
        assertNull(cell(rows.get(0), "value"));
    }

    @Test
    void linesAreCountedAsAnEditorDoes() throws IOException {
        List<Row> rows = read(InputFiles.bytes(
                tmp,
                "meter-readings.csv",
                "network,meter\r\n\r\nn,\"two\r\nlines\"\r\nn,m2\n\nn,m3".getBytes(StandardCharsets.UTF_8)));
        assertEquals(List.of(3L, 5L, 7L), rows.stream().map(Row::line).toList());
        assertEquals("two\r\nlines", cell(rows.get(0), "meter"));
        assertEquals("m3", cell(rows.get(2), "meter"));
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstName() throws IOException {
        List<Row> rows = read(InputFiles.write(tmp, "meter-readings.csv", "\uFEFFnetwork,meter", "n,m1"));
        assertEquals("n", cell(rows.get(0), "network"));
    }

    @Test
    void zippedFilesReadTheSame() throws IOException {
        List<Row> rows = read(InputFiles.zipped(tmp, "meter-readings.csv.gz", "network,meter", "n,é漢", "n,m2"));
        assertEquals("é漢", cell(rows.get(0), "meter"));
        assertEquals(2, rows.size());
    }

    @Test
    void aHeaderAloneIsAnEmptyTopic() throws IOException {
        assertEquals(List.of(), read(InputFiles.write(tmp, "meter-readings.csv", "network,meter")));
        assertEquals(
                List.of(),
                read(InputFiles.bytes(tmp, "meter-readings.csv", "network,meter".getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void bytesReadEndAtTheFilesSize() throws IOException {
        Path path = InputFiles.zipped(tmp, "meter-readings.csv.gz", "network,meter", "n,m1");
        try (Rows rows = TopicFile.at(path).orElseThrow().rows()) {
            rows.forEachRemaining(row -> {});
            assertEquals(path.toFile().length(), rows.bytesRead());
        }
    }

    @Test
    void manyCellsBeyondThePoolsSlotsStayApart() throws IOException {
        String[] lines = new String[20_001];
        lines[0] = "network,meter";
        for (int i = 1; i < lines.length; i++) {
            lines[i] = "n" + i % 7 + ",m" + i;
        }
        List<Row> rows = read(InputFiles.write(tmp, "meter-readings.csv", lines));
        for (int i = 1; i < lines.length; i++) {
            assertEquals(lines[i], rows.get(i - 1).raw());
        }
    }

    static List<Row> read(Path path) {
        List<Row> read = new ArrayList<>();
        try (Rows rows = TopicFile.at(path).orElseThrow().rows()) {
            rows.forEachRemaining(read::add);
        }
        return read;
    }

    static String cell(Row row, String column) {
        return row.cell(TopicColumns.of(InputTopic.METER_READINGS).place(column).orElseThrow());
    }
}
