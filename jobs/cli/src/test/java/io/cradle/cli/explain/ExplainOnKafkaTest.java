package io.cradle.cli.explain;

import static io.cradle.cli.explain.ExplainCommandTest.assertHas;
import static io.cradle.cli.explain.ExplainCommandTest.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cradle.cli.Executed;
import io.cradle.cli.ExitCode;
import io.cradle.cli.RunningRollup;
import io.cradle.schemas.ProductFootprint;
import io.cradle.schemas.wire.InputTopic;
import io.cradle.testkit.generate.Records;
import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a real job published is explained from its log, and nothing is published for it. */
@Timeout(240)
class ExplainOnKafkaTest {
    private static RunningRollup running;
    private static long firstMs;
    private static ProductFootprint rod;

    @BeforeAll
    static void start() {
        running = RunningRollup.start();
        running.publish(
                InputTopic.EMISSION_FACTORS, Records.factor("electricity", "supply", "2024-01-01", "kW.h", "0.5"));
        running.publish(
                InputTopic.BILLS_OF_MATERIALS,
                Records.bill("acme", "bar", "kg", "2024-01-01", Records.line("flow", "electricity", "3", "kW.h")));
        firstMs = running.awaitSettled("acme");
        running.publish(
                InputTopic.BILLS_OF_MATERIALS,
                Records.bill("acme", "rod", "kg", "2024-01-01", Records.line("product", "bar", "1.1", "kg")));
        running.awaitSettled("acme");
        running.await("a footprint of rod", () -> running.records(ProductFootprint.class).stream()
                .anyMatch(footprint -> footprint.getProduct().equals("rod")));
        rod = running.newest("acme", "rod");
    }

    @AfterAll
    static void stop() {
        running.close();
    }

    @Test
    void whatWasPublishedIsExplained() throws IOException {
        Executed run = running.onWithSettings("explain", "acme/rod", "--format", "json");
        assertEquals(ExitCode.DONE, run.exitCode(), run.everything());
        JsonNode json = new ObjectMapper().readTree(run.out());
        assertEquals(rod.getPeriod(), json.get("period").textValue());
        double figure = rod.getFigures().getPcfExcludingBiogenicUptake();
        assertEquals(figure, json.get("leaves").get(0).get("kgCO2e").doubleValue(), 1e-9 * figure);
        assertEquals(
                "electricity/GLO/supply/2024-01-01",
                json.get("leaves").get(0).get("record").textValue());
    }

    @Test
    void anEarlierTimeIsExplainedAsItWasThen() {
        String first = Instant.ofEpochMilli(firstMs).toString();
        Executed run = running.onWithSettings("explain", "acme/bar", "--as-of", first);
        assertEquals(ExitCode.DONE, run.exitCode(), run.everything());
        assertHas(run.out(), "as of " + first, "footprint  1.5 kgCO2e / kg");
        refused(
                running.onWithSettings("explain", "acme/rod", "--as-of", first),
                "product 'rod' is not made",
                "did you mean 'bar'?");
        refused(running.onWithSettings("explain", "acme/rod", "--as-of", "2999-01-01T00:00:00Z"), "still to come");
        refused(running.onWithSettings("explain", "acne/rod"), "'acne'", "did you mean 'acme'?");
    }

    @Test
    void aWhatIfPublishesNothing() {
        int before = running.log().entries().size();
        Executed run = running.on(
                "whatif",
                "acme",
                "--set",
                "factor:electricity=0.4",
                "--setting",
                "reporting.grace=30000 d",
                "--setting",
                "reporting.retention-months=1200");
        assertEquals(ExitCode.DONE, run.exitCode(), run.everything());
        assertHas(run.out(), "bar ", "rod ", "-20.00 %", "2 of 2 products change");
        assertEquals(before, running.log().entries().size());
        assertEquals(rod, running.newest("acme", "rod"));
    }
}
