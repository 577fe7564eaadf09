package io.cradle.testkit.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.cradle.testkit.oracle.LogEntry;
import io.cradle.testkit.oracle.NaiveOracle;
import io.cradle.testkit.oracle.OracleFootprint;
import io.cradle.testkit.oracle.OracleReplay;
import io.cradle.testkit.oracle.OracleResult;
import io.cradle.testkit.oracle.OracleSettings;
import io.cradle.testkit.oracle.PeriodKind;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The order of arrival inside an epoch changes nothing: the oracle itself must keep that promise. */
class ArrivalsTest {
    private static final OracleSettings LONG_EPOCHS = OracleSettings.defaults()
            .withPeriods(PeriodKind.MONTH, ZoneId.of("Asia/Shanghai"), Duration.ofDays(2), 2)
            .withEpochs(Duration.ofHours(6).toMillis(), Duration.ofDays(1));

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void figuresDoNotDependOnIt(long seed) {
        List<LogEntry> log = NetworkGenerator.generate(
                seed, GeneratorOptions.everything().size(2, 6, 3, 250).lasting(Duration.ofDays(70)));
        List<LogEntry> permuted = Arrivals.permuteWithinEpochs(log, LONG_EPOCHS, seed);
        assertNotEquals(log, permuted);
        long untilMs = new OracleReplay(LONG_EPOCHS).lastEpochMs(log);
        for (long back = 0; back < 6; back++) {
            long asOfMs = untilMs - back * 40 * LONG_EPOCHS.epochMs();
            OracleResult one = NaiveOracle.at(LONG_EPOCHS, log, asOfMs);
            OracleResult other = NaiveOracle.at(LONG_EPOCHS, permuted, asOfMs);
            assertEquals(figures(one), figures(other));
            assertEquals(refused(log, one), refused(permuted, other));
        }
    }

    private static Map<String, String> figures(OracleResult result) {
        Map<String, String> figures = new TreeMap<>();
        result.footprints().forEach((key, footprint) -> figures.put(key.toString(), figures(footprint)));
        return figures;
    }

    private static String figures(OracleFootprint footprint) {
        Map<String, String> rounded = new TreeMap<>();
        double gross = footprint.figures().getOrDefault("gross", 0.0);
        footprint
                .figures()
                .forEach((field, value) -> rounded.put(
                        field, value == 0 ? "0" : String.valueOf(Math.round(value / Math.max(gross, 1) * 1e9))));
        return footprint.result() + " " + rounded + footprint.unresolved() + footprint.coveredToMs();
    }

    /** How often each record is refused for each reason, wherever it stands. */
    private static Map<String, Long> refused(List<LogEntry> log, OracleResult result) {
        return log.stream()
                .filter(entry -> result.rejected().containsKey(entry.position()))
                .map(entry -> entry.key() + " " + entry.value() + " "
                        + result.rejected().get(entry.position()))
                .collect(Collectors.groupingBy(text -> text, TreeMap::new, Collectors.counting()));
    }
}
