package io.cradle.cli.chaos;

import io.cradle.cli.CommandException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The directory of a run. A run needs an empty one; what an earlier run left in it goes, what else is in it stays. */
final class RunDirectory {
    private static final String MARK = "chaos-run";

    private RunDirectory() {}

    static Path prepare(Path directory) {
        try {
            if (Files.exists(directory.resolve(MARK))) {
                delete(directory);
            }
            Files.createDirectories(directory);
            try (Stream<Path> inIt = Files.list(directory)) {
                if (inIt.findAny().isPresent()) {
                    throw new CommandException(
                            directory + " is not empty and no earlier run made it: name another with --directory");
                }
            }
            Files.createFile(directory.resolve(MARK));
            return directory;
        } catch (IOException e) {
            throw new CommandException("the directory " + directory + " cannot be used: " + e.getMessage(), e);
        }
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> paths = Files.walk(directory)) {
            List<Path> deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.delete(path);
            }
        }
    }
}
