package io.cradle.cli.bench.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
    private static final Machine MACHINE = Machine.here("abc", "2026-01-01T00:00:00Z", 1.5, 0.5);

    @TempDir
    Path directory;

    @Test
    void spreadsNameTheSampleThatTheShareDoesNotExceed() {
        double[] samples =
                IntStream.rangeClosed(1, 200).mapToDouble(i -> 201 - i).toArray();
        assertEquals(new Spread(200, 100, 180, 198, 200), Spread.of(samples));
        assertEquals(new Spread(1, 7, 7, 7, 7), Spread.of(7));
        assertThrows(IllegalArgumentException.class, Spread::of);
    }

    @Test
    void targetsAreMetUpToTheirLimitAndNeverByWhatIsNoNumber() {
        assertTrue(Target.atMost(2).isMetBy(2));
        assertFalse(Target.atMost(2).isMetBy(2.1));
        assertFalse(Target.atMost(2).isMetBy(Double.NaN));
        assertTrue(Target.atLeast(2).isMetBy(2));
        assertFalse(Target.atLeast(2).isMetBy(1.9));
        assertFalse(Target.atLeast(2).isMetBy(Double.NaN));
    }

    @Test
    void figuresHaveThreeDigitsThatMeanSomething() {
        assertEquals("0.0123", Figures.text(0.01234));
        assertEquals("12.3", Figures.text(12.34));
        assertEquals("1,234,568", Figures.text(1_234_567.8));
        assertEquals("5.2e-13", Figures.text(5.17e-13));
        assertEquals("0", Figures.text(0));
        assertEquals("NaN", Figures.text(Double.NaN));
    }

    @Test
    void tableAndJsonSayTheSame() throws IOException {
        Report report = report();
        assertEquals(2, report.targets());
        assertEquals(1, report.missed());
        assertEquals("bench settle, seed 1", ReportTable.head(report));
        List<String> lines = ReportTable.lines(report.cases().get(0));
        assertEquals("family few", lines.get(1));
        assertTrue(lines.get(2).contains("sweep") && lines.get(2).endsWith("<= 2.5  met"), lines.get(2));
        assertTrue(lines.get(3).contains("change") && lines.get(3).endsWith("<= 200  MISSED"), lines.get(3));
        assertTrue(lines.get(4).contains("LU") && lines.get(4).contains("gave up"), lines.get(4));
        List<String> foot = ReportTable.foot(report, MACHINE);
        assertEquals("1 of 2 targets met", foot.get(foot.size() - 1));

        Path file = directory.resolve("x.json");
        ReportJson.write(report, MACHINE, file);
        JsonNode json = new ObjectMapper().readTree(file.toFile());
        assertEquals(1, json.get("missed").asInt());
        JsonNode findings = json.get("cases").get(0).get("findings");
        assertEquals(2.0, findings.get(0).get("value").asDouble());
        assertTrue(findings.get(0).get("met").asBoolean());
        assertEquals(300.0, findings.get(1).get("spread").get("most").asDouble());
        assertEquals("gave up after 5 s", findings.get(2).get("why").asText());
    }

    @Test
    void aCaseIsFinishedWhenTheNextOneBegins() {
        List<String> finished = new ArrayList<>();
        Report report = new Report("settle", Map.of(), each -> finished.add(each.of() + " " + each.value("x")));
        report.begin(Map.of("n", 1)).measured("x", 5, "ms");
        assertTrue(finished.isEmpty());
        report.begin(Map.of("n", 2)).measured("x", 6, "ms");
        assertEquals(List.of("{n=1} 5.0"), finished);
        report.end();
        assertEquals(List.of("{n=1} 5.0", "{n=2} 6.0"), finished);
    }

    @Test
    void aCaseIsAskedForWhatItHas() {
        Case each = report().cases().get(0);
        assertEquals(2, each.value("sweep"));
        assertTrue(Double.isNaN(each.value("LU")));
        assertTrue(Double.isNaN(each.value("nothing")));
    }

    private static Report report() {
        Report report = new Report("settle", Map.of("seed", 1), each -> {});
        Case into = report.begin(Map.of("family", "few"));
        into.measured("sweep", 2, "x", Target.atMost(2.5));
        into.measured("change", Spread.of(250, 300), "µs", Target.atMost(200));
        into.missing("LU", "gave up after 5 s");
        return report;
    }
}
