package io.cradle.testkit.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.cradle.testkit.generate.LargeNetwork;
import io.cradle.testkit.generate.LogBuilder;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Thousands of products with small loops take seconds, and their figures are known otherwise. */
class ManyProductsTest {
    private static final int PRODUCTS = 4_000;

    @Test
    @Timeout(120)
    void thousandsOfProductsAreSolved() {
        LargeNetwork network = new LargeNetwork("n", PRODUCTS, 7);
        LogBuilder log = new LogBuilder(2);
        log.at("2024-01-15T00:00:00Z");
        log.put(network.records().toArray(SpecificRecord[]::new));
        OracleSettings settings = OracleSettings.defaults();
        long asOfMs = new OracleReplay(settings).lastEpochMs(log.entries());
        OracleResult result = NaiveOracle.at(settings, log.entries(), asOfMs);
        double[] figures = network.figures();
        assertEquals(PRODUCTS, result.footprints().size());
        for (int i = 0; i < PRODUCTS; i++) {
            OracleFootprint footprint = result.footprint("n", LargeNetwork.product(i), "2024-01");
            assertEquals(figures[i], footprint.pcf(), 1e-9 * figures[i], LargeNetwork.product(i));
        }
    }
}
