package io.cradle.testkit.oracle;

import static io.cradle.testkit.generate.Records.activity;
import static io.cradle.testkit.generate.Records.bill;
import static io.cradle.testkit.generate.Records.factor;
import static io.cradle.testkit.generate.Records.fossil;
import static io.cradle.testkit.generate.Records.line;
import static io.cradle.testkit.generate.Records.production;
import static io.cradle.testkit.generate.Records.supplied;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.cradle.schemas.BillLine;
import io.cradle.schemas.DataQuality;
import io.cradle.schemas.ProductionRecord;
import io.cradle.schemas.SupplierEmission;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The worked examples of the PACT methodology, and examples computed by hand. */
class WorkedExamplesTest {
    private static final String N = Case.NETWORK;
    private static final double EXACT = 1e-9;

    private static BillLine primary(BillLine line) {
        return BillLine.newBuilder(line).setDataSource("primary").build();
    }

    private static BillLine from(String supplier, BillLine line) {
        return BillLine.newBuilder(line).setSupplier(supplier).build();
    }

    /** A 1000 kg × 0.8 at 36 %, B 2400 at 0, C 90 at 0, direct 1000 at 100 %: 4290 at 30 % (PACT v3). */
    @Test
    void primaryDataShareOfPact() {
        Case c = new Case();
        c.put(
                SupplierEmission.newBuilder(supplied(N, "r1", "s", "a", "kg", "0.8", "2023-12-31"))
                        .setQuality(DataQuality.newBuilder()
                                .setPrimaryDataShare("36")
                                .setTechnologicalDqr("2")
                                .build())
                        .build(),
                factor("b", "supply", "2023-01-01", "kg", "2.4"),
                factor("c", "supply", "2023-01-01", "kg", "0.09"),
                bill(
                        N,
                        "p",
                        "t",
                        "2023-01-01",
                        primary(from("s", line("product", "a", "1000", "kg"))),
                        line("flow", "b", "1", "t"),
                        line("flow", "c", "1", "t"),
                        primary(line("gas", "CO2", "1", "t"))));
        OracleFootprint p = c.footprint("p", "2024-01", "2024-01-16T00:00:00Z");
        assertEquals("complete", p.result());
        assertEquals(4290, p.pcf(), EXACT);
        // 288 + 1000 of 4290: PACT prints it as 30 %.
        assertEquals(100 * 1288 / 4290.0, p.figure("primary_data_share"), EXACT);
        assertEquals((800 * 2 + 2490 * 5 + 1000) / 4290.0, p.figure("technological_dqr"), EXACT);
        assertEquals(1, p.coverage().getAsDouble());
    }

    /** 10 t of a process, 0.5 t of the product and 1 t of another by mass: 3.33 t. */
    @Test
    void massAllocation() {
        Case c = new Case();
        c.put(
                bill(N, "p", "t", "2023-01-01"),
                bill(N, "q", "t", "2023-01-01"),
                activity(N, "a", "k", "2024-01-01T00:00:00Z", "2024-01-11T00:00:00Z", "gas", "CO2", "10", "t"),
                production(N, "o1", "k", "p", "2024-01-01T00:00:00Z", "2024-01-11T00:00:00Z", "0.5", "t"),
                production(N, "o2", "k", "q", "2024-01-01T00:00:00Z", "2024-01-11T00:00:00Z", "1000", "kg"));
        OracleFootprint p = c.footprint("p", "2024-01", "2024-01-16T00:00:00Z");
        assertEquals(10_000 / 3.0, p.pcf() * 0.5, 1e-8);
        assertEquals(100, p.figure("primary_data_share"), EXACT);
    }

    /** Revenues of 500 and 410 share 10 000 kg: 5494 (PACT v3). */
    @Test
    void economicAllocation() {
        Case c = new Case();
        c.put(
                bill(N, "p", "kg", "2023-01-01"),
                bill(N, "q", "{piece}", "2023-01-01"),
                activity(N, "a", "k", "2024-01-01T00:00:00Z", "2024-01-11T00:00:00Z", "gas", "CO2", "10000", "kg"),
                valued(production(N, "o1", "k", "p", "2024-01-01T00:00:00Z", "2024-01-11T00:00:00Z", "100", "kg"), "5"),
                valued(
                        production(N, "o2", "k", "q", "2024-01-01T00:00:00Z", "2024-01-11T00:00:00Z", "41", "{piece}"),
                        "10"));
        assertEquals(
                5494.505494505495,
                c.footprint("p", "2024-01", "2024-01-16T00:00:00Z").pcf() * 100,
                1e-8);
        assertEquals(
                4505.494505494505,
                c.footprint("q", "2024-01", "2024-01-16T00:00:00Z").pcf() * 41,
                1e-8);
    }

    private static ProductionRecord valued(ProductionRecord record, String value) {
        return ProductionRecord.newBuilder(record)
                .setAllocationWeight(value)
                .setAllocationUnit("CNY")
                .build();
    }

    /**
     * Steel: iron from a furnace that makes 100 t with 160 t CO2 and 60 t coke (0.4 each), so 1.6 + 0.24 = 1.84 per
     * kg; steel takes 1.05 kg of it and 0.2 kWh at 0.6: 1.932 + 0.12 = 2.052.
     */
    @Test
    void steelInTwoTiers() {
        Case c = new Case();
        c.put(
                factor("electricity", "supply", "2023-01-01", "kW.h", "0.6"),
                factor("coke", "supply", "2023-01-01", "t", "400"),
                bill(N, "iron", "t", "2023-01-01"),
                bill(
                        N,
                        "steel",
                        "kg",
                        "2023-01-01",
                        line("product", "iron", "1.05", "kg"),
                        line("flow", "electricity", "0.72", "MJ")),
                activity(N, "a1", "bf", "2024-01-01T00:00:00Z", "2024-01-11T00:00:00Z", "gas", "CO2", "160", "t"),
                activity(N, "a2", "bf", "2024-01-01T00:00:00Z", "2024-01-11T00:00:00Z", "flow", "coke", "60000", "kg"),
                production(N, "o", "bf", "iron", "2024-01-01T00:00:00Z", "2024-01-11T00:00:00Z", "100", "t"));
        OracleFootprint steel = c.footprint("steel", "2024-01", "2024-01-16T00:00:00Z");
        assertEquals(2.052, steel.pcf(), EXACT);
        assertEquals(2.052, steel.figure("gross"), EXACT);
        assertEquals(
                1840, c.footprint("iron", "2024-01", "2024-01-16T00:00:00Z").pcf(), 1e-8);
        assertEquals("complete", steel.result());
        OracleVersion electricity = steel.versions().iterator().next();
        assertEquals("electricity/GLO/supply/2023-01-01", electricity.key());
        assertEquals(1, steel.versions().size());
    }

    /** x = 10 + 0.2 y, y = 5 + 0.5 x: x = 11 / 0.9, y = 10 / 0.9. */
    @Test
    void twoProductsThatNeedEachOther() {
        Case c = new Case();
        c.put(
                bill(N, "x", "kg", "2023-01-01", line("gas", "CO2", "10", "kg"), line("product", "y", "0.2", "kg")),
                bill(N, "y", "kg", "2023-01-01", line("gas", "CO2", "5", "kg"), line("product", "x", "0.5", "kg")));
        assertEquals(
                11 / 0.9, c.footprint("x", "2024-01", "2024-01-16T00:00:00Z").pcf(), EXACT);
        assertEquals(
                10 / 0.9, c.footprint("y", "2024-01", "2024-01-16T00:00:00Z").pcf(), EXACT);
    }

    /** 0.5 × 2 = 1: the two consume all they make, and so does whoever needs them. */
    @Test
    void loopThatConsumesAllItMakes() {
        Case c = new Case();
        c.put(
                bill(N, "x", "kg", "2023-01-01", line("product", "y", "0.5", "kg"), line("gas", "CO2", "1", "kg")),
                bill(N, "y", "kg", "2023-01-01", line("product", "x", "2", "kg")),
                bill(N, "z", "kg", "2023-01-01", line("product", "x", "-0.1", "kg")),
                bill(N, "w", "kg", "2023-01-01", line("gas", "N2O", "1", "g")));
        for (String product : Set.of("x", "y", "z")) {
            OracleFootprint footprint = c.footprint(product, "2024-01", "2024-01-16T00:00:00Z");
            assertEquals("non-productive-loop", footprint.result(), product);
            assertEquals(Set.of(), footprint.figures().keySet(), product);
        }
        assertEquals(0.273, c.footprint("w", "2024-01", "2024-01-16T00:00:00Z").pcf(), EXACT);
    }

    /** 2 kg of aluminium at 8, less 0.5 kg of scrap that saves 4 each; gross adds what net takes away. */
    @Test
    void credits() {
        Case c = new Case();
        c.put(
                factor("aluminium", "supply", "2023-01-01", "kg", "8"),
                factor("scrap", "supply", "2023-01-01", "kg", "4"),
                bill(
                        N,
                        "p",
                        "kg",
                        "2023-01-01",
                        line("flow", "aluminium", "2", "kg"),
                        line("flow", "scrap", "-0.5", "kg")),
                bill(N, "q", "kg", "2023-01-01", line("product", "p", "3", "kg"), line("gas", "CO2", "-1", "kg")));
        OracleFootprint p = c.footprint("p", "2024-01", "2024-01-16T00:00:00Z");
        assertEquals(14, p.pcf(), EXACT);
        assertEquals(-2, p.figure("credits"), EXACT);
        assertEquals(18, p.figure("gross"), EXACT);
        OracleFootprint q = c.footprint("q", "2024-01", "2024-01-16T00:00:00Z");
        assertEquals(41, q.pcf(), EXACT);
        assertEquals(-7, q.figure("credits"), EXACT);
        assertEquals(55, q.figure("gross"), EXACT);
    }

    /** Packaging counts and is told apart; outbound does not count; an exempted line adds nothing and is covered. */
    @Test
    void purposes() {
        Case c = new Case();
        BillLine box = BillLine.newBuilder(line("flow", "board", "0.1", "kg"))
                .setPurpose("packaging")
                .build();
        BillLine truck = BillLine.newBuilder(line("flow", "freight", "2", "t.km"))
                .setPurpose("outbound")
                .build();
        BillLine glue = BillLine.newBuilder(line("flow", "glue", "0.01", "kg"))
                .setExempted("0.02")
                .build();
        c.put(
                factor("board", "supply", "2023-01-01", "kg", "1"),
                factor("freight", "supply", "2023-01-01", "t.km", "0.09"),
                bill(N, "p", "kg", "2023-01-01", line("gas", "CO2", "3", "kg"), box, truck, glue));
        OracleFootprint p = c.footprint("p", "2024-01", "2024-01-16T00:00:00Z");
        assertEquals("complete", p.result());
        assertEquals(3.1, p.pcf(), EXACT);
        assertEquals(0.1, p.figure("packaging"), EXACT);
        assertEquals(0.18, p.figure("outbound_logistics"), EXACT);
        assertEquals(2, p.figure("exempted_percent"), EXACT);
        assertEquals(2, p.versions().size());
    }

    /** Biogenic uptake is outside the gross emissions and inside the sum that includes it. */
    @Test
    void biogenicUptake() {
        Case c = new Case();
        io.cradle.schemas.EmissionFactor wood = io.cradle.schemas.EmissionFactor.newBuilder(
                        factor("wood", "supply", "2023-01-01", "kg", "0.3"))
                .setIndicators(io.cradle.schemas.Indicators.newBuilder(fossil("0.3"))
                        .setBiogenicUptake("-1.6")
                        .build())
                .build();
        c.put(
                wood,
                bill(
                        N,
                        "p",
                        "kg",
                        "2023-01-01",
                        line("flow", "wood", "2", "kg"),
                        line("gas", "CO2-biogenic", "0.5", "kg")));
        OracleFootprint p = c.footprint("p", "2024-01", "2024-01-16T00:00:00Z");
        assertEquals(0.6, p.pcf(), EXACT);
        assertEquals(0.6, p.figure("gross"), EXACT);
        assertEquals(-2.7, p.figure("biogenic_uptake"), EXACT);
        assertEquals(-2.1, p.figure("pcf_including_biogenic_uptake"), EXACT);
    }
}
