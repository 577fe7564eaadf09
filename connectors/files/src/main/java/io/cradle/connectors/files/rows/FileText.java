package io.cradle.connectors.files.rows;

import io.cradle.connectors.files.FileFormatException;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** The text of a file: unzipped where it is zipped, strict UTF-8, without a byte-order mark. */
final class FileText implements AutoCloseable {
    private static final int BUFFER_BYTES = 1 << 16;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final TopicFile file;
    private final CountedInput bytes;
    private final Reader reader;

    private FileText(TopicFile file, CountedInput bytes, Reader reader) {
        this.file = file;
        this.bytes = bytes;
        this.reader = reader;
    }

    static FileText open(TopicFile file) {
        InputStream raw = null;
        try {
            raw = Files.newInputStream(file.path());
            CountedInput bytes = new CountedInput(raw);
            // A decoder that reports: the usual one would quietly put question marks in place of what it cannot read.
            Reader reader = new BufferedReader(new InputStreamReader(
                    unzipped(file, bytes),
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .onMalformedInput(CodingErrorAction.REPORT)
                            .onUnmappableCharacter(CodingErrorAction.REPORT)));
            skipByteOrderMark(reader);
            return new FileText(file, bytes, reader);
        } catch (IOException e) {
            closeQuietly(raw);
            throw complaint(file, e);
        }
    }

    Reader reader() {
        return reader;
    }

    long bytesRead() {
        return bytes.bytes();
    }

    @Override
    public void close() {
        closeQuietly(reader);
    }

    /** What a failure to read means to the person who made the file. */
    FileFormatException complaint(IOException e) {
        return complaint(file, e);
    }

    private static FileFormatException complaint(TopicFile file, IOException e) {
        if (e instanceof CharacterCodingException) {
            return FileFormatException.at(
                    file.name(), firstUnreadableLine(file), "holds bytes that are not UTF-8; save the file as UTF-8");
        }
        if (e instanceof EndMarked.NoText) {
            return FileFormatException.in(file.name(), e.getMessage());
        }
        if (e instanceof NoSuchFileException) {
            return FileFormatException.in(
                    file.name(), "is no longer there; leave the files in place while they are read");
        }
        boolean zipped = file.format() == FileFormat.CSV_GZ;
        if (zipped && (e instanceof ZipException || e instanceof EOFException)) {
            return FileFormatException.in(
                    file.name(),
                    "is not a whole gzip file (" + e.getMessage() + "); zip it again, or give it unzipped");
        }
        return FileFormatException.unreadable(file.name(), e);
    }

    private static long firstUnreadableLine(TopicFile file) {
        try (InputStream in = unzipped(file, Files.newInputStream(file.path()))) {
            return UnreadableLine.first(in);
        } catch (IOException e) {
            throw FileFormatException.in(file.name(), "is not UTF-8; save the file as UTF-8");
        }
    }

    private static InputStream unzipped(TopicFile file, InputStream raw) throws IOException {
        return file.format() == FileFormat.CSV_GZ ? new GZIPInputStream(raw, BUFFER_BYTES) : raw;
    }

    private static void skipByteOrderMark(Reader reader) throws IOException {
        reader.mark(1);
        if (reader.read() != BYTE_ORDER_MARK) {
            reader.reset();
        }
    }

    private static void closeQuietly(AutoCloseable open) {
        try {
            if (open != null) {
                open.close();
            }
        } catch (Exception e) {
            // Only reading was going on: nothing can be lost by a failing close.
            return;
        }
    }
}
