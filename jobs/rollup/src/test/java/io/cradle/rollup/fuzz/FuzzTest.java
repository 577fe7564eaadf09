package io.cradle.rollup.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cradle.testkit.fuzz.Corpus;
import io.cradle.testkit.fuzz.Exploration;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kept input, then new ones: for some seconds, or {@code -Dfuzz.seconds=N} for each target. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class FuzzTest {
    private static final Path CORPUS = Path.of("src/test/fuzz");
    private static final Path WORK = Path.of("target/fuzz");
    private static final long SHORT_SECONDS = 15;

    static Stream<Class<?>> targets() {
        return EveryTarget.TARGETS.stream();
    }

    @ParameterizedTest
    @MethodSource("targets")
    void whatWasFoundOnceStaysMended(Class<?> target) throws IOException {
        List<Path> inputs = Corpus.inputs(CORPUS.resolve(target.getSimpleName()));
        assertFalse(inputs.isEmpty(), "no corpus");
        for (Path input : inputs) {
            Corpus.replay(target, input);
        }
    }

    @Test
    void nothingNewIsFoundInAShortTime(@TempDir Path seeds) throws Exception {
        for (int i = 0; i < EveryTarget.TARGETS.size(); i++) {
            String name = EveryTarget.TARGETS.get(i).getSimpleName();
            for (Path input : Corpus.inputs(CORPUS.resolve(name))) {
                ByteArrayOutputStream chosen = new ByteArrayOutputStream();
                chosen.write(i);
                chosen.write(Files.readAllBytes(input));
                Files.write(seeds.resolve(name + "-" + input.getFileName()), chosen.toByteArray());
            }
        }
        assertNothing(EveryTarget.class, List.of(seeds), SHORT_SECONDS);
    }

    @ParameterizedTest
    @MethodSource("targets")
    @EnabledIfSystemProperty(named = "fuzz.seconds", matches = "\\d+")
    void nothingNewIsFoundInALongTime(Class<?> target) throws Exception {
        assertNothing(target, List.of(CORPUS.resolve(target.getSimpleName())), Long.getLong("fuzz.seconds"));
    }

    private static void assertNothing(Class<?> target, List<Path> seeds, long seconds) throws Exception {
        Exploration exploration = Exploration.of(target, seeds, WORK, seconds);
        assertEquals(0, exploration.exitCode(), exploration::said);
        int begunWith = Corpus.inputs(seeds.get(0)).size();
        assertTrue(exploration.executions() >= begunWith, exploration::said);
    }
}
