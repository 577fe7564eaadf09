package io.cradle.connectors.files.rows;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Text with one more row behind its end. The CSV parser takes the end of the input for the end of a quoted cell; where
 * a quote was left open, the mark lands inside the last cell instead of in a row of its own, and so gives it away. Text
 * that holds the mark's last character is refused: it could feign the end.
 */
final class EndMarked extends FilterReader {
    /** Noncharacters: Unicode reserves them for uses inside a program, text does not hold them. */
    static final String MARK = "\uFFFE\uFFFF";

    private static final String TAIL = "\n" + MARK;
    private static final char LAST = MARK.charAt(MARK.length() - 1);

    /** Text that holds a character which no text has. */
    static final class NoText extends IOException {
        private static final long serialVersionUID = 1L;

        NoText() {
            super("holds the character U+FFFF, which is reserved and no text; take it out");
        }
    }

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
                requireText(into, from, read);
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

    private static void requireText(char[] read, int from, int length) throws NoText {
        for (int i = from; i < from + length; i++) {
            if (read[i] == LAST) {
                throw new NoText();
            }
        }
    }
}
