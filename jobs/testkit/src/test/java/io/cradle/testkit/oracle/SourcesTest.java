package io.cradle.testkit.oracle;

import static io.cradle.testkit.generate.Records.bill;
import static io.cradle.testkit.generate.Records.factor;
import static io.cradle.testkit.generate.Records.line;
import static io.cradle.testkit.generate.Records.production;
import static io.cradle.testkit.generate.Records.purchase;
import static io.cradle.testkit.generate.Records.supplied;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.cradle.schemas.BillLine;
import io.cradle.schemas.BillOfMaterials;
import io.cradle.schemas.DataQuality;
import io.cradle.schemas.EmissionFactor;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Where inputs come from: bills by days, markets, suppliers and their fallbacks, factors by region and month. */
class SourcesTest {
    private static final String N = Case.NETWORK;
    private static final String JANUARY = "2024-01";
    private static final String LATER = "2024-01-16T00:00:00Z";
    private static final double EXACT = 1e-9;

    /** 10 of 31 days at 1, 21 at 3. */
    @Test
    void billsAreWeightedByDays() {
        Case c = new Case();
        c.put(
                bill(N, "p", "kg", "2023-01-01", line("gas", "CO2", "1", "kg")),
                bill(N, "p", "t", "2024-01-11", line("gas", "CO2", "3", "t")));
        OracleFootprint p = c.footprint("p", JANUARY, LATER);
        assertEquals("t", p.declaredUnit());
        assertEquals(1000 * (10 * 1 + 21 * 3) / 31.0, p.pcf(), 1e-7);
    }

    @Test
    void billThatBeginsInThePeriodCountsForTheWholeOfIt() {
        Case c = new Case();
        c.put(bill(N, "p", "kg", "2024-01-30", line("gas", "CO2", "1", "kg")));
        assertEquals(1, c.footprint("p", JANUARY, "2024-02-01T00:00:00Z").pcf(), EXACT);
    }

    /** Own 60 at 2, s1 20 at 5 by record, s2 20 without one: the factor named like the product, 7. */
    @Test
    void marketIsWeightedWithFallback() {
        Case c = new Case();
        c.put(
                bill(N, "x", "kg", "2023-01-01", line("gas", "CO2", "2", "kg")),
                bill(N, "p", "kg", "2023-01-01", line("product", "x", "1", "kg")),
                production(N, "o", "k", "x", "2024-01-01T00:00:00Z", "2024-01-11T00:00:00Z", "60", "kg"),
                purchase(N, "b1", "x", "s1", "2024-01-01T00:00:00Z", "2024-01-11T00:00:00Z", "20", "kg"),
                purchase(N, "b2", "x", "s2", "2024-01-01T00:00:00Z", "2024-01-11T00:00:00Z", "0.02", "t"),
                supplied(N, "e", "s1", "x", "t", "5000", "2023-12-31"));
        OracleFootprint without = c.footprint("p", JANUARY, LATER);
        assertEquals(0.6 * 2 + 0.2 * 5, without.pcf(), EXACT);
        assertEquals("incomplete", without.result());
        assertEquals(Set.of(), without.unresolved());
        assertEquals(0.8, without.coverage().getAsDouble(), EXACT);

        c.put(factor("x", "supply", "2023-01-01", "kg", "7"));
        OracleFootprint with = c.footprint("p", JANUARY, LATER);
        assertEquals(0.6 * 2 + 0.2 * 5 + 0.2 * 7, with.pcf(), EXACT);
        assertEquals("complete", with.result());
    }

    /** January's purchases weigh February, marked; purchases of February end that. */
    @Test
    void marketIsCarriedForward() {
        Case c = new Case();
        c.at("2024-02-10T00:00:00Z")
                .put(
                        bill(N, "p", "kg", "2023-01-01", line("product", "x", "1", "kg")),
                        purchase(N, "b1", "x", "s1", "2024-01-01T00:00:00Z", "2024-01-11T00:00:00Z", "30", "kg"),
                        purchase(N, "b2", "x", "s2", "2024-01-01T00:00:00Z", "2024-01-11T00:00:00Z", "10", "kg"),
                        supplied(N, "e1", "s1", "x", "kg", "4", "2023-12-31"),
                        supplied(N, "e2", "s2", "x", "kg", "8", "2023-12-31"));
        OracleFootprint carried = c.footprint("p", "2024-02", "2024-02-11T00:00:00Z");
        assertEquals(5, carried.pcf(), EXACT);
        assertEquals(1, carried.figure("carried_forward"), EXACT);
        c.put(purchase(N, "b3", "x", "s2", "2024-02-01T00:00:00Z", "2024-02-03T00:00:00Z", "1", "kg"));
        OracleFootprint own = c.footprint("p", "2024-02", "2024-02-11T00:00:00Z");
        assertEquals(8, own.pcf(), EXACT);
        assertEquals(0, own.figure("carried_forward"), EXACT);
    }

    @Test
    void inputsThatNothingResolvesAreNamed() {
        Case c = new Case();
        BillLine named = BillLine.newBuilder(line("product", "u", "1", "kg"))
                .setSupplier("nobody")
                .build();
        c.put(
                factor("diesel", "supply", "2023-01-01", "L", "0.5"),
                supplied(N, "e1", "s1", "v", "kg", "4", "2023-12-31"),
                supplied(N, "e2", "s2", "v", "kg", "8", "2023-12-31"),
                bill(
                        N,
                        "p",
                        "kg",
                        "2023-01-01",
                        line("flow", "x", "1", "kg"),
                        line("fuel", "diesel", "2", "L"),
                        line("product", "v", "1", "kg"),
                        line("product", "w", "1", "kg"),
                        line("flow", "diesel", "1", "kg"),
                        named));
        OracleFootprint p = c.footprint("p", JANUARY, LATER);
        assertEquals(
                Set.of(
                        "x: no-factor",
                        "diesel: no-factor",
                        "v: no-purchase-weights",
                        "w: no-supplier-record",
                        "diesel: unit-dimension",
                        "u: no-supplier-record"),
                p.unresolved());
        assertEquals(1, p.pcf(), EXACT);
        assertEquals(1 / 7.0, p.coverage().getAsDouble(), EXACT);
        assertEquals("incomplete", p.result());
    }

    /** 3 of 4 kg are resolved, whatever they emit; upstream of it the covered share of the gross counts. */
    @Test
    void coverageByMassAndUpstream() {
        Case c = new Case();
        c.put(
                factor("y", "supply", "2023-01-01", "kg", "2"),
                bill(N, "p", "kg", "2023-01-01", line("flow", "x", "1", "kg"), line("flow", "y", "3000", "g")),
                bill(N, "q", "kg", "2023-01-01", line("product", "p", "1", "kg"), line("gas", "CO2", "2", "kg")));
        assertEquals(0.75, c.footprint("p", JANUARY, LATER).coverage().getAsDouble(), EXACT);
        OracleFootprint q = c.footprint("q", JANUARY, LATER);
        assertEquals((0.75 * 6 + 2) / 8, q.coverage().getAsDouble(), EXACT);
        assertEquals("incomplete", q.result());
        assertEquals(Set.of(), q.unresolved());
    }

    /** The province has none, its grid region a factor that has run out, which the country's newer one does not beat. */
    @Test
    void nearestRegionThenMonth() {
        Case c = new Case();
        c.put(
                regional("CN", "2024-01-01", null, "0.6"),
                regional("CN-X-EAST", "2021-01-01", "2021-12-31", "0.7"),
                regional("CN-X-EAST", "2024-02-01", null, "0.5"),
                bill(N, "p", "kg", "2023-01-01", inRegion("CN-ZJ")),
                bill(N, "q", "kg", "2023-01-01", inRegion("CN-TW")));
        OracleFootprint january = c.footprint("p", JANUARY, "2024-02-02T00:00:00Z");
        assertEquals(0.7, january.pcf(), EXACT);
        // 2021-12-31 lies 761 days before the end of January 2024.
        assertEquals(3, january.figure("temporal_dqr"), EXACT);
        assertEquals(0.5, c.footprint("p", "2024-02", "2024-02-02T00:00:00Z").pcf(), EXACT);
        assertEquals(0.6, c.footprint("q", JANUARY, "2024-02-02T00:00:00Z").pcf(), EXACT);
    }

    private static EmissionFactor regional(String region, String from, String to, String value) {
        return EmissionFactor.newBuilder(factor("electricity", "supply", from, "kW.h", value))
                .setRegion(region)
                .setValidTo(to == null ? null : LocalDate.parse(to))
                .setQuality(DataQuality.newBuilder().setTemporalDqr("1").build())
                .build();
    }

    private static BillLine inRegion(String region) {
        return BillLine.newBuilder(line("flow", "electricity", "1", "kW.h"))
                .setRegion(region)
                .build();
    }

    /** The newest record that nothing supersedes and that is valid on the last day. */
    @Test
    void supplierRecordsSupersede() {
        Case c = new Case();
        io.cradle.schemas.SupplierEmission newer = io.cradle.schemas.SupplierEmission.newBuilder(
                        supplied(N, "e2", "s", "x", "kg", "2", "2023-12-31"))
                .setPreceding(List.of("e1"))
                .setValidTo(LocalDate.parse("2024-01-30"))
                .build();
        BillOfMaterials bill = bill(
                N,
                "p",
                "kg",
                "2023-01-01",
                BillLine.newBuilder(line("product", "x", "1", "kg"))
                        .setSupplier("s")
                        .build());
        c.put(
                bill,
                supplied(N, "e0", "s", "x", "kg", "1", "2022-12-31"),
                supplied(N, "e1", "s", "x", "kg", "9", "2024-06-30"));
        assertEquals(9, c.footprint("p", JANUARY, LATER).pcf(), EXACT);
        c.put(newer);
        assertEquals(1, c.footprint("p", JANUARY, LATER).pcf(), EXACT);
    }

    /** 500 kg of a product declared in pieces of 2.5 kg are 200 pieces. */
    @Test
    void massConvertsThroughTheProduct() {
        Case c = new Case();
        BillOfMaterials piece = BillOfMaterials.newBuilder(
                        bill(N, "x", "{piece}", "2023-01-01", line("gas", "CO2", "3", "kg")))
                .setProductMass("2.5")
                .build();
        c.put(piece, bill(N, "p", "t", "2023-01-01", line("product", "x", "500", "kg")));
        assertEquals(600, c.footprint("p", JANUARY, LATER).pcf(), 1e-8);
    }
}
