package io.cradle.connectors.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputDirectoryTest {
    @TempDir
    Path tmp;

    @Test
    void isCreatedWithItsParentsAndLeftEmpty() throws IOException {
        Path out = tmp.resolve("a/b");
        assertEquals(out.resolve("x.csv"), OutputDirectory.prepare(out).file("x.csv"));
        try (Stream<Path> files = Files.list(out)) {
            assertEquals(0, files.count());
        }
    }

    @Test
    void aFileIsRefused() throws IOException {
        Path file = InputFiles.write(tmp, "out", "text");
        assertEquals(
                file + ": is a file; name a directory for the results",
                assertThrows(FileFormatException.class, () -> OutputDirectory.prepare(file))
                        .getMessage());
    }

    @Test
    void aDirectoryThatCannotBeMadeIsRefused() throws IOException {
        Path file = InputFiles.write(tmp, "out", "text");
        String message = assertThrows(FileFormatException.class, () -> OutputDirectory.prepare(file.resolve("below")))
                .getMessage();
        assertTrue(message.contains("cannot be written to"), message);
    }
}
