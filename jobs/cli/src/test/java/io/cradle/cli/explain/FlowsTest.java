package io.cradle.cli.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cradle.connectors.files.input.EpochGrid;
import io.cradle.connectors.files.input.InputDirectory;
import io.cradle.connectors.files.input.LogFileReader;
import io.cradle.core.explain.ExplainLimits;
import io.cradle.core.explain.Explanation;
import io.cradle.rollup.config.Settings;
import io.cradle.schemas.wire.SchemaCatalog;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlowsTest {
    @TempDir
    Path directory;

    @Test
    void whatEntersANodeComesFromSomewhere() {
        Explanation car = car();
        Flows flows = Flows.of(car);
        double net = flows.column(0).stream()
                .mapToDouble(node -> node.takesOff ? -node.kgCO2e : node.kgCO2e)
                .sum();
        assertEquals(car.kgCO2e(), net, 1e-9 * car.kgCO2e());
        for (int column = 0; column < Flows.COLUMNS; column++) {
            for (Flows.Node node : flows.column(column)) {
                double in = flows.links().stream()
                        .filter(link -> link.from == node)
                        .mapToDouble(link -> link.kgCO2e)
                        .sum();
                double out = flows.links().stream()
                        .filter(link -> link.to == node)
                        .mapToDouble(link -> link.kgCO2e)
                        .sum();
                assertTrue(column == 0 || Math.abs(in - node.kgCO2e) < 1e-9 * node.kgCO2e, node.label);
                assertTrue(out == 0 || Math.abs(out - node.kgCO2e) < 1e-9 * node.kgCO2e, node.label);
                assertTrue(in + out > 0, node.label);
            }
        }
    }

    private Explanation car() {
        Settings settings = Settings.of(Map.of("reporting.fixed-period", "2024", "epoch.length", "1 ms"))
                .withoutClock();
        long endMs = settings.calendar().fixed().endMs();
        NetworkReplay replay = new NetworkReplay(settings, SchemaCatalog.bundled());
        InputDirectory in = InputDirectory.open(InputDirectories.car(directory));
        try (LogFileReader reader = LogFileReader.open(in, new EpochGrid(endMs, 1))) {
            reader.forEachRemaining(replay::take);
        }
        return Explanation.of(
                replay.settledUpTo(endMs).network().settled().get("2024").upstream("car"), ExplainLimits.DEFAULT);
    }
}
