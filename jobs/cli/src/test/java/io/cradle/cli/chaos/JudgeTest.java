package io.cradle.cli.chaos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cradle.schemas.FootprintFigures;
import io.cradle.schemas.ProductFootprint;
import io.cradle.schemas.VersionUsed;
import io.cradle.schemas.wire.OutputTopic;
import io.cradle.schemas.wire.SchemaCatalog;
import io.cradle.schemas.wire.WireFormat;
import io.cradle.testkit.generate.LogBuilder;
import io.cradle.testkit.generate.Records;
import io.cradle.testkit.oracle.DecodedLog;
import io.cradle.testkit.oracle.LogEntry;
import io.cradle.testkit.oracle.OracleSettings;
import io.cradle.testkit.oracle.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The judge agrees with what is right and with nothing else. */
class JudgeTest {
    private static final SchemaCatalog CATALOG = SchemaCatalog.bundled();
    private static final Instant AT = Instant.parse("2026-05-20T12:00:00.250Z");
    private static final Instant AS_OF = Instant.parse("2026-05-20T12:00:00.500Z");

    private static final Map<String, Set<String>> REJECTED = Map.of("purchase-records/0/7", Set.of("undecodable"));

    /** Two kWh at 1.5 kgCO2e, and a record that nobody can read. */
    private static Verdicts judge(Map<String, Set<String>> rejections, ProductFootprint... seen) {
        List<LogEntry> entries = new LogBuilder(1)
                .at(AT.toEpochMilli())
                .put(Records.factor("electricity", "supply", "2023-01-01", "kW.h", "1.5"))
                .put(Records.bill("n", "p", "kg", "2023-01-01", Records.line("flow", "electricity", "2", "kW.h")))
                .entries();
        DecodedLog log = new DecodedLog(entries, Map.of("purchase-records/0/7", Reason.UNDECODABLE));
        WireFormat wire = new WireFormat(CATALOG);
        List<byte[]> values = new ArrayList<>();
        for (ProductFootprint footprint : seen) {
            values.add(wire.encode(OutputTopic.PRODUCT_FOOTPRINTS.topicName(), footprint));
        }
        Evidence evidence = new Evidence(
                new Inputs(3, 0, 0, 1, 3),
                List.of(),
                OptionalLong.of(0),
                Duration.ZERO,
                new Seen(Map.of("n", values), rejections),
                log,
                OracleSettings.defaults(),
                AS_OF.toEpochMilli());
        return new Judge(evidence, CATALOG).judge((done, all) -> {});
    }

    @Test
    void whatIsRightIsRight() {
        Verdicts verdicts = judge(REJECTED, footprint(3.0));
        assertTrue(verdicts.ok(), () -> verdicts.reports() + " " + verdicts.rejections());
        assertEquals(1, verdicts.checked());
        assertTrue(judge(REJECTED, footprint(3.0), footprint(3.0)).ok(), "seen twice");
    }

    @Test
    void whatIsWrongIsWrong() {
        assertEquals(1, judge(REJECTED, footprint(3.0 + 1e-8)).wrong());
        ProductFootprint ofAnotherStatus =
                ProductFootprint.newBuilder(footprint(3.0)).setStatus("final").build();
        assertEquals(1, judge(REJECTED, ofAnotherStatus).wrong());
    }

    @Test
    void whatWasNotSeenIsMissing() {
        assertEquals(1, judge(REJECTED).missing());
    }

    @Test
    void aSecondPayloadThatDiffersIsFound() {
        assertEquals(1, judge(REJECTED, footprint(3.0), footprint(3.1)).differing());
    }

    @Test
    void whatWasNotDueIsSuperfluous() {
        ProductFootprint later = ProductFootprint.newBuilder(footprint(3.0))
                .setAsOf(AS_OF.plusMillis(500))
                .build();
        assertEquals(1, judge(REJECTED, footprint(3.0), later).superfluous());
    }

    @Test
    void rejectionsAreJudgedToo() {
        assertFalse(judge(Map.of(), footprint(3.0)).ok(), "not rejected");
        assertFalse(
                judge(Map.of("purchase-records/0/7", Set.of("unknown-unit")), footprint(3.0))
                        .ok(),
                "another reason");
        assertFalse(
                judge(
                                Map.of(
                                        "purchase-records/0/7",
                                        Set.of("undecodable"),
                                        "purchase-records/0/8",
                                        Set.of("undecodable")),
                                footprint(3.0))
                        .ok(),
                "a good record rejected");
    }

    private static ProductFootprint footprint(double fossil) {
        return ProductFootprint.newBuilder()
                .setNetwork("n")
                .setProduct("p")
                .setPeriod("2026-05")
                .setPeriodStart(Instant.parse("2026-05-01T00:00:00Z"))
                .setPeriodEnd(Instant.parse("2026-06-01T00:00:00Z"))
                .setAsOf(AS_OF)
                .setDeclaredUnit("kg")
                .setStatus("provisional")
                .setResult("complete")
                .setCoverage(1.0)
                .setFigures(figures(fossil))
                .setVersions(List.of(VersionUsed.newBuilder()
                        .setKey("electricity/GLO/supply/2023-01-01")
                        .setLogTime(AT)
                        .build()))
                .setSeries("s")
                .build();
    }

    private static FootprintFigures figures(double fossil) {
        return FootprintFigures.newBuilder()
                .setFossil(fossil)
                .setLandUseChange(0)
                .setLandManagementEmissions(0)
                .setLandManagementRemovals(0)
                .setBiogenicNonCo2(0)
                .setTechnologicalRemovals(0)
                .setCcsCapture(0)
                .setBiogenicUptake(0)
                .setAircraft(0)
                .setPcfExcludingBiogenicUptake(fossil)
                .setPcfIncludingBiogenicUptake(fossil)
                .setCredits(0)
                .setPackaging(0)
                .setOutboundLogistics(0)
                .setGross(fossil)
                .setPrimaryDataShare(0.0)
                .setTechnologicalDqr(5.0)
                .setGeographicalDqr(5.0)
                .setTemporalDqr(5.0)
                .build();
    }
}
