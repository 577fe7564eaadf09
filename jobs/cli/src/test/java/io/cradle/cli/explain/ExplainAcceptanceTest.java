package io.cradle.cli.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cradle.connectors.files.input.EpochGrid;
import io.cradle.connectors.files.input.InputDirectory;
import io.cradle.connectors.files.input.LogFileReader;
import io.cradle.core.explain.ExplainLimits;
import io.cradle.core.explain.Explanation;
import io.cradle.core.explain.TierContribution;
import io.cradle.core.footprint.Component;
import io.cradle.core.network.SettledPeriod;
import io.cradle.rollup.config.Settings;
import io.cradle.schemas.wire.SchemaCatalog;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** On real data that is not part of the project, as the other acceptance tests: {@code -Dacceptance.data=DIR}. */
@EnabledIfSystemProperty(named = "acceptance.data", matches = ".+")
class ExplainAcceptanceTest {
    private static final Path DATA = Path.of(System.getProperty("acceptance.data", ""));

    /** 32 of the 766 processes form one loop. */
    @Test
    void leavesOfEveryUnitProcessOfTheUnitedStatesAddUp() {
        SettledPeriod period = uslci();
        assertEquals(766, period.products().size());
        for (String product : period.products()) {
            Explanation explanation = Explanation.of(period.upstream(product), ExplainLimits.DEFAULT);
            double[] values = period.values(product);
            double gross = values[Component.MAGNITUDE.ordinal()];
            for (int c = 0; c < Component.INDICATORS; c++) {
                int component = c;
                double leaves = explanation.leaves().stream()
                        .mapToDouble(leaf -> leaf.indicators()[component])
                        .sum();
                assertEquals(values[c], leaves, 1e-9 * gross, product);
            }
            double tiers = explanation.tiers().stream()
                    .mapToDouble(TierContribution::kgCO2e)
                    .sum();
            assertEquals(explanation.kgCO2e(), tiers, 1e-9 * gross, product);
            assertTrue(explanation.errorBound() < 1e-12, product);
        }
    }

    private static SettledPeriod uslci() {
        Settings settings = Settings.of(Map.of("reporting.fixed-period", "2024", "epoch.length", "1 ms"))
                .withoutClock();
        long endMs = settings.calendar().fixed().endMs();
        NetworkReplay replay = new NetworkReplay(settings, SchemaCatalog.bundled());
        InputDirectory in = InputDirectory.open(DATA.resolve("uslci"));
        try (LogFileReader reader = LogFileReader.open(in, new EpochGrid(endMs, 1))) {
            reader.forEachRemaining(replay::take);
        }
        return replay.settledUpTo(endMs).network().settled().get("2024");
    }
}
