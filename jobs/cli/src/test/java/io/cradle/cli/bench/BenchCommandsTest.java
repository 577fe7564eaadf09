package io.cradle.cli.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cradle.cli.Executed;
import io.cradle.cli.ExitCode;
import io.cradle.cli.terminal.StopSignal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The benchmarks run, at sizes at which nothing is learnt but that their numbers are there. No time is judged. */
class BenchCommandsTest {
    @TempDir
    Path out;

    @Test
    void settleMeasuresEveryFamilyAndItsFiguresAreRight() throws IOException {
        Executed executed = Executed.of(
                "bench",
                "settle",
                "--sizes",
                "2000",
                "--samples",
                "20",
                "--repetitions",
                "1",
                "--changes",
                "50",
                "--lu-seconds",
                "60",
                "--no-targets",
                "--out",
                out.toString());
        assertEquals(ExitCode.DONE, executed.exitCode(), executed.everything());
        JsonNode report = new ObjectMapper().readTree(out.resolve("settle.json").toFile());
        assertEquals(3, report.get("cases").size());
        for (JsonNode each : report.get("cases")) {
            assertTrue(value(each, "one sweep") > 0, each.toString());
            assertTrue(value(each, "one sweep / limit") > 0, each.toString());
            assertTrue(value(each, "cold solve, evaluations per node") >= 1, each.toString());
            assertTrue(value(each, "one change of a bill") > 0, each.toString());
            assertTrue(value(each, "revision of the hub factor, nodes moved") > 70, each.toString());
            assertTrue(value(each, "difference from a solve from scratch") <= 1e-9, each.toString());
            assertTrue(value(each, "difference from one component alone") <= 1e-9, each.toString());
            assertTrue(value(each, "sparse LU, difference") <= 1e-9, each.toString());
        }
        assertPlot("settle-latency");
        assertPlot("settle-size");
        assertTrue(executed.out().contains("family giant, products 2,000"), executed.out());
        assertTrue(executed.err().contains("mid, 2,000 products: single changes"), executed.err());
    }

    @Test
    void growthFitsExponentsAndCountsNetworks() throws IOException {
        Executed executed = Executed.of(
                "bench",
                "growth",
                "--sizes",
                "200,400",
                "--networks",
                "1,2",
                "--products-each",
                "200",
                "--epochs",
                "3",
                "--no-targets",
                "--out",
                out.toString());
        assertEquals(ExitCode.DONE, executed.exitCode(), executed.everything());
        JsonNode report = new ObjectMapper().readTree(out.resolve("growth.json").toFile());
        assertEquals(5, report.get("cases").size());
        assertTrue(value(report.get("cases").get(0), "all bills in one epoch") > 0, report.toString());
        assertTrue(Double.isFinite(value(report.get("cases").get(2), "all bills: exponent of n log n")));
        assertTrue(value(report.get("cases").get(4), "changes settled a second") > 0, report.toString());
        assertPlot("growth-size");
        assertPlot("growth-networks");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "settle --sizes 10         | --sizes is 10, must be at least 200",
                "settle --samples 0        | --samples is 0, must be at least 1",
                "settle --families many    | is none of few, mid, giant",
                "growth --sizes 10000,1000 | must be ascending",
                "growth --networks 0       | at least 1",
                "pipeline --readings 0     | --readings is 0, must be from 1 to 21504000",
                "pipeline --networks 1000  | --networks is 1000, must be from 1 to 992",
                "pipeline --backend disk   | is no backend: heap or rocksdb",
                "freshness --changed 3     | --changed is 3, must be even",
                "freshness --rate 1000     | --rate is 1000, must be from 2000",
                "freshness --seconds 5000  | --seconds is 5000, must be from 2 to 1314",
                "recovery --products 1001  | must be a multiple of 200",
                "recovery --backend disk   | must be heap or rocksdb"
            })
    void whatCannotBeMeasuredIsRefused(String arguments, String because) {
        String[] words = Stream.concat(Stream.of("bench"), Stream.of(arguments.split(" ")))
                .toArray(String[]::new);
        Executed executed = Executed.of(words);
        assertEquals(ExitCode.COULD_NOT_RUN, executed.exitCode());
        assertTrue(executed.err().contains(because), executed.err());
    }

    @Test
    void aStopEndsIt() {
        StopSignal stop = new StopSignal();
        stop.give();
        Executed executed = Executed.until(stop, "bench", "settle", "--sizes", "2000", "--out", out.toString());
        assertEquals(ExitCode.COULD_NOT_RUN, executed.exitCode());
        assertTrue(executed.err().contains("stopped before the end"), executed.err());
    }

    private void assertPlot(String name) throws IOException {
        String plot = Files.readString(out.resolve(name + ".svg"));
        assertTrue(plot.contains("<svg") && plot.contains("<path"), name);
        assertTrue(plot.length() < 150_000, name + " has " + plot.length() + " characters");
    }

    private static double value(JsonNode each, String what) {
        return StreamSupport.stream(each.get("findings").spliterator(), false)
                .filter(finding -> finding.get("what").asText().equals(what))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + what + " in " + each))
                .get("value")
                .asDouble();
    }
}
