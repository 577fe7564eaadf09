package io.cradle.testkit.oracle;

import static io.cradle.testkit.generate.Records.activity;
import static io.cradle.testkit.generate.Records.bill;
import static io.cradle.testkit.generate.Records.factor;
import static io.cradle.testkit.generate.Records.line;
import static io.cradle.testkit.generate.Records.meter;
import static io.cradle.testkit.generate.Records.production;
import static io.cradle.testkit.generate.Records.purchase;
import static io.cradle.testkit.generate.Records.reading;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.cradle.schemas.ProductionRecord;
import io.cradle.schemas.wire.InputTopic;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which records are accepted, parked and refused, and when. */
class AcceptanceTest {
    private static final String N = Case.NETWORK;
    private static final double EXACT = 1e-9;

    private static Map<String, Reason> rejected(Case c, String asOf) {
        return c.asOf(asOf).rejected();
    }

    /** The reading comes six days before its meter; a later one waits a week for nothing. */
    @Test
    void parkedReadings() {
        Case c = new Case();
        c.put(
                factor("electricity", "supply", "2023-01-01", "kW.h", "1"),
                bill(N, "p", "kg", "2023-01-01"),
                production(N, "o", "k", "p", "2024-01-01T00:00:00Z", "2024-01-11T00:00:00Z", "10", "kg"),
                reading(N, "m", "2024-01-01T00:00:00Z", "2024-01-03T00:00:00Z", "100"),
                reading(N, "ghost", "2024-01-01T00:00:00Z", "2024-01-03T00:00:00Z", "100"));
        c.at("2024-01-21T00:00:00Z").put(meter(N, "m", "k", "electricity", "kW.h"));
        assertEquals(0, c.footprint("p", "2024-01", "2024-01-20T00:00:00Z").pcf(), EXACT);
        OracleResult found = c.asOf("2024-01-21T00:00:00Z");
        assertEquals(10, found.footprint(N, "p", "2024-01").pcf(), EXACT);
        assertEquals(Map.of(), found.rejected());
        assertEquals(
                List.of(Reason.UNKNOWN_METER),
                List.copyOf(rejected(c, "2024-01-22T00:00:00Z").values()));
    }

    /** Due dates come before the records of their epoch: the meter of that very epoch comes too late. */
    @Test
    void parkingEndsBeforeTheRecordsOfItsEpoch() {
        Case c = new Case();
        c.put(reading(N, "m", "2024-01-01T00:00:00Z", "2024-01-03T00:00:00Z", "100"));
        c.at("2024-01-22T00:00:00Z").put(meter(N, "m", "k", "electricity", "kW.h"));
        assertEquals(
                List.of(Reason.UNKNOWN_METER),
                List.copyOf(rejected(c, "2024-01-22T00:00:00Z").values()));
    }

    @Test
    void productionWaitsForItsBill() {
        Case c = new Case();
        c.put(
                activity(N, "a", "k", "2024-01-01T00:00:00Z", "2024-01-11T00:00:00Z", "gas", "CO2", "30", "kg"),
                production(N, "o", "k", "p", "2024-01-01T00:00:00Z", "2024-01-11T00:00:00Z", "5", "kg"));
        c.at("2024-01-16T00:00:00Z")
                .put(production(N, "o", "k", "p", "2024-01-01T00:00:00Z", "2024-01-11T00:00:00Z", "10", "kg"));
        c.at("2024-01-17T00:00:00Z").put(bill(N, "p", "kg", "2023-01-01"));
        assertEquals(3, c.footprint("p", "2024-01", "2024-01-25T00:00:00Z").pcf(), EXACT);
        assertEquals(Map.of(), rejected(c, "2024-01-25T00:00:00Z"));
    }

    @Test
    void overlappingIntervalsConflictAndTheSameOneReplaces() {
        Case c = new Case();
        c.put(
                factor("electricity", "supply", "2023-01-01", "kW.h", "1"),
                bill(N, "p", "kg", "2023-01-01"),
                meter(N, "m", "k", "electricity", "kW.h"),
                production(N, "o", "k", "p", "2024-01-01T00:00:00Z", "2024-01-11T00:00:00Z", "10", "kg"),
                reading(N, "m", "2024-01-01T00:00:00Z", "2024-01-03T00:00:00Z", "100"),
                reading(N, "m", "2024-01-02T00:00:00Z", "2024-01-04T00:00:00Z", "7"),
                reading(N, "m", "2024-01-01T00:00:00Z", "2024-01-03T00:00:00Z", "40"));
        OracleResult result = c.asOf("2024-01-16T00:00:00Z");
        assertEquals(4, result.footprint(N, "p", "2024-01").pcf(), EXACT);
        assertEquals(
                List.of(Reason.DUPLICATE_CONFLICT),
                List.copyOf(result.rejected().values()));
        c.at("2024-01-17T00:00:00Z");
        c.log().delete(InputTopic.METER_READINGS, N, "m");
        assertEquals(0, c.footprint("p", "2024-01", "2024-01-18T00:00:00Z").pcf(), EXACT);
    }

    /** Within an epoch the smallest key wins, whatever came first; other periods are free. */
    @Test
    void allocationUnits() {
        Case c = new Case();
        c.put(
                bill(N, "p", "kg", "2023-01-01"),
                valued("z", "2024-01-01T00:00:00Z", "2024-01-02T00:00:00Z"),
                production(N, "b", "k", "p", "2024-01-01T00:00:00Z", "2024-01-03T00:00:00Z", "1", "kg"),
                valued("a", "2023-12-01T00:00:00Z", "2023-12-02T00:00:00Z"));
        OracleResult result = c.asOf("2024-01-16T00:00:00Z");
        String position = c.log().entries().stream()
                .filter(entry -> entry.key().equals("n/z"))
                .findFirst()
                .orElseThrow()
                .position();
        assertEquals(Map.of(position, Reason.ALLOCATION_MISMATCH), result.rejected());
    }

    private static ProductionRecord valued(String record, String start, String end) {
        return ProductionRecord.newBuilder(production(N, record, "k", "p", start, end, "1", "kg"))
                .setAllocationUnit("CNY")
                .setAllocationWeight("3")
                .build();
    }

    /** A meter changes its unit only while it is alone and has counted nothing. */
    @Test
    void oneUnitPerMeter() {
        Case c = new Case();
        c.put(meter(N, "m", "k", "electricity", "MW.h"));
        c.at("2024-01-16T00:00:00Z")
                .put(
                        meter(N, "m", "k", "electricity", "kW.h"),
                        reading(N, "m", "2024-01-01T00:00:00Z", "2024-01-03T00:00:00Z", "100"));
        assertEquals(Map.of(), rejected(c, "2024-01-16T00:00:00Z"));
        c.at("2024-01-17T00:00:00Z").put(meter(N, "m", "k", "electricity", "MW.h"));
        assertEquals(
                List.of(Reason.UNIT_DIMENSION),
                List.copyOf(rejected(c, "2024-01-17T00:00:00Z").values()));
    }

    /** A purchase of October opens October; that it is deleted again does not close it. */
    @Test
    void periodsOnceTouchedStayLive() {
        Case c = new Case();
        c.put(
                bill(N, "p", "kg", "2023-01-01", line("gas", "CO2", "1", "kg")),
                purchase(N, "b1", "x", "s", "2023-10-31T00:00:00Z", "2023-11-01T00:00:00Z", "1", "kg"));
        c.at("2024-01-16T00:00:00Z");
        c.log().delete(InputTopic.PURCHASE_RECORDS, N, "b1");
        List<String> periods = c.asOf("2024-01-17T00:00:00Z").footprints().keySet().stream()
                .map(OracleFootprint.FootprintKey::period)
                .toList();
        assertEquals(List.of("2023-10", "2024-01"), periods);
    }

    /** December 2020 is dropped 36 months after its end. */
    @Test
    void droppedPeriods() {
        Case c = new Case();
        c.at("2024-01-15T00:00:00Z")
                .put(
                        purchase(N, "b1", "x", "s", "2020-12-31T00:00:00Z", "2021-01-02T00:00:00Z", "1", "kg"),
                        purchase(N, "b2", "x", "s", "2021-01-01T00:00:00Z", "2021-01-02T00:00:00Z", "1", "kg"));
        assertEquals(
                List.of(Reason.PERIOD_CLOSED),
                List.copyOf(rejected(c, "2024-01-15T00:00:00Z").values()));
    }

    /** A late partition cannot lag behind what it already showed. */
    @Test
    void logTimeIsTheHighestOfItsPartition() {
        LogEntry early = entry(0, "2024-01-15T00:00:10Z", bill(N, "p", "kg", "2023-01-01"));
        LogEntry back =
                entry(1, "2024-01-15T00:00:00Z", bill(N, "p", "kg", "2023-01-01", line("gas", "CO2", "1", "kg")));
        long early10 = java.time.Instant.parse("2024-01-15T00:00:05Z").toEpochMilli();
        OracleSettings settings = OracleSettings.defaults();
        assertEquals(
                Map.of(),
                NaiveOracle.at(settings, List.of(early, back), early10).footprints());
        assertEquals(
                1,
                NaiveOracle.at(settings, List.of(early, back), early10 + 5000)
                        .footprint(N, "p", "2024-01")
                        .pcf());
    }

    private static LogEntry entry(long offset, String time, io.cradle.schemas.BillOfMaterials bill) {
        return new LogEntry(
                InputTopic.BILLS_OF_MATERIALS,
                0,
                offset,
                java.time.Instant.parse(time).toEpochMilli(),
                "n/p/2023-01-01",
                bill);
    }
}
