package io.cradle.cli.suppliers.pact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents with random figures that are made consistent: they pass; made inconsistent again, they do not. */
class ConsistentDocumentsTest {
    private static final int DOCUMENTS = 100;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void passSignsAndSums(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < DOCUMENTS; i++) {
            ObjectNode document = consistent(random);
            Judged judged = Footprints.judge(document, true);
            assertEquals(List.of(), errors(judged), () -> document.toPrettyString());
            assertEquals(
                    Footprints.pcf(document).path("pcfExcludingBiogenicUptake").asText(),
                    judged.record().orElseThrow().getPcfExcludingBiogenicUptake());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 5})
    void failOnceOneFigureIsMoved(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < DOCUMENTS; i++) {
            ObjectNode document = consistent(random);
            ObjectNode pcf = Footprints.pcf(document);
            PactIndicator moved = PactIndicator.values()[random.nextInt(PactIndicator.values().length - 1)];
            BigDecimal other =
                    new BigDecimal(pcf.path(moved.field()).asText("0")).add(BigDecimal.valueOf(1000L * moved.sign()));
            pcf.put(moved.field(), other.toPlainString());
            assertFalse(
                    errors(Footprints.judge(document, true)).isEmpty(), () -> moved + " " + document.toPrettyString());
            assertTrue(Footprints.judge(document).record().isPresent());
            pcf.put(moved.field(), other.negate().toPlainString());
            assertTrue(
                    errors(Footprints.judge(document)).stream()
                            .anyMatch(finding -> finding.path().equals("$.pcf." + moved.field())),
                    () -> moved + " " + document.toPrettyString());
        }
    }

    private static ObjectNode consistent(Random random) {
        ObjectNode document = Footprints.whole();
        ObjectNode pcf = Footprints.pcf(document);
        BigDecimal excluding = BigDecimal.ZERO;
        BigDecimal uptake = BigDecimal.ZERO;
        for (PactIndicator indicator : PactIndicator.values()) {
            if (indicator != PactIndicator.FOSSIL && random.nextInt(4) == 0) {
                pcf.remove(indicator.field());
                continue;
            }
            BigDecimal value = new BigDecimal(BigInteger.valueOf(random.nextInt(1_000_000)), random.nextInt(9))
                    .multiply(BigDecimal.valueOf(indicator.sign()));
            pcf.put(indicator.field(), (value.signum() > 0 && random.nextBoolean() ? "+" : "") + value.toPlainString());
            excluding = indicator.countsExcludingUptake() ? excluding.add(value) : excluding;
            uptake = indicator == PactIndicator.BIOGENIC_UPTAKE ? value : uptake;
        }
        pcf.put("pcfExcludingBiogenicUptake", excluding.toPlainString());
        pcf.put("pcfIncludingBiogenicUptake", excluding.add(uptake).toPlainString());
        return document;
    }

    private static List<Finding> errors(Judged judged) {
        return judged.findings().stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .toList();
    }
}
