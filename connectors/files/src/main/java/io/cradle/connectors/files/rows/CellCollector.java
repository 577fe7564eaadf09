package io.cradle.connectors.files.rows;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import java.util.Arrays;

/** Takes the cells of a row from the CSV parser, and knows on which line it is even when the parser fails. */
final class CellCollector extends AbstractBaseCsvCallbackHandler<String[]> {
    /** A row that is too long. */
    static final class TooLong extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private final CellPool pool = new CellPool();
    private String[] cells = new String[32];
    private int count;
    private int chars;
    private long line;

    /** The line on which the row being read, or just read, begins. */
    long line() {
        return line;
    }

    @Override
    protected void handleBegin(long startingLineNumber) {
        line = startingLineNumber;
        count = 0;
        chars = 0;
    }

    @Override
    protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
        // A cell of nothing counts, too: a row of commas must end.
        chars += length + 1;
        if (chars > LineLimit.MAX_CHARS) {
            throw new TooLong();
        }
        if (count == cells.length) {
            cells = Arrays.copyOf(cells, 2 * count);
        }
        cells[count++] = pool.cell(buffer, offset, length);
    }

    @Override
    protected String[] buildRecord() {
        return Arrays.copyOf(cells, count);
    }
}
