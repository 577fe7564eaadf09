package io.cradle.connectors.files.input;

import io.cradle.connectors.files.FileFormatException;
import io.cradle.connectors.files.rows.TopicFile;
import io.cradle.schemas.wire.InputTopic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The files of a directory, sorted into topics by their names.
 *
 * @param files one per topic
 * @param ignored names of the others
 */
record DirectoryListing(Map<InputTopic, TopicFile> files, List<String> ignored) {

    static DirectoryListing of(Path directory) {
        Map<InputTopic, TopicFile> files = new EnumMap<>(InputTopic.class);
        List<String> ignored = new ArrayList<>();
        for (Path path : sorted(directory)) {
            Optional<TopicFile> file = TopicFile.at(path);
            if (file.isEmpty()) {
                ignored.add(String.valueOf(path.getFileName()));
                continue;
            }
            TopicFile other = files.putIfAbsent(file.get().topic(), file.get());
            if (other != null) {
                throw FileFormatException.in(
                        directory.toString(),
                        other.name() + " and " + file.get().name() + " are two files of one topic; keep one");
            }
        }
        return new DirectoryListing(files, ignored);
    }

    private static List<Path> sorted(Path directory) {
        if (!Files.isDirectory(directory)) {
            throw FileFormatException.in(
                    directory.toString(),
                    Files.exists(directory)
                            ? "is a file; name the directory that holds the input files"
                            : "no such directory; name the one that holds the input files");
        }
        try (Stream<Path> paths = Files.list(directory)) {
            return paths.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw FileFormatException.unreadable(directory.toString(), e);
        }
    }
}
