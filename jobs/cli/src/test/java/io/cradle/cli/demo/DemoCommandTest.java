package io.cradle.cli.demo;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cradle.cli.Executed;
import io.cradle.cli.ExitCode;
import io.cradle.cli.LoopbackPort;
import io.cradle.cli.terminal.StopSignal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(180)
class DemoCommandTest {

    @Test
    void figuresArePlausibleAndNothingIsLeftBehind() throws IOException {
        List<Path> before = temporary();
        Executed demo = Executed.of("demo", "--headless", "--for", "20s");
        assertEquals(ExitCode.DONE, demo.exitCode(), demo.everything());
        List<String> verdicts =
                demo.out().lines().filter(line -> line.contains("plausible")).toList();
        assertAll(
                () -> assertEquals(PlausibleRange.bundled().size(), verdicts.size(), demo.out()),
                () -> assertFalse(demo.out().contains("IMPLAUSIBLE"), demo.out()),
                () -> assertFalse(demo.out().contains("no figure"), demo.out()),
                () -> assertTrue(demo.out().contains("rejected unknown-unit: 1"), demo.out()),
                () -> assertTrue(demo.out().contains("rejected unit-dimension: 1"), demo.out()),
                () -> assertTrue(demo.out().contains("rejected unknown-meter: 1"), demo.out()),
                () -> assertTrue(demo.out().contains("* national electricity of 2024 is published"), demo.out()),
                () -> assertTrue(demo.out().contains("* the car becomes lighter"), demo.out()),
                () -> assertFalse(demo.out().contains("\u001b"), "control characters in lines for a pipe"),
                () -> assertEquals("", demo.err()),
                () -> assertEquals(before, temporary()));
    }

    @Test
    void interruptEndsItCleanly() throws IOException {
        List<Path> before = temporary();
        StopSignal interrupt = new StopSignal();
        interrupt.give();
        Executed demo = Executed.watched(interrupt, "demo");
        assertEquals(ExitCode.DONE, demo.exitCode(), demo.everything());
        assertEquals("", demo.err());
        assertEquals(before, temporary());
    }

    @Test
    void withoutACarTheAnswerIsNo() {
        StopSignal interrupt = new StopSignal();
        interrupt.give();
        Executed demo = Executed.until(interrupt, "demo", "--for", "60s");
        assertEquals(ExitCode.NO, demo.exitCode(), demo.everything());
        assertTrue(demo.out().contains("no figure"), demo.out());
    }

    @Test
    void takenPortsAreNamed() throws IOException {
        try (LoopbackPort taken = LoopbackPort.take()) {
            String port = taken.number();
            for (String option : List.of("--port", "--web-port")) {
                List<Path> before = temporary();
                Executed demo = Executed.of("demo", "--headless", "--for", "5s", option, port);
                assertEquals(ExitCode.COULD_NOT_RUN, demo.exitCode(), demo.everything());
                assertEquals(1, demo.err().lines().count(), demo.err());
                assertTrue(demo.err().contains("port " + port + " on 127.0.0.1 is in use"), demo.err());
                assertEquals(before, temporary(), option);
            }
        }
    }

    @Test
    void durationsNeedAUnit() {
        Executed demo = Executed.of("demo", "--for", "60");
        assertEquals(ExitCode.COULD_NOT_RUN, demo.exitCode());
        assertTrue(demo.err().contains("'60' is no duration such as 60s"), demo.err());
    }

    @Test
    void pictureIsDrawnWhereAPersonWatches() {
        Executed ended = Executed.watched(new StopSignal(), "demo", "--for", "2s");
        assertTrue(ended.out().contains("\u001b[H"), ended.out());
        assertTrue(ended.out().contains("records sent"), ended.out());
    }

    /** What earlier runs of this program have left in the directory for temporary files. */
    private static List<Path> temporary() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith("cradle-"))
                    .sorted()
                    .toList();
        }
    }
}
