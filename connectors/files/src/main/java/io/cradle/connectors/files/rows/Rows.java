package io.cradle.connectors.files.rows;

import java.util.Iterator;

/**
 * The rows of one file, read as they are asked for. Every call may throw a {@link
 * io.cradle.connectors.files.FileFormatException}: bytes that are not UTF-8, a broken gzip, a quote left open, a row
 * wider than its header come to light only when they are reached.
 */
public interface Rows extends Iterator<Row>, AutoCloseable {

    /** Bytes of the file on disk that have been read, read-ahead included. */
    long bytesRead();

    @Override
    void close();
}
