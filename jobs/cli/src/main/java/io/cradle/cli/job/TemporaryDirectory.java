package io.cradle.cli.job;

import io.cradle.cli.CommandException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A directory that is deleted, with everything in it, when it is closed.
 *
 * @param path where it is
 */
public record TemporaryDirectory(Path path) implements AutoCloseable {

    /**
     * Creates one.
     *
     * @throws CommandException if there is no room for it
     */
    public static TemporaryDirectory create(String prefix) {
        try {
            return new TemporaryDirectory(Files.createTempDirectory(prefix));
        } catch (IOException e) {
            throw new CommandException(
                    "no temporary directory can be made in " + System.getProperty("java.io.tmpdir")
                            + ": make room there, or set another with CRADLE_JAVA_OPTS=-Djava.io.tmpdir=DIR",
                    e);
        }
    }

    @Override
    public void close() {
        try (Stream<Path> paths = Files.walk(path)) {
            List<Path> deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
            for (Path each : deepestFirst) {
                Files.deleteIfExists(each);
            }
        } catch (IOException e) {
            throw new CommandException("the temporary directory " + path + " cannot be deleted: delete it by hand", e);
        }
    }
}
