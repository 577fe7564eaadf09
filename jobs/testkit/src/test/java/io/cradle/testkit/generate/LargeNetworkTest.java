package io.cradle.testkit.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cradle.testkit.oracle.LogEntry;
import io.cradle.testkit.oracle.NaiveOracle;
import io.cradle.testkit.oracle.OracleFootprint;
import io.cradle.testkit.oracle.OracleResult;
import io.cradle.testkit.oracle.OracleSettings;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

/** The figures that a large network knows of itself are those of the oracle. */
class LargeNetworkTest {
    private static final OracleSettings SETTINGS = OracleSettings.fixed("2024", true);
    private static final long AS_OF_MS = 1_704_067_200_000L;

    @Test
    void figuresAreThoseOfTheOracle() {
        LargeNetwork network = new LargeNetwork("n", 400, 7);
        LogBuilder log = new LogBuilder(3).at(AS_OF_MS);
        log.put(network.records().toArray(SpecificRecord[]::new));
        assertSame(network, log.entries());
        log.put(network.revise(3, "77"));
        assertSame(network, log.entries());
    }

    @Test
    void aRevisionReachesMostProducts() {
        LargeNetwork network = new LargeNetwork("n", 20_000, 7);
        double[] before = network.figures();
        network.revise(0, "1.25");
        double[] after = network.figures();
        int changed = 0;
        for (int i = 0; i < before.length; i++) {
            changed += before[i] == after[i] ? 0 : 1;
        }
        assertTrue(changed > before.length * 3 / 4, changed + " changed");
    }

    @Test
    void sizesThatWouldSplitAPairAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new LargeNetwork("n", 300, 7));
    }

    private static void assertSame(LargeNetwork network, List<LogEntry> log) {
        OracleResult oracle = NaiveOracle.at(SETTINGS, log, AS_OF_MS);
        double[] figures = network.figures();
        assertEquals(figures.length, oracle.footprints().size());
        for (OracleFootprint footprint : oracle.footprints().values()) {
            double figure = figures[LargeNetwork.number(footprint.key().product())];
            assertEquals(
                    footprint.pcf(), figure, 1e-12 * figure, footprint.key().toString());
        }
    }
}
