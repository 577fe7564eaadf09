package io.cradle.connectors.files;

import java.io.IOException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import org.apache.flink.util.SerializedThrowable;

/**
 * Files that cannot be used. The message is one sentence for the person who made them: file, line, column and what
 * would be right. It never carries a cause: Flink passes failures on in serialised form, and the message has to get
 * through.
 */
public final class FileFormatException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Longest sentence: cells are quoted in it, and a cell may be the rest of a file. */
    private static final int MAX_CHARS = 1_000;

    public FileFormatException(String message) {
        super(message.length() <= MAX_CHARS ? message : message.substring(0, MAX_CHARS) + "…");
    }

    /** Something wrong with a file as a whole. */
    public static FileFormatException in(String file, String what) {
        return new FileFormatException(file + ": " + what);
    }

    /** Something wrong on a line, counted as an editor shows it: the header is line 1. */
    public static FileFormatException at(String file, long line, String what) {
        return new FileFormatException(file + ", line " + line + ": " + what);
    }

    /** A file or directory that the system refuses to read. */
    public static FileFormatException unreadable(String file, IOException e) {
        return in(file, "cannot be read (" + reason(e) + "); make it readable for this user");
    }

    /** A file or directory that the system refuses to write. */
    public static FileFormatException unwritable(String file, IOException e) {
        return in(file, "cannot be written to (" + reason(e) + "); name a directory that can");
    }

    /** The message of the file fault behind a failure of a job, or empty where something else failed. */
    public static Optional<String> messageBehind(Throwable failure) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Throwable at = failure; at != null && seen.add(at); at = at.getCause()) {
            Throwable original = SerializedThrowable.get(at, FileFormatException.class.getClassLoader());
            if (original instanceof FileFormatException fault) {
                return Optional.of(fault.getMessage());
            }
        }
        return Optional.empty();
    }

    /** The message of many of these exceptions is only the path; what happened is in their name. */
    private static String reason(IOException e) {
        return e.getClass().getSimpleName().replace("Exception", "") + ": " + e.getMessage();
    }
}
