package io.cradle.connectors.files.rows;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Finds the line that is not UTF-8. The decoder that met it reads ahead and cannot tell, so the bytes are gone through
 * once more; no byte of a line end is ever part of a longer UTF-8 character.
 */
final class UnreadableLine {
    /** No character has more than four bytes: a longer line is not looked through to its end. */
    private static final int MAX_BYTES = 4 * LineLimit.MAX_CHARS;

    private UnreadableLine() {}

    /** The first line that does not decode, from 1, or one that is too long; the last line where all do. */
    static long first(InputStream bytes) throws IOException {
        InputStream in = new BufferedInputStream(bytes);
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        long number = 1;
        int previous = -1;
        for (int b = in.read(); b >= 0; previous = b, b = in.read()) {
            if (previous == '\n' || (previous == '\r' && b != '\n')) {
                if (!decodes(line.toByteArray())) {
                    return number;
                }
                line.reset();
                number++;
            }
            if (line.size() == MAX_BYTES) {
                return number;
            }
            line.write(b);
        }
        return number;
    }

    private static boolean decodes(byte[] line) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
