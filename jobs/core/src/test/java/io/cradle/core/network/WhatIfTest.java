package io.cradle.core.network;

import static io.cradle.core.network.Facts.bill;
import static io.cradle.core.network.Facts.boughtFrom;
import static io.cradle.core.network.Facts.exempted;
import static io.cradle.core.network.Facts.flow;
import static io.cradle.core.network.Facts.gas;
import static io.cradle.core.network.Facts.product;
import static io.cradle.core.network.Facts.supplied;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cradle.core.footprint.Result;
import io.cradle.core.network.Assumption.FactorFigure;
import io.cradle.core.network.Assumption.LineAmount;
import io.cradle.core.network.Assumption.NewAmount;
import io.cradle.core.network.Assumption.SuppliedFigure;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What would be is what is in a network that was really changed. */
class WhatIfTest {
    private static final String MONTH = "2024-01";

    private static LoggedNetwork network(double grid, double steelOfCar, double supplied) {
        LoggedNetwork network = new LoggedNetwork().factor("grid", "kW.h", grid).factor("paint", "kg", 3);
        network.at(
                "2024-01-21",
                bill("coal", "kg", flow("grid", "0.05 kW.h"), product("steel", "0.001 kg")),
                bill("steel", "kg", product("coal", "0.7 kg"), flow("grid", "1.5 kW.h"), gas("CO2", "1 kg")),
                bill(
                        "car",
                        "{piece}",
                        product("steel", steelOfCar + " kg"),
                        boughtFrom("a", product("seat", "5 {piece}")),
                        exempted(0.01, flow("glue", "1 kg"))),
                bill("door", "{piece}", flow("paint", "2 kg")),
                supplied("s1", "a", "seat", "{piece}", supplied, 1));
        return network;
    }

    private static Map<String, Double> after(LoggedNetwork network, Assumption... assumptions) {
        return ask(network, assumptions).stream()
                .collect(Collectors.toMap(Difference::product, Difference::kgCO2eAfter));
    }

    private static List<Difference> ask(LoggedNetwork network, Assumption... assumptions) {
        return WhatIf.ask(network.network(), network.factors(), MONTH, List.of(assumptions));
    }

    private static NewAmount number(double number) {
        return new NewAmount(number, false);
    }

    private static NewAmount percent(double number) {
        return new NewAmount(number, true);
    }

    @Test
    void equalsANetworkThatWasReallyChanged() {
        Map<String, Double> supposed = after(
                network(0.5, 900, 20),
                new FactorFigure("grid", null, null, number(0.3)),
                new LineAmount("car", "steel", null, number(820)),
                new SuppliedFigure("seat", "a", percent(-25)));
        LoggedNetwork changed = network(0.3, 820, 15);
        assertEquals(
                List.of("car", "coal", "steel"),
                supposed.keySet().stream().sorted().toList());
        supposed.forEach((product, pcf) -> assertEquals(changed.pcf(product, MONTH), pcf, 1e-9 * pcf, product));
    }

    @Test
    void onlyWhatChangesIsTold() {
        List<Difference> differences = ask(network(0.5, 900, 20), new FactorFigure("paint", "GLO", null, percent(10)));
        assertEquals(1, differences.size());
        Difference door = differences.get(0);
        assertEquals("door", door.product());
        assertEquals("{piece}", door.declaredUnit());
        assertEquals(6, door.kgCO2eBefore(), 1e-9);
        assertEquals(6.6, door.kgCO2eAfter(), 1e-9);
        assertEquals(10, door.percent(), 1e-9);
        assertEquals(List.of(), ask(network(0.5, 900, 20), new FactorFigure("paint", null, null, number(3))));
    }

    @Test
    void aLoopMayCeaseToBeProductive() {
        List<Difference> differences = ask(network(0.5, 900, 20), new LineAmount("coal", "steel", null, number(2)));
        assertEquals(3, differences.size());
        for (Difference difference : differences) {
            assertEquals(Result.NON_PRODUCTIVE_LOOP, difference.resultAfter());
            assertTrue(Double.isNaN(difference.kgCO2eAfter()) && Double.isNaN(difference.percent()));
        }
    }

    @Test
    void whatIsNotThereIsNamed() {
        refused(new FactorFigure("gird", null, null, number(1)), "no factor of flow 'gird'", "grid");
        refused(new FactorFigure("grid", "CN", null, number(1)), "no factor of region 'CN', but of [GLO]");
        refused(new FactorFigure("grid", null, null, number(-1)), "keeps its sign");
        refused(new LineAmount("cart", "steel", null, number(1)), "'cart' has no bill in force in 2024-01", "car");
        refused(new LineAmount("car", "stel", null, number(1)), "no line of 'stel'", "steel");
        refused(new LineAmount("car", "seat", "b", number(1)), "no line of 'seat' from supplier 'b'");
        refused(new LineAmount("car", "glue", null, number(1)), "is exempted");
        refused(new SuppliedFigure("seat", "b", number(1)), "supplier 'b' has no record of product 'seat'", "a");
    }

    @Test
    void twoLinesOfOneInputMustBeToldApart() {
        LoggedNetwork network = new LoggedNetwork().factor("grid", "kW.h", 1);
        network.at(
                "2024-01-21",
                bill(
                        "car",
                        "{piece}",
                        boughtFrom("a", product("seat", "3 {piece}")),
                        boughtFrom("b", product("seat", "2 {piece}"))),
                supplied("s1", "a", "seat", "{piece}", 10, 1),
                supplied("s2", "b", "seat", "{piece}", 20, 1));
        AssumptionException e = assertThrows(
                AssumptionException.class, () -> ask(network, new LineAmount("car", "seat", null, number(1))));
        assertTrue(e.getMessage().contains("2 lines of 'seat', of suppliers [a, b]"), e.getMessage());
        assertEquals(Map.of("car", 90.0), after(network, new LineAmount("car", "seat", "b", number(3))));
    }

    private static void refused(Assumption assumption, String words, String... known) {
        AssumptionException e = assertThrows(AssumptionException.class, () -> ask(network(0.5, 900, 20), assumption));
        assertTrue(e.getMessage().contains(words), e.getMessage());
        for (String name : known) {
            assertTrue(e.known().contains(name), e.known().toString());
        }
    }
}
