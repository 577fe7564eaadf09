package io.cradle.core.network;

import static io.cradle.core.network.Facts.bill;
import static io.cradle.core.network.Facts.billFrom;
import static io.cradle.core.network.Facts.flow;
import static io.cradle.core.network.Facts.product;
import static io.cradle.core.network.Facts.production;
import static io.cradle.core.network.Facts.purchase;
import static io.cradle.core.network.Facts.supplied;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.cradle.core.factor.FactorKind;
import io.cradle.core.footprint.Result;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where an input without a named supplier comes from: own production and purchases, weighted by amount. */
class MarketTest {
    private static final double EXACT = 1e-9;
    private static final String JANUARY = "2024-01-01 2024-02-01";

    private final LoggedNetwork network = new LoggedNetwork().factor("steel", "kg", 2);

    /** 60 kg at 1, 0.04 t at 6. */
    @Test
    void purchasesWeighTheirSuppliers() {
        network.at(
                "2024-01-20",
                bill("p", "kg", product("bolt", "2 kg")),
                supplied("r1", "a", "bolt", "kg", 1, 0),
                supplied("r2", "b", "bolt", "t", 6000, 0),
                purchase("b1", "bolt", "a", JANUARY, "60 kg"),
                purchase("b2", "bolt", "b", JANUARY, "0.04 t"));
        assertEquals(2 * 3.0, network.pcf("p", "2024-01"), EXACT);
    }

    /** Own production of 100 at 2, 300 bought at 1; what is published of it is the own production. */
    @Test
    void ownProductionIsAShare() {
        network.at(
                "2024-01-31",
                bill("bolt", "kg", flow("steel", "1 kg")),
                bill("p", "kg", product("bolt", "1 kg")),
                supplied("r1", "a", "bolt", "kg", 1, 0),
                purchase("b1", "bolt", "a", "2024-01-01 2024-01-31", "300 kg"),
                production("m1", "plant", "bolt", "2024-01-01 2024-01-31", "100 kg"));
        assertEquals(1.25, network.pcf("p", "2024-01"), EXACT);
        assertEquals(2, network.pcf("bolt", "2024-01"), EXACT);
    }

    @Test
    void amountsAreCarriedForward() {
        network.at(
                "2024-01-20",
                bill("p", "kg", product("bolt", "1 kg")),
                supplied("r1", "a", "bolt", "kg", 1, 0),
                supplied("r2", "b", "bolt", "kg", 5, 0),
                purchase("b1", "bolt", "a", JANUARY, "75 kg"),
                purchase("b2", "bolt", "b", JANUARY, "25 kg"));
        network.at("2024-02-05");
        assertEquals(2, network.pcf("p", "2024-02"), EXACT);
        assertEquals(1, network.last("p", "2024-02").figures().carriedForward(), EXACT);
        network.at("2024-02-06", purchase("b3", "bolt", "b", "2024-02-01 2024-02-06", "1 kg"));
        assertEquals(5, network.pcf("p", "2024-02"), EXACT);
        assertEquals(2, network.pcf("p", "2024-01"), EXACT);
    }

    @Test
    void aSupplierWithoutARecordFallsBackToAFactor() {
        network.at(
                "2024-01-20",
                bill("p", "kg", product("bolt", "1 kg")),
                supplied("r1", "a", "bolt", "kg", 1, 0),
                purchase("b1", "bolt", "a", JANUARY, "50 kg"),
                purchase("b2", "bolt", "b", JANUARY, "50 kg"));
        assertEquals(0.5, network.pcf("p", "2024-01"), EXACT);
        assertEquals(Result.INCOMPLETE, network.last("p", "2024-01").published().result());

        network.factor("bolt", FactorKind.SUPPLY, "kg", 9, Facts.ms("2024-01-21"));
        network.at("2024-01-21");
        assertEquals(5, network.pcf("p", "2024-01"), EXACT);
        assertEquals(Result.COMPLETE, network.last("p", "2024-01").published().result());
    }

    @Test
    void withoutAmountsTheOnlySourceIsTaken() {
        network.at(
                "2024-01-20",
                bill("p", "kg", product("bolt", "1 kg")),
                bill("q", "kg", product("nut", "1 kg")),
                bill("nut", "kg", flow("steel", "1 kg")),
                supplied("r0", "a", "nut", "kg", 7, 0),
                supplied("r1", "a", "bolt", "kg", 1, 0));
        assertEquals(1, network.pcf("p", "2024-01"), EXACT);
        assertEquals(2, network.pcf("q", "2024-01"), EXACT, "the own bill goes first");
        network.at("2024-01-21", supplied("r2", "b", "bolt", "kg", 5, 0));
        assertEquals(List.of("bolt: no-purchase-weights"), network.gaps("p", "2024-01"));
    }

    @Test
    void amountsConvertThroughMass() {
        network.at(
                "2024-01-20",
                billFrom("2023-01-01", "bolt", "{piece}", 0.2, flow("steel", "0.2 kg")),
                bill("p", "kg", product("bolt", "1 kg")),
                bill("q", "kg", product("bolt", "1 L")));
        assertEquals(2, network.pcf("p", "2024-01"), EXACT);
        assertEquals(List.of("bolt: unit-dimension"), network.gaps("q", "2024-01"));
    }
}
