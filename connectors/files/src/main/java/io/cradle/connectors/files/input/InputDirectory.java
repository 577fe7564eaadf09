package io.cradle.connectors.files.input;

import io.cradle.connectors.files.FileFormatException;
import io.cradle.connectors.files.rows.TopicFile;
import io.cradle.schemas.wire.InputTopic;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** A directory with at most one file per input topic, all of which have been read through once and can be read. */
public final class InputDirectory implements Serializable {
    private static final long serialVersionUID = 1L;

    private final EnumMap<InputTopic, FileSurvey> files;
    private final String[] ignored;

    private InputDirectory(EnumMap<InputTopic, FileSurvey> files, List<String> ignored) {
        this.files = files;
        this.ignored = ignored.toArray(String[]::new);
    }

    /**
     * Reads every file through, so that whatever makes one unusable as a whole is known before anything runs.
     *
     * @throws FileFormatException for a directory that is not there or cannot be read, two files of one topic, and any
     *     fault of header, quoting, row width, encoding, compression or log time; the message says what would be right
     */
    public static InputDirectory open(Path directory) {
        DirectoryListing listing = DirectoryListing.of(directory);
        EnumMap<InputTopic, FileSurvey> surveys = new EnumMap<>(InputTopic.class);
        listing.files().forEach((topic, file) -> surveys.put(topic, FileSurvey.of(file)));
        return new InputDirectory(surveys, listing.ignored());
    }

    /** The topics that have a file, in the order in which topics are declared. */
    public Set<InputTopic> topics() {
        return Collections.unmodifiableSet(files.keySet());
    }

    /** Names of the files that are no topic's, in alphabetical order. */
    public List<String> ignored() {
        return List.of(ignored);
    }

    /** Topic name to file name. */
    public SortedMap<String, String> fileNames() {
        SortedMap<String, String> names = new TreeMap<>();
        files.forEach(
                (topic, survey) -> names.put(topic.topicName(), survey.file().name()));
        return names;
    }

    /** Rows below the header of each file; empty lines are none. */
    public Map<InputTopic, Long> rows() {
        Map<InputTopic, Long> rows = new EnumMap<>(InputTopic.class);
        files.forEach((topic, survey) -> rows.put(topic, survey.rows()));
        return rows;
    }

    /** Whether any row states a log time; if none does, all rows are of one epoch. */
    public boolean hasLogTime() {
        return firstLogTimeMs().isPresent();
    }

    /** The smallest log time that a row states, ms. */
    public OptionalLong firstLogTimeMs() {
        return files.values().stream()
                .flatMapToLong(survey -> survey.firstLogTimeMs().stream())
                .min();
    }

    /** Size of all topics' files on disk: where {@link LogFileReader#bytesRead} ends. */
    public long totalBytes() {
        return files.values().stream().mapToLong(FileSurvey::bytes).sum();
    }

    List<TopicFile> files() {
        return files.values().stream().map(FileSurvey::file).toList();
    }
}
