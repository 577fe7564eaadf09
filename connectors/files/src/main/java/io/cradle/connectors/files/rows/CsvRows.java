package io.cradle.connectors.files.rows;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import io.cradle.connectors.files.FileFormatException;
import java.io.UncheckedIOException;
import java.util.NoSuchElementException;

/** The rows of a CSV file (RFC 4180); empty lines are passed over. */
final class CsvRows implements Rows {
    private final TopicFile file;
    private final FileText text;
    private final CellCollector collector = new CellCollector();
    private final CloseableIterator<String[]> parsed;
    private final Header header;
    private Row ahead;

    private CsvRows(TopicFile file, FileText text) {
        this.file = file;
        this.text = text;
        this.parsed = CsvReader.builder()
                .skipEmptyLines(true)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowExtraCharsAfterClosingQuote(false)
                .maxBufferSize(LineLimit.MAX_CHARS)
                .build(collector, new EndMarked(text.reader()))
                .iterator();
        String[] names = nextCells();
        if (names == null) {
            throw FileFormatException.in(file.name(), "is empty; its first line must name the columns");
        }
        this.header = Header.of(file, collector.line(), names);
        this.ahead = read();
    }

    static CsvRows open(TopicFile file) {
        FileText text = FileText.open(file);
        try {
            return new CsvRows(file, text);
        } catch (FileFormatException e) {
            text.close();
            throw e;
        }
    }

    @Override
    public boolean hasNext() {
        return ahead != null;
    }

    @Override
    public Row next() {
        if (ahead == null) {
            throw new NoSuchElementException(file.name());
        }
        Row row = ahead;
        ahead = read();
        return row;
    }

    @Override
    public long bytesRead() {
        return text.bytesRead();
    }

    @Override
    public void close() {
        text.close();
    }

    private Row read() {
        String[] cells = nextCells();
        if (cells == null) {
            return null;
        }
        if (cells.length > header.width()) {
            throw FileFormatException.at(
                    file.name(),
                    collector.line(),
                    "has " + cells.length + " cells, the header " + header.width()
                            + "; quote a cell that holds a comma, or name the column");
        }
        return Row.ofCsv(collector.line(), header, cells);
    }

    /** The cells of the next row, or null at the end of the file. */
    private String[] nextCells() {
        String[] cells = parse();
        String last = cells[cells.length - 1];
        if (!last.endsWith(EndMarked.MARK)) {
            return cells;
        }
        if (cells.length == 1 && last.equals(EndMarked.MARK)) {
            return null;
        }
        throw FileFormatException.at(
                file.name(),
                collector.line(),
                "a quote is opened and never closed; close it, or double it inside a cell");
    }

    private String[] parse() {
        try {
            return parsed.next();
        } catch (UncheckedIOException e) {
            throw text.complaint(e.getCause());
        } catch (CsvParseException | CellCollector.TooLong e) {
            throw FileFormatException.at(file.name(), collector.line(), complaint(e));
        }
    }

    private static String complaint(RuntimeException e) {
        if (e instanceof CellCollector.TooLong || e.getCause() instanceof CellCollector.TooLong) {
            return "the row goes on for more than " + LineLimit.MAX_CHARS + " characters; end it with a line end";
        }
        String message = String.valueOf(
                e.getCause() == null ? e.getMessage() : e.getCause().getMessage());
        if (message.contains("closing quote")) {
            return "text follows a closing quote; double a quote that belongs to the cell";
        }
        // The parser takes the rest of the file for one cell and gives up when that outgrows its buffer.
        return message.contains("maximum buffer size")
                ? "a cell goes on for more than " + LineLimit.MAX_CHARS
                        + " characters; close the quote that it begins with"
                : "cannot be read as CSV (" + message + ")";
    }
}
