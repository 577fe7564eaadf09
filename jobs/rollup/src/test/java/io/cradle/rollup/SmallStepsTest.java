package io.cradle.rollup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cradle.rollup.harness.Framing;
import io.cradle.rollup.harness.JobHarness;
import io.cradle.rollup.harness.LogRecords;
import io.cradle.schemas.ProductFootprint;
import io.cradle.schemas.wire.SchemaCatalog;
import io.cradle.testkit.generate.LogBuilder;
import io.cradle.testkit.generate.Records;
import io.cradle.testkit.oracle.NaiveOracle;
import io.cradle.testkit.oracle.OracleResult;
import io.cradle.testkit.oracle.OracleSettings;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * An input creeps by steps that need not be published: what was published last is never further away than 1e-9, because
 * a movement is measured from there and not from the step before.
 */
class SmallStepsTest {
    private static final OracleSettings SETTINGS = OracleSettings.fixed("2024", true);
    private static final long START_MS = 1_722_500_000_000L;
    private static final int STEPS = 10_000;
    private static final int RESTART_EVERY = 1_700;
    private static final double DUE = 1e-9;

    @ParameterizedTest
    @ValueSource(strings = {"1e-10", "2e-11"})
    void ofABill(BigDecimal length) throws Exception {
        creep(length, SmallStepsTest::raw, List.of("raw", "part", "whole"));
    }

    /** A factor's new version is news for the product that uses it, whatever it says, but not for those further on. */
    @ParameterizedTest
    @ValueSource(strings = {"1e-10", "2e-11"})
    void ofAFactor(BigDecimal length) throws Exception {
        creep(length, SmallStepsTest::ore, List.of("part", "whole"));
    }

    private static void creep(BigDecimal length, Function<BigDecimal, SpecificRecord> step, List<String> creeping)
            throws Exception {
        LogBuilder log = new LogBuilder(1).at(START_MS);
        Framing framing = new Framing(SchemaCatalog.bundled());
        Map<String, Double> inForce = new HashMap<>();
        Map<String, Integer> publications = new HashMap<>();
        try (JobHarness job = new JobHarness(LogRecords.settings(SETTINGS))) {
            for (SpecificRecord record : definitions()) {
                log.put(record);
                job.process(framing.frame(record, START_MS));
            }
            job.endEpochOf(START_MS);
            for (int i = 1; i <= STEPS; i++) {
                BigDecimal amount = BigDecimal.ONE.add(length.multiply(BigDecimal.valueOf(i)));
                long atMs = START_MS + i * SETTINGS.epochMs();
                log.at(atMs).put(step.apply(amount));
                job.process(framing.frame(step.apply(amount), atMs));
                if (i % RESTART_EVERY == 0) {
                    job.restart();
                }
                job.endEpochOf(atMs);
                for (ProductFootprint one : job.footprints()) {
                    inForce.put(one.getProduct(), one.getFigures().getFossil());
                    publications.merge(one.getProduct(), 1, Integer::sum);
                }
                job.forgetOutputs();
                double exact = amount.doubleValue();
                inForce.forEach((product, figure) -> assertEquals(exact, figure, DUE * exact, product));
            }
        }
        OracleResult oracle = NaiveOracle.at(SETTINGS, log.entries(), START_MS + STEPS * SETTINGS.epochMs());
        double way = STEPS * length.doubleValue();
        for (String product : creeping) {
            double expected = oracle.footprint("n", product, "2024").pcf();
            assertEquals(expected, inForce.get(product), DUE * expected, product);
            int count = publications.getOrDefault(product, 0);
            assertTrue(count >= way / DUE - 1, product + " was published only " + count + " times");
            assertTrue(count < STEPS || length.doubleValue() > DUE / 20, product + " was published at every step");
        }
    }

    /** The whole takes of the part and of the raw, half and half, so its figure is that of all. */
    private static List<SpecificRecord> definitions() {
        return List.of(
                ore(BigDecimal.ONE),
                raw(BigDecimal.ONE),
                Records.bill("n", "part", "kg", "2024-01-01", Records.line("product", "raw", "1", "kg")),
                Records.bill(
                        "n",
                        "whole",
                        "kg",
                        "2024-01-01",
                        Records.line("product", "raw", "0.5", "kg"),
                        Records.line("product", "part", "0.5", "kg")));
    }

    private static SpecificRecord raw(BigDecimal amount) {
        return Records.bill("n", "raw", "kg", "2024-01-01", Records.line("flow", "ore", amount.toPlainString(), "kg"));
    }

    private static SpecificRecord ore(BigDecimal figure) {
        return Records.factor("ore", "supply", "2024-01-01", "kg", figure.toPlainString());
    }
}
