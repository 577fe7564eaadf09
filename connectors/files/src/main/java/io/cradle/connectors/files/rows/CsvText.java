package io.cradle.connectors.files.rows;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.StringWriter;
import java.util.Arrays;

/** Cells written as RFC 4180 text. */
public final class CsvText {
    private CsvText() {}

    /** One row without its line end; a cell is quoted where it has to be, null is an empty cell. */
    public static String line(String... cells) {
        StringWriter text = new StringWriter();
        // Unbuffered: the text is collected in memory anyway, and a buffer for each row would cost more than the row.
        CsvWriter.builder()
                .bufferSize(0)
                .lineDelimiter(LineDelimiter.LF)
                .build(text)
                .writeRecord(Arrays.asList(cells));
        text.getBuffer().setLength(text.getBuffer().length() - 1);
        return text.toString();
    }
}
