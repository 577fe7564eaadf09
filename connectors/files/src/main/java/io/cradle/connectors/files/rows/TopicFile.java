package io.cradle.connectors.files.rows;

import io.cradle.schemas.wire.InputTopic;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * The file of a topic.
 *
 * @param topic the topic that its name says
 * @param format the form that its name says
 * @param location its path as text, because paths do not serialise
 */
public record TopicFile(InputTopic topic, FileFormat format, String location) implements Serializable {

    /** The topic's file at a path, or empty where the name is no topic's or there is no file. */
    public static Optional<TopicFile> at(Path path) {
        String name = String.valueOf(path.getFileName());
        return Arrays.stream(FileFormat.values())
                .filter(format -> name.endsWith(format.suffix()) && Files.isRegularFile(path))
                .flatMap(format -> InputTopic.ofName(
                        name.substring(0, name.length() - format.suffix().length()))
                        .map(topic -> new TopicFile(topic, format, path.toString()))
                        .stream())
                .findFirst();
    }

    public Path path() {
        return Path.of(location);
    }

    public String name() {
        return String.valueOf(path().getFileName());
    }

    /** The rows, from the first. Reads and checks the header at once. */
    public Rows rows() {
        return format == FileFormat.JSON_LINES ? JsonRows.open(this) : CsvRows.open(this);
    }
}
