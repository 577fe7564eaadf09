package io.cradle.cli.bench.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cradle.cli.Executed;
import io.cradle.cli.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The benchmark runs with its processes, at a size at which nothing is learnt but that its numbers are there. */
class PipelineBenchTest {
    @TempDir
    Path out;

    @Test
    void everyNumberIsThereAndEveryReadingSettled() throws IOException {
        Executed executed = Executed.of(
                "bench",
                "pipeline",
                "--readings",
                "20000",
                "--products",
                "20",
                "--meters",
                "60",
                "--networks",
                "2",
                "--backend",
                "rocksdb",
                "--no-targets",
                "--out",
                out.toString());
        assertEquals(ExitCode.DONE, executed.exitCode(), executed.everything());
        JsonNode report =
                new ObjectMapper().readTree(out.resolve("pipeline.json").toFile());
        assertEquals(1, report.get("cases").size());
        Map<String, Double> values = values(report.get("cases").get(0));
        assertTrue(values.get("consumer that only decodes") > 0, values::toString);
        assertTrue(values.get("consumer, per second of processor") > 0, values::toString);
        assertTrue(values.get("job, until all is settled") > 0, values::toString);
        assertTrue(values.get("job, per second of processor") > 0, values::toString);
        assertTrue(values.get("job / fastest consumer") > 0, values::toString);
        // Twenty thousand readings are packed at eight bytes or more each.
        assertTrue(values.get("state") > 8, values::toString);
        assertTrue(values.get("epochs settled") >= 1, values::toString);
        assertEquals(20, values.get("products changed in an epoch, most"), values::toString);
        double shares = values.entrySet().stream()
                .filter(value -> value.getKey().startsWith("time: "))
                .mapToDouble(Map.Entry::getValue)
                .sum();
        assertEquals(100, shares, 1e-6, "shares of time");
        assertTrue(values.get("time: settle") > 0, values::toString);
        assertTrue(Files.readString(out.resolve("pipeline-settled.svg")).contains("<path"), "plot");
    }

    private static Map<String, Double> values(JsonNode each) {
        return StreamSupport.stream(each.get("findings").spliterator(), false)
                .collect(Collectors.toMap(finding -> finding.get("what").asText(), finding -> finding.get("value")
                        .asDouble()));
    }
}
