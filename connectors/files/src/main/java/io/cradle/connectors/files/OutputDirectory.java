package io.cradle.connectors.files;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A directory that result files can be written to.
 *
 * @param location its path as text, because paths do not serialise
 */
public record OutputDirectory(String location) implements Serializable {

    /**
     * Makes sure that files can be written there, before anything runs; creates missing directories.
     *
     * @throws FileFormatException if it is a file, cannot be created or cannot be written to
     */
    public static OutputDirectory prepare(Path out) {
        if (Files.exists(out) && !Files.isDirectory(out)) {
            throw FileFormatException.in(out.toString(), "is a file; name a directory for the results");
        }
        try {
            Files.createDirectories(out);
            Files.delete(Files.createTempFile(out, ".cradle", ".try"));
        } catch (IOException e) {
            throw FileFormatException.unwritable(out.toString(), e);
        }
        return new OutputDirectory(out.toString());
    }

    /** The path of a result file. */
    public Path file(String name) {
        return Path.of(location).resolve(name);
    }
}
