package io.cradle.testkit.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.cradle.testkit.generate.GeneratorOptions;
import io.cradle.testkit.generate.NetworkGenerator;
import io.cradle.testkit.oracle.OracleFootprint.FootprintKey;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class DirectInputsTest {
    private static final OracleSettings SETTINGS = OracleSettings.defaults();
    private static final List<LogEntry> LOG = NetworkGenerator.generate(3, GeneratorOptions.everything());

    @Test
    void linesAddUpToTheFigureAndRecordsStandInTheLog() {
        long asOfMs = new OracleReplay(SETTINGS).lastEpochMs(LOG);
        OracleResult result = NaiveOracle.at(SETTINGS, LOG, asOfMs);
        int compared = 0;
        for (OracleFootprint footprint : result.footprints().values()) {
            DirectInputs inputs = DirectInputs.of(SETTINGS, LOG, asOfMs, footprint.key());
            if (footprint.figures().isEmpty()) {
                continue;
            }
            double sum = inputs.lines().stream()
                    .mapToDouble(DirectInputs.Line::contribution)
                    .sum();
            double outside = footprint.figure("outbound_logistics");
            assertEquals(
                    footprint.pcf() + outside,
                    sum,
                    1e-9 * Math.max(footprint.gross(), Math.abs(outside)),
                    footprint.key().toString());
            var positions = LOG.stream().map(LogEntry::position).collect(Collectors.toSet());
            inputs.records()
                    .forEach(record -> Assertions.assertTrue(
                            positions.contains(record.position())
                                    && !result.rejected().containsKey(record.position()),
                            record::position));
            var keys = inputs.records().stream()
                    .map(entry -> entry.key() + " of " + entry.logTimeMs())
                    .collect(Collectors.toSet());
            footprint
                    .versions()
                    .forEach(used -> Assertions.assertTrue(
                            keys.contains(used.key() + " of " + used.logTimeMs()), used::toString));
            compared++;
        }
        Assertions.assertTrue(compared > 10, "footprints worth explaining: " + compared);
    }

    @Test
    void whatIsNoFootprintHasNoInputs() {
        FootprintKey nobody = new FootprintKey("n0", "unheard-of", "2024-01");
        assertEquals(
                new DirectInputs(List.of(), List.of()),
                DirectInputs.of(SETTINGS, LOG, new OracleReplay(SETTINGS).lastEpochMs(LOG), nobody));
    }
}
