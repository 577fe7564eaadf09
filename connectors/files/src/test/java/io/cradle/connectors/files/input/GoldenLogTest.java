package io.cradle.connectors.files.input;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.cradle.connectors.files.sink.LogText;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Directories of input files and the log that they stand for, in {@code src/test/resources/golden}. */
class GoldenLogTest {
    static final long AS_OF_MS = Instant.parse("2025-01-01T00:00:00Z").toEpochMilli();

    @ParameterizedTest
    @ValueSource(strings = {"every-topic", "bills", "merged", "faults"})
    void filesReadAs(String name) throws IOException {
        Path golden = golden(name);
        assertEquals(Files.readString(golden.resolve("expected.txt")).stripTrailing(), String.join("\n", log(golden)));
    }

    static List<String> log(Path directory) {
        List<String> lines = new ArrayList<>();
        try (LogFileReader reader = LogFileReader.open(InputDirectory.open(directory), new EpochGrid(AS_OF_MS, 500))) {
            reader.forEachRemaining(record -> lines.add(LogText.of(record)));
        }
        return lines;
    }

    static Path golden(String name) {
        URL url = Objects.requireNonNull(GoldenLogTest.class.getResource("/golden/" + name), name);
        try {
            return Path.of(url.toURI());
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }
}
