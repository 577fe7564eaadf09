package io.cradle.core.network;

import static io.cradle.core.network.Facts.as;
import static io.cradle.core.network.Facts.bill;
import static io.cradle.core.network.Facts.billFrom;
import static io.cradle.core.network.Facts.boughtFrom;
import static io.cradle.core.network.Facts.exempted;
import static io.cradle.core.network.Facts.flow;
import static io.cradle.core.network.Facts.fuel;
import static io.cradle.core.network.Facts.gas;
import static io.cradle.core.network.Facts.primary;
import static io.cradle.core.network.Facts.product;
import static io.cradle.core.network.Facts.production;
import static io.cradle.core.network.Facts.supplied;
import static io.cradle.core.network.Facts.used;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cradle.core.activity.InputKind;
import io.cradle.core.factor.FactorKind;
import io.cradle.core.footprint.Component;
import io.cradle.core.footprint.Figures;
import io.cradle.core.footprint.Result;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Worked examples of the PACT methodology v3, and bills computed by hand. */
class WorkedExamplesTest {
    private static final double EXACT = 1e-9;
    private static final String JANUARY = "2024-01-01 2024-02-01";

    private final LoggedNetwork network = new LoggedNetwork();

    /** A 1000 kg × 0.8 at 36 %, B 2400 at 0, C 90 at 0, direct 1000 at 100 %. */
    @Test
    void primaryDataShareOfPact() {
        network.factor("b", "kg", 2.4).factor("c", "kg", 0.09);
        network.at(
                "2024-01-10",
                supplied("r1", "s", "a", "kg", 0.8, 0.36),
                bill(
                        "p",
                        "{piece}",
                        primary(boughtFrom("s", product("a", "1000 kg"))),
                        flow("b", "1 t"),
                        flow("c", "1 t"),
                        primary(gas("CO2", "1 t"))));
        Figures figures = network.last("p", "2024-01").figures();
        assertEquals(4290, figures.excludingUptake(), EXACT);
        assertEquals(100 * 1288 / 4290.0, figures.primaryDataShare(), EXACT, "PACT prints it as 30 %");
        assertEquals((800 * 2 + 2490 * 3 + 1000) / 4290.0, figures.rating(Component.TECHNOLOGICAL_DQR), EXACT);
        assertEquals(1, figures.coverage());
    }

    /** 10 t for 0.5 t of the product and 1 t of another: 0.5/1.5 of them. */
    @Test
    void allocationByMass() {
        network.at(
                "2024-02-01",
                bill("main", "kg"),
                bill("other", "kg"),
                production("r1", "plant", "main", JANUARY, "0.5 t"),
                production("r2", "plant", "other", JANUARY, "1000 kg"),
                used("r3", "plant", InputKind.GAS, "CO2", JANUARY, "10 t"));
        assertEquals(3333.333333333, network.pcf("main", "2024-01") * 500, 1e-6);
        assertEquals(6666.666666667, network.pcf("other", "2024-01") * 1000, 1e-6);
    }

    /** 500 of 910 in value: 5494 of 10 000 kg. */
    @Test
    void allocationByValue() {
        network.at(
                "2024-02-01",
                bill("main", "kg"),
                bill("other", "kg"),
                production("r1", "plant", "main", "main", JANUARY, "500 kg", 1.0, "EUR"),
                production("r2", "plant", "other", "main", JANUARY, "1000 kg", 0.41, "EUR"),
                used("r3", "plant", InputKind.GAS, "CO2", JANUARY, "10 t"));
        assertEquals(10_000 * 500 / 910.0, network.pcf("main", "2024-01") * 500, 1e-6);
        assertEquals(5494, network.pcf("main", "2024-01") * 500, 1);
    }

    /** Ten days of January under the old bill, 21 under the new one, which declares tonnes. */
    @Test
    void billsAreWeightedByDays() {
        network.factor("steel", "kg", 2);
        network.at(
                "2024-02-10",
                billFrom("2023-01-01", "p", "kg", Double.NaN, flow("steel", "1 kg")),
                billFrom("2024-01-11", "p", "t", Double.NaN, flow("steel", "3 t")));
        assertEquals(2, network.pcf("p", "2024-02") / 3000, EXACT);
        network.at("2024-02-11", production("r", "plant", "p", "2024-01-05 2024-01-06", "1 t"));
        double bills = (10 * 1000 * 2 + 21 * 3000 * 2) / 31.0;
        assertEquals(bills, network.pcf("p", "2024-01"), 1e-6);
        assertEquals("t", network.last("p", "2024-01").declaredUnit());
    }

    @Test
    void exemptedLinesCountAsCoveredAndAddNothing() {
        network.factor("steel", "kg", 2);
        network.at("2024-01-10", bill("p", "{piece}", flow("steel", "3 kg"), exempted(0.02, flow("glue", "1 kg"))));
        Figures figures = network.last("p", "2024-01").figures();
        assertEquals(6, figures.excludingUptake(), EXACT);
        assertEquals(2, figures.exemptedPercent(), EXACT);
        assertEquals(1, figures.coverage());
        assertEquals(Result.COMPLETE, network.last("p", "2024-01").published().result());
    }

    @Test
    void packagingIsInsideAndOutboundOutside() {
        network.factor("steel", "kg", 2).factor("carton", "kg", 0.5).factor("truck", "t.km", 0.1);
        network.at(
                "2024-01-10",
                bill(
                        "p",
                        "{piece}",
                        flow("steel", "3 kg"),
                        as(Purpose.PACKAGING, flow("carton", "1 kg")),
                        as(Purpose.OUTBOUND, flow("truck", "500 kg.km")),
                        as(Purpose.OUTBOUND, flow("ship", "500 kg.km"))));
        Figures figures = network.last("p", "2024-01").figures();
        assertEquals(6.5, figures.excludingUptake(), EXACT);
        assertEquals(0.5, figures.of(Component.PACKAGING), EXACT);
        assertEquals(0.05, figures.of(Component.OUTBOUND), EXACT);
        assertEquals(Result.COMPLETE, network.last("p", "2024-01").published().result(), "no line inside is missing");
    }

    /** What a product sends out of itself is outside its own footprint too. */
    @Test
    void outboundOfTheProductItself() {
        network.factor("steel", "kg", 2);
        network.at("2024-01-10", bill("p", "kg", flow("steel", "3 kg"), as(Purpose.OUTBOUND, product("p", "0.1 kg"))));
        Figures figures = network.last("p", "2024-01").figures();
        assertEquals(6, figures.excludingUptake(), EXACT);
        assertEquals(0.6, figures.of(Component.OUTBOUND), EXACT);
    }

    @Test
    void creditsAreInTheNetAndStatedApart() {
        network.factor("steel", "kg", 2).factor("scrap", "kg", 1.5);
        network.at(
                "2024-01-10",
                bill("part", "kg", flow("steel", "2 kg"), flow("scrap", "-1 kg")),
                bill("p", "{piece}", product("part", "10 kg")));
        Figures figures = network.last("p", "2024-01").figures();
        assertEquals(25, figures.excludingUptake(), EXACT);
        assertEquals(-15, figures.of(Component.CREDITS), EXACT);
        assertEquals(55, figures.of(Component.GROSS), EXACT);
    }

    @Test
    void biogenicUptakeIsStatedApart() {
        network.at("2024-01-10", bill("p", "kg", gas("CO2-biogenic", "-1.8 kg"), gas("CH4-non-fossil", "0.01 kg")));
        Figures figures = network.last("p", "2024-01").figures();
        assertEquals(0.27, figures.excludingUptake(), EXACT);
        assertEquals(0.27 - 1.8, figures.includingUptake(), EXACT);
        assertEquals(0, figures.of(Component.CREDITS));
        assertEquals(0.27, figures.of(Component.GROSS), EXACT);
    }

    @Test
    void aFuelIsSuppliedAndBurnt() {
        network.factor("diesel", "L", 0.6);
        network.at("2024-01-10", bill("p", "{piece}", fuel("diesel", "10 L")));
        assertEquals(6, network.pcf("p", "2024-01"), EXACT);
        assertEquals(Result.INCOMPLETE, network.last("p", "2024-01").published().result());
        assertEquals(List.of("diesel: no-factor"), network.gaps("p", "2024-01"));

        network.factor("diesel", FactorKind.COMBUSTION, "L", 2.7, Facts.ms("2024-01-11"));
        network.at("2024-01-11");
        assertEquals(33, network.pcf("p", "2024-01"), EXACT);
        assertEquals(Result.COMPLETE, network.last("p", "2024-01").published().result());
        assertTrue(network.gaps("p", "2024-01").isEmpty());
    }

    @Test
    void coverageGoesByMassWhereEveryLineHasOne() {
        network.factor("steel", "kg", 2);
        network.at(
                "2024-01-10",
                bill("byMass", "{piece}", flow("steel", "3 kg"), flow("unknown", "1 kg")),
                bill("byNumber", "{piece}", flow("steel", "3 kg"), flow("unknown", "1 kW.h")),
                bill("above", "{piece}", product("byMass", "2 {piece}"), flow("steel", "12 kg")));
        assertEquals(0.75, network.last("byMass", "2024-01").published().coverage(), EXACT);
        assertEquals(0.5, network.last("byNumber", "2024-01").published().coverage(), EXACT);
        assertEquals(
                (0.75 * 12 + 24) / 36,
                network.last("above", "2024-01").published().coverage(),
                EXACT);
        assertEquals(
                Result.INCOMPLETE, network.last("above", "2024-01").published().result());
        assertTrue(network.gaps("above", "2024-01").isEmpty(), "its own lines are resolved");
    }
}
