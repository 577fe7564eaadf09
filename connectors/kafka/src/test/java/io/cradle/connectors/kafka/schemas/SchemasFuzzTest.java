package io.cradle.connectors.kafka.schemas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cradle.testkit.fuzz.Corpus;
import io.cradle.testkit.fuzz.Exploration;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** The topic of schemas under Jazzer, for some seconds or {@code -Dfuzz.seconds=N}. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class SchemasFuzzTest {
    private static final Path CORPUS = Path.of("src/test/fuzz/SchemasTarget");

    @Test
    void whatWasFoundOnceStaysMended() throws IOException {
        List<Path> inputs = Corpus.inputs(CORPUS);
        assertTrue(inputs.size() > 2, "no corpus");
        for (Path input : inputs) {
            Corpus.replay(SchemasTarget.class, input);
        }
    }

    @Test
    void nothingNewIsFound() throws Exception {
        Exploration exploration = Exploration.of(
                SchemasTarget.class, List.of(CORPUS), Path.of("target/fuzz"), Long.getLong("fuzz.seconds", 5));
        assertEquals(0, exploration.exitCode(), exploration::said);
        assertTrue(exploration.executions() >= Corpus.inputs(CORPUS).size(), exploration::said);
    }
}
