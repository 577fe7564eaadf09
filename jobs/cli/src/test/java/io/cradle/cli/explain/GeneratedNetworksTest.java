package io.cradle.cli.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cradle.cli.audit.SeriesSettings;
import io.cradle.core.explain.ExplainLimits;
import io.cradle.core.explain.Explanation;
import io.cradle.core.explain.InputContribution;
import io.cradle.core.explain.LeafContribution;
import io.cradle.core.explain.TierContribution;
import io.cradle.core.footprint.Component;
import io.cradle.core.network.SettledPeriod;
import io.cradle.rollup.config.Settings;
import io.cradle.testkit.generate.GeneratorOptions;
import io.cradle.testkit.generate.NetworkGenerator;
import io.cradle.testkit.oracle.LogEntry;
import io.cradle.testkit.oracle.NaiveOracle;
import io.cradle.testkit.oracle.OracleFootprint;
import io.cradle.testkit.oracle.OracleResult;
import io.cradle.testkit.oracle.OracleSettings;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Networks with everything in them: what the replay of a log settles is what the oracle computes from scratch, and every
 * figure of it is explained to the last part.
 */
@Timeout(120)
class GeneratedNetworksTest {
    private static final double EXACT = 1e-9;
    private static final String NETWORK = "n0";

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void everyFigureIsThatOfTheOracleAndExplained(long seed) {
        Settings settings = Settings.of(Map.of());
        OracleSettings oracle = SeriesSettings.of(settings);
        List<LogEntry> log = NetworkGenerator.generate(seed, GeneratorOptions.everything());
        NetworkReplay replay = GeneratedLog.replay(log, NETWORK, settings);
        long asOfMs = replay.lastEpochMs();
        OracleResult expected = NaiveOracle.at(oracle, log, asOfMs);
        Map<String, SettledPeriod> settled =
                replay.settledUpTo(asOfMs).network().settled();
        int explained = 0;
        for (OracleFootprint footprint : expected.footprints().values()) {
            if (footprint.key().network().equals(NETWORK)) {
                SettledPeriod period = settled.get(footprint.key().period());
                String product = footprint.key().product();
                assertEquals(footprint.result(), period.result(product).code(), footprint.key()::toString);
                boolean figures = !footprint.result().equals(OracleFootprint.NON_PRODUCTIVE_LOOP);
                assertEquals(figures, period.hasFigures(product), footprint.key()::toString);
                explained += figures ? explained(footprint, period) : 0;
            }
        }
        assertTrue(explained > 5, "only " + explained + " figures");
        int made = settled.values().stream().mapToInt(p -> p.products().size()).sum();
        assertEquals(
                expected.footprints().keySet().stream()
                        .filter(key -> key.network().equals(NETWORK))
                        .count(),
                made);
    }

    private static int explained(OracleFootprint footprint, SettledPeriod period) {
        String name = footprint.key().toString();
        Explanation explanation = Explanation.of(period.upstream(footprint.key().product()), ExplainLimits.DEFAULT);
        double scale = EXACT * explanation.product().values()[Component.MAGNITUDE.ordinal()];
        assertEquals(footprint.pcf(), explanation.kgCO2e(), scale, name);
        assertEquals(footprint.pcf(), sum(explanation.leaves(), LeafContribution::kgCO2e), scale, name);
        assertEquals(
                footprint.pcf(), sum(explanation.inputs(), line -> line.input().kgCO2e()), scale, name);
        assertEquals(footprint.pcf(), sum(explanation.tiers(), TierContribution::kgCO2e), scale, name);
        assertEquals(footprint.figure("credits"), sum(explanation.leaves(), LeafContribution::credited), scale, name);
        assertEquals(footprint.figure("credits"), sum(explanation.tiers(), TierContribution::credited), scale, name);
        for (int c = 0; c < Component.INDICATORS; c++) {
            int component = c;
            double figure = explanation.product().values()[c];
            assertEquals(figure, sum(explanation.leaves(), leaf -> leaf.indicators()[component]), scale, name);
            assertEquals(figure, sum(explanation.inputs(), (InputContribution l) -> l.indicators()[component]), scale);
        }
        assertFalse(Double.isNaN(explanation.deviation()), name);
        assertTrue(explanation.errorBound() < 1e-12, name);
        return 1;
    }

    private static <T> double sum(List<T> parts, ToDoubleFunction<T> of) {
        return parts.stream().mapToDouble(of).sum();
    }
}
