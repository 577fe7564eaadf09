package io.cradle.connectors.files.rows;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Text with one more row behind its end. The CSV parser takes the end of the input for the end of a quoted cell; where
 * a quote was left open, the mark lands inside the last cell instead of in a row of its own, and so gives it away.
 */
final class EndMarked extends FilterReader {
    /** Noncharacters: Unicode reserves them for uses inside a program, text does not hold them. */
    static final String MARK = "\uFFFE\uFFFF";

    private static final String TAIL = "\n" + MARK;

    private int tailRead = -1;

    EndMarked(Reader text) {
        super(text);
    }

    @Override
    public int read() throws IOException {
        char[] one = new char[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(char[] into, int from, int length) throws IOException {
        if (tailRead < 0) {
            int read = super.read(into, from, length);
            if (read >= 0) {
                return read;
            }
            tailRead = 0;
        }
        int left = Math.min(length, TAIL.length() - tailRead);
        if (left == 0) {
            return -1;
        }
        TAIL.getChars(tailRead, tailRead + left, into, from);
        tailRead += left;
        return left;
    }
}
