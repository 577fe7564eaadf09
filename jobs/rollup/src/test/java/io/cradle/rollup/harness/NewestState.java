package io.cradle.rollup.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assertions;

/** Finds the state to go on from with the very script that the images use. */
public final class NewestState {
    private static final String SCRIPT = "docker/flink/newest-state.sh";

    private NewestState() {}

    /** The newest checkpoint or savepoint below a directory; there must be one. */
    public static String below(Path directory) {
        try {
            Process script = new ProcessBuilder("sh", script().toString(), directory.toString()).start();
            String state = new String(script.getInputStream().readAllBytes(), StandardCharsets.UTF_8).trim();
            Assertions.assertFalse(state.isEmpty(), () -> "no state below " + directory);
            return state;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path script() {
        Path directory = Path.of("").toAbsolutePath();
        while (!Files.exists(directory.resolve(SCRIPT))) {
            directory = directory.getParent();
        }
        return directory.resolve(SCRIPT);
    }
}
