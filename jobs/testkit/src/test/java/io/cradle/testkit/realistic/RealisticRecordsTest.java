package io.cradle.testkit.realistic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cradle.testkit.generate.LogBuilder;
import io.cradle.testkit.oracle.NaiveOracle;
import io.cradle.testkit.oracle.OracleFootprint;
import io.cradle.testkit.oracle.OracleResult;
import io.cradle.testkit.oracle.OracleSettings;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The records are legal input and say what the arrays say. */
class RealisticRecordsTest {
    private static final OracleSettings SETTINGS = OracleSettings.fixed("2024", true);
    private static final long AS_OF_MS = 1_704_067_200_000L;
    private static final int PRODUCTS = 400;

    @ParameterizedTest
    @EnumSource(Family.class)
    void theOracleFindsTheFiguresOfTheArrays(Family family) {
        RealisticNetwork network = new RealisticNetwork(family, PRODUCTS, 11);
        LogBuilder log = new LogBuilder(3).at(AS_OF_MS);
        log.put(new RealisticRecords("n", network).records().toArray(SpecificRecord[]::new));
        OracleResult oracle = NaiveOracle.at(SETTINGS, log.entries(), AS_OF_MS);
        assertTrue(oracle.rejected().isEmpty(), oracle.rejected().toString());
        double[] figures = fossil(network);
        assertEquals(PRODUCTS, oracle.footprints().size());
        for (OracleFootprint footprint : oracle.footprints().values()) {
            int number = Integer.parseInt(footprint.key().product().substring(1));
            double figure = figures[network.node(number)];
            assertEquals(
                    figure,
                    footprint.figure("fossil"),
                    1e-9 * Math.abs(figure),
                    footprint.key().toString());
        }
    }

    /** Fossil emissions of every node, by plain rounds. */
    private static double[] fossil(RealisticNetwork network) {
        EdgeArrays edges = EdgeArrays.of(network);
        double[] values = new double[network.nodes()];
        for (int factor = 0; factor < network.factors(); factor++) {
            values[factor] = FactorFigures.of(network, factor, 0).indicator(0);
        }
        for (int round = 0; round < 400; round++) {
            for (int product = 0; product < network.products(); product++) {
                double sum = 0;
                for (int at = edges.starts()[product]; at < edges.starts()[product + 1]; at++) {
                    sum += edges.amounts()[at] * values[edges.inputs()[at]];
                }
                values[network.node(product)] = sum;
            }
        }
        return values;
    }
}
