package io.cradle.testkit.oracle;

import static io.cradle.testkit.generate.Records.activity;
import static io.cradle.testkit.generate.Records.bill;
import static io.cradle.testkit.generate.Records.factor;
import static io.cradle.testkit.generate.Records.line;
import static io.cradle.testkit.generate.Records.meter;
import static io.cradle.testkit.generate.Records.production;
import static io.cradle.testkit.generate.Records.reading;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.cradle.schemas.ActivityRecord;
import io.cradle.schemas.EnergyMeter;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Clock, allocation and balance of processes, by hand. */
class ProcessAccountTest {
    private static final String N = Case.NETWORK;
    private static final double EXACT = 1e-9;

    /** 20 days of CO2 at 1 t a day, production up to day 10: 10 t on 10 t made, 10 t wait. */
    @Test
    void productionIsTheClock() {
        Case c = new Case();
        c.at("2024-01-25T00:00:00Z")
                .put(
                        bill(N, "p", "kg", "2023-01-01"),
                        activity(N, "a", "k", "2024-01-01T00:00:00Z", "2024-01-21T00:00:00Z", "gas", "CO2", "20", "t"),
                        production(N, "o", "k", "p", "2024-01-01T00:00:00Z", "2024-01-11T00:00:00Z", "10", "t"));
        OracleResult open = c.asOf("2024-01-26T00:00:00Z");
        assertEquals(1, open.footprint(N, "p", "2024-01").pcf(), EXACT);
        assertEquals(
                OptionalLong.of(Instant.parse("2024-01-11T00:00:00Z").toEpochMilli()),
                open.footprint(N, "p", "2024-01").coveredToMs());
        assertEquals(10_000, open.balances().get(N).allocated(), 1e-6);
        assertEquals(10_000, open.balances().get(N).pending(), 1e-6);

        OracleResult closed = c.asOf("2024-02-16T00:00:00Z");
        assertEquals(2, closed.footprint(N, "p", "2024-01").pcf(), EXACT);
        assertEquals(20_000, closed.balances().get(N).allocated(), 1e-6);
        assertEquals(0, closed.balances().get(N).pending(), EXACT);
    }

    /** February has two days of production, less than a tenth of it: January's edges are carried forward. */
    @Test
    void carriedForwardUntilProductionCoversEnough() {
        Case c = new Case();
        c.at("2024-02-20T00:00:00Z")
                .put(
                        bill(N, "p", "kg", "2023-01-01", line("gas", "CO2", "1", "kg")),
                        activity(N, "a", "k", "2024-01-01T00:00:00Z", "2024-02-01T00:00:00Z", "gas", "CO2", "30", "t"),
                        activity(N, "b", "k", "2024-02-01T00:00:00Z", "2024-02-03T00:00:00Z", "gas", "CO2", "90", "t"),
                        production(N, "o", "k", "p", "2024-01-01T00:00:00Z", "2024-02-01T00:00:00Z", "10", "t"),
                        production(N, "q", "k", "p", "2024-02-01T00:00:00Z", "2024-02-03T00:00:00Z", "10", "t"));
        OracleResult result = c.asOf("2024-02-21T00:00:00Z");
        OracleFootprint february = result.footprint(N, "p", "2024-02");
        assertEquals(4, february.pcf(), EXACT);
        assertEquals(0.75, february.figure("carried_forward"), EXACT);
        assertEquals(90_000, result.balances().get(N).pending(), 1e-6);

        c.put(production(N, "r", "k", "p", "2024-02-03T00:00:00Z", "2024-02-05T00:00:00Z", "5", "t"));
        OracleFootprint covered = c.footprint("p", "2024-02", "2024-02-21T00:00:00Z");
        assertEquals(7, covered.pcf(), EXACT);
        assertEquals(0, covered.figure("carried_forward"), EXACT);
    }

    /** Without any production inputs wait while the period is open, and are unallocated once it is closed. */
    @Test
    void closedWithoutProduction() {
        Case c = new Case();
        c.at("2024-01-25T00:00:00Z")
                .put(
                        bill(N, "p", "kg", "2023-01-01", line("gas", "CO2", "1", "kg")),
                        activity(N, "a", "k", "2024-01-01T00:00:00Z", "2024-01-21T00:00:00Z", "gas", "CO2", "20", "t"));
        assertEquals(20_000, c.asOf("2024-01-26T00:00:00Z").balances().get(N).pending(), 1e-6);
        OracleResult closed = c.asOf("2024-02-20T00:00:00Z");
        assertEquals(20_000, closed.balances().get(N).unallocated(), 1e-6);
        assertEquals(1, closed.footprint(N, "p", "2024-01").pcf(), EXACT);
    }

    /** 980 → 10 → 60 with size 1000 is 30 + 50; ×2 for the transformer; half of the first way lies in December. */
    @Test
    void registerRollsOver() {
        EnergyMeter register = EnergyMeter.newBuilder(meter(N, "m", "k", "electricity", "kW.h"))
                .setReadingKind("register")
                .setRegisterSize("1000")
                .setMultiplier("2")
                .build();
        Case c = new Case();
        c.put(
                factor("electricity", "supply", "2023-01-01", "kW.h", "1"),
                bill(N, "p", "kg", "2023-01-01"),
                register,
                production(N, "o", "k", "p", "2024-01-01T00:00:00Z", "2024-01-11T00:00:00Z", "10", "kg"),
                reading(N, "m", null, "2023-12-31T00:00:00Z", "980"),
                reading(N, "m", null, "2024-01-02T00:00:00Z", "10"),
                reading(N, "m", null, "2024-01-05T00:00:00Z", "60"),
                reading(N, "m", null, "2024-01-04T00:00:00Z", "700"));
        OracleResult result = c.asOf("2024-01-16T00:00:00Z");
        assertEquals((15 + 50) * 2 / 10.0, result.footprint(N, "p", "2024-01").pcf(), EXACT);
        assertEquals(
                Set.of(Reason.REGISTER_BACKWARDS), Set.copyOf(result.rejected().values()));
    }

    /**
     * Of 100 kWh metered at 1 a certificate takes 20 (72 MJ) at 0.1; one that takes more than is left, and one that
     * uses the first again, are refused.
     */
    @Test
    void instrumentReplacesMeteredFlow() {
        ActivityRecord wind = ActivityRecord.newBuilder(activity(
                        N, "w", "k", "2024-01-01T00:00:00Z", "2024-01-03T00:00:00Z", "flow", "wind", "72", "MJ"))
                .setReplaces("electricity")
                .setEvidence("c1")
                .build();
        ActivityRecord tooMuch = ActivityRecord.newBuilder(wind)
                .setRecord("x")
                .setEvidence("c2")
                .setAmount("289")
                .build();
        ActivityRecord again = ActivityRecord.newBuilder(wind).setRecord("y").build();
        Case c = new Case();
        c.put(
                factor("electricity", "supply", "2023-01-01", "kW.h", "1"),
                factor("wind", "supply", "2023-01-01", "kW.h", "0.1"),
                bill(N, "p", "kg", "2023-01-01"),
                meter(N, "m", "k", "electricity", "kW.h"),
                wind,
                tooMuch,
                again,
                reading(N, "m", "2024-01-01T00:00:00Z", "2024-01-03T00:00:00Z", "100"),
                production(N, "o", "k", "p", "2024-01-01T00:00:00Z", "2024-01-11T00:00:00Z", "10", "kg"));
        OracleResult result = c.asOf("2024-01-16T00:00:00Z");
        assertEquals((80 + 2) / 10.0, result.footprint(N, "p", "2024-01").pcf(), EXACT);
        assertEquals(2, result.rejected().size());
        assertEquals(
                Set.of(Reason.EXCESS_INSTRUMENT), Set.copyOf(result.rejected().values()));
    }

    /** Two parallel lines make 3 : 1 of a stage, a second stage adds its own. */
    @Test
    void parallelProcessesShareAndStagesAdd() {
        Case c = new Case();
        c.put(bill(N, "p", "kg", "2023-01-01"));
        stage(c, "k1", "melt", "30", "30");
        stage(c, "k2", "melt", "10", "30");
        stage(c, "k3", "roll", "40", "20");
        assertEquals(
                0.75 * 1 + 0.25 * 3 + 0.5,
                c.footprint("p", "2024-01", "2024-01-16T00:00:00Z").pcf(),
                EXACT);
    }

    private static void stage(Case c, String process, String stage, String madeKg, String co2Kg) {
        c.put(
                activity(
                        N,
                        "a" + process,
                        process,
                        "2024-01-01T00:00:00Z",
                        "2024-01-11T00:00:00Z",
                        "gas",
                        "CO2",
                        co2Kg,
                        "kg"),
                io.cradle.schemas.ProductionRecord.newBuilder(production(
                                N,
                                "o" + process,
                                process,
                                "p",
                                "2024-01-01T00:00:00Z",
                                "2024-01-11T00:00:00Z",
                                madeKg,
                                "kg"))
                        .setStage(stage)
                        .build());
    }
}
