package io.cradle.connectors.files.rows;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Text whose lines have an end: one that goes on is refused before it fills the memory. */
final class LineLimit extends FilterReader {
    /** A row, a cell and a line have at most so many characters. */
    static final int MAX_CHARS = 1 << 20;

    /** A line that is too long. */
    static final class Exceeded extends IOException {
        private static final long serialVersionUID = 1L;

        Exceeded() {
            super("goes on for more than " + MAX_CHARS + " characters");
        }
    }

    private int sinceLineEnd;

    LineLimit(Reader text) {
        super(text);
    }

    @Override
    public int read() throws IOException {
        char[] one = new char[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(char[] into, int from, int length) throws IOException {
        int read = super.read(into, from, length);
        for (int i = from; i < from + read; i++) {
            sinceLineEnd = into[i] == '\n' || into[i] == '\r' ? 0 : sinceLineEnd + 1;
            if (sinceLineEnd > MAX_CHARS) {
                throw new Exceeded();
            }
        }
        return read;
    }
}
