package io.cradle.cli.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cradle.cli.Executed;
import io.cradle.cli.ExitCode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

class ExplainCommandTest {
    /** Per kg of steel: 0.5 kW.h and 1.2 kg of its own, and 0.7 kg of coal, which takes 0.01 kg of steel. */
    private static final double STEEL = (0.5 * 0.5777 + 1.2 + 0.7 * 0.1 * 0.5777) / (1 - 0.7 * 0.01);

    private static final double CAR = 900 * STEEL - 50 * 0.9 + 5 * 40;

    @TempDir
    Path directory;

    @Test
    void aFootprintInATable() {
        Executed run = explain("demo/car");
        assertEquals(ExitCode.DONE, run.exitCode(), run.everything());
        assertHas(
                run.out(),
                "network demo, product car, period 2024 as of 2025-01-01T00:00:00Z: complete",
                "footprint  " + Digits.of(CAR) + " kgCO2e / {piece} excluding biogenic uptake",
                "made of    " + Digits.of(CAR + 45) + " and credits of -45",
                "direct CO2 of product steel",
                "factor electricity/CN/supply/2024-01-01, version 2024-1, MEE",
                "supplied seat/acme, record demo/pcf-1, acme",
                "credit for -50 kg of factor scrap/GLO/supply/2024-01-01",
                "tier 8 and deeper",
                "car < steel < direct emissions",
                "credit: car < factor scrap/GLO/supply/2024-01-01");
    }

    @Test
    void everyBlockAddsUpInJson() throws IOException {
        Executed run = explain("demo/car", "--format", "json", "--top", "3", "--tiers", "2");
        assertEquals(ExitCode.DONE, run.exitCode(), run.everything());
        JsonNode json = new ObjectMapper().readTree(run.out());
        assertEquals(CAR, json.get("pcf_excluding_biogenic_uptake").doubleValue(), 1e-9 * CAR);
        for (String block : List.of("leaves", "inputs", "tiers")) {
            assertEquals(CAR, sum(json.get(block)), 1e-9 * CAR, block);
        }
        assertEquals(3, json.get("paths").size());
        assertEquals(3, json.get("tiers").size());
        assertEquals(CAR, sum(json.get("paths")) + json.get("other_paths").doubleValue(), 1e-9 * CAR);
        JsonNode steel = json.get("leaves").get(0);
        assertEquals("direct", steel.get("kind").textValue());
        assertEquals(900 * 1.2 / (1 - 0.007), steel.get("amount").doubleValue(), 1e-6);
        assertEquals(-45, json.get("credits").doubleValue(), 1e-9);
    }

    private static double sum(JsonNode block) {
        double sum = 0;
        for (JsonNode each : block) {
            sum += each.get("kgCO2e").doubleValue();
        }
        return sum;
    }

    @Test
    void theDiagramIsDrawn() throws Exception {
        Path svg = directory.resolve("car.svg");
        Executed run = explain("demo/car", "--svg", svg.toString());
        assertEquals(ExitCode.DONE, run.exitCode(), run.everything());
        Document drawn =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(svg.toFile());
        List<String> texts = new ArrayList<>();
        NodeList nodes = drawn.getElementsByTagName("text");
        for (int i = 0; i < nodes.getLength(); i++) {
            texts.add(nodes.item(i).getTextContent());
        }
        assertEquals("demo / car, 2024: " + Digits.of(CAR) + " kgCO2e / {piece}", texts.get(0));
        assertTrue(texts.contains("factor scrap/GLO/supply/2024-01-01 -45"), texts.toString());
        assertTrue(texts.contains("supplied seat/acme 200"), texts.toString());
        assertTrue(drawn.getElementsByTagName("path").getLength() > 4);
        refused(
                explain("demo/car", "--svg", directory.resolve("no/car.svg").toString()),
                "the diagram cannot be written to");
    }

    @Test
    void gapsAndLoopsAreSaid() {
        Executed lost = explain("demo/lost");
        assertEquals(ExitCode.DONE, lost.exitCode(), lost.everything());
        assertHas(lost.out(), ": incomplete", "the figure is a lower bound");
        Executed dead = explain("demo/dead");
        assertEquals(ExitCode.NO, dead.exitCode(), dead.everything());
        assertHas(dead.out(), "product dead has no figure in 2024: its result is non-productive-loop");
    }

    @Test
    void filesWithLogTimesAreReadUpToATime() {
        Path in = InputDirectories.of(directory, """
                network,product,declared_unit,input_kind,input,amount,unit,log_time
                n,bar,kg,flow,electricity,3,kW.h,2024-03-02T10:00:00Z
                n,bar,kg,flow,electricity,4,kW.h,2024-03-05T10:00:00Z
                n,rod,kg,product,bar,2,kg,2024-04-02T10:00:00Z
                """, """
                flow,kind,valid_from,unit,fossil,log_time
                electricity,supply,2024-01-01,kW.h,0.5,2024-03-01T00:00:00Z
                """, "network,record\n");
        String files = in.toString();
        Executed then = Executed.of("explain", "n/bar", "--files", files, "--as-of", "2024-03-04T00:00:00.1Z");
        assertEquals(ExitCode.DONE, then.exitCode(), then.everything());
        assertHas(then.out(), "period 2024-03 as of 2024-03-04T00:00:00.500Z: complete", "footprint  1.5 kgCO2e / kg");
        assertHas(then.err(), "--as-of is raised to the end of its epoch, 2024-03-04T00:00:00.500Z");
        assertHas(Executed.of("explain", "n/bar", "--files", files).out(), "period 2024-04", "footprint  2 kgCO2e");
        refused(
                Executed.of("explain", "n/rod", "--files", files, "--as-of", "2024-03-06T00:00:00Z"),
                "product 'rod' is not made in 2024-03",
                "did you mean 'bar'?");
        refused(
                Executed.of("explain", "n/bar", "--files", files, "--period", "2024-05"),
                "there is no period 2024-05 at 2024-04-02T10:00:00Z, but 2024-03, 2024-04");
    }

    @Test
    void whatIsWrongIsNamed() {
        String files = InputDirectories.car(directory).toString();
        refused(explain("demo"), "'demo' is not NETWORK/PRODUCT, such as acme/car");
        refused(explain("demo/cra"), "product 'cra' is not made in 2024", "did you mean 'car'?");
        refused(explain("dmo/car"), "network 'dmo' has no records", "did you mean 'demo'?");
        refused(explain("demo/car", "--top", "0"), "--top 0 is too few");
        refused(explain("demo/car", "--format", "xml"), "--format", "xml");
        refused(explain("demo/car", "--as-of", "2024-01-01T00:00:00Z"), "leave --as-of out");
        refused(Executed.of("explain", "demo/car", "--files", files), "--period 2024");
        refused(Executed.of("explain", "demo/car", "--files", files, "--period", "20245"), "20245", "2024-Q1");
        refused(Executed.of("explain", "demo/car", "--period", "2024"), "--files", "--bootstrap-servers");
        refused(Executed.of("explain", "demo/car", "--period", "2024", "--files", "nowhere"), "no such directory");
    }

    private Executed explain(String of, String... more) {
        List<String> arguments = new ArrayList<>(List.of("explain", of, "--period", "2024"));
        arguments.addAll(List.of("--files", InputDirectories.car(directory).toString()));
        arguments.addAll(List.of(more));
        return Executed.of(arguments.toArray(String[]::new));
    }

    static void assertHas(String text, String... words) {
        for (String word : words) {
            assertTrue(text.contains(word), word + " in " + text);
        }
    }

    static void refused(Executed executed, String... words) {
        assertEquals(ExitCode.COULD_NOT_RUN, executed.exitCode(), executed.everything());
        assertFalse(executed.everything().contains("\tat "), executed.everything());
        assertHas(executed.err(), words);
    }
}
