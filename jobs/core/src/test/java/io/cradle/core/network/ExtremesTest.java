package io.cradle.core.network;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.cradle.core.activity.InputKind;
import io.cradle.core.activity.Meter;
import io.cradle.core.footprint.Publication;
import io.cradle.core.footprint.Result;
import io.cradle.core.quantity.Units;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Input at the edge of what can be said: the figure is right, or there is none, but never a wrong one. */
class ExtremesTest {
    /** What rounds through a loop may leave. */
    private static final double SETTLED = 2e-10;

    @Test
    void aFigureBeyondNumbersIsNoFigure() {
        LoggedNetwork network = new LoggedNetwork();
        List<Change> bills = new ArrayList<>();
        int tiers = 40;
        for (int i = 0; i < tiers; i++) {
            bills.add(Facts.bill("p" + i, "kg", Facts.product("p" + (i + 1), "1000000000 kg")));
        }
        bills.add(Facts.bill("p" + tiers, "kg", Facts.gas("CO2", "1 kg")));
        network.at("2024-01-10", bills.toArray(Change[]::new));

        Publication beyond = network.last("p0", "2024-01");
        assertNull(beyond.figures());
        assertEquals(Result.INCOMPLETE, beyond.published().result());
        assertEquals(1e9, network.pcf("p" + (tiers - 1), "2024-01"));
        assertEquals(1e18, network.pcf("p" + (tiers - 2), "2024-01"), 1e9);
    }

    /** Infinity feeds itself round a loop: once its cause is gone, the loop is worth what a fresh calculation says. */
    @Test
    void aLoopRecoversFromAFigureBeyondNumbers() {
        LoggedNetwork network = new LoggedNetwork();
        List<Change> bills = new ArrayList<>();
        bills.add(Facts.bill("a", "kg", Facts.product("b", "0.5 kg"), Facts.product("p0", "1 kg")));
        bills.add(Facts.bill("b", "kg", Facts.product("a", "0.5 kg")));
        for (int i = 0; i < 40; i++) {
            bills.add(Facts.bill("p" + i, "kg", Facts.product("p" + (i + 1), "1000000000 kg")));
        }
        bills.add(Facts.bill("p40", "kg", Facts.gas("CO2", "1 kg")));
        network.at("2024-01-10", bills.toArray(Change[]::new));
        assertNull(network.last("a", "2024-01").figures());

        network.at("2024-01-11", Facts.bill("p0", "kg", Facts.gas("CO2", "1 kg")));
        assertEquals(4.0 / 3, network.pcf("a", "2024-01"), SETTLED);
        assertEquals(2.0 / 3, network.pcf("b", "2024-01"), SETTLED);
    }

    /** Product "a" of supplier "b/c" is not product "a/b" of supplier "c". */
    @Test
    void slashesInNamesSeparateNothing() {
        LoggedNetwork network = new LoggedNetwork();
        network.at(
                "2024-01-10",
                Facts.supplied("r1", "b/c", "a", "kg", 5, 0),
                Facts.supplied("r2", "c", "a/b", "kg", 7, 0),
                Facts.bill("van", "kg", Facts.boughtFrom("b/c", Facts.product("a", "1 kg"))),
                Facts.bill("cart", "kg", Facts.boughtFrom("c", Facts.product("a/b", "1 kg"))));

        assertEquals(5, network.pcf("van", "2024-01"), 1e-12);
        assertEquals(7, network.pcf("cart", "2024-01"), 1e-12);
    }

    /** What was accepted comes back from state, though values rolled over after the version without a size came. */
    @Test
    void aFactThatCameBeforeItsContradictionIsRestored() {
        Meter later = new Meter(
                LocalDate.parse("2030-01-01"),
                "mill",
                InputKind.FLOW,
                "grid",
                null,
                Units.of("kW.h"),
                1,
                true,
                0,
                true);
        Change meter = Facts.meter("m", "mill", true);
        Change version =
                new Change.MeterChange(meter.position(), "m/2030-01-01", "m", LocalDate.parse("2030-01-01"), later);
        LoggedNetwork network = new LoggedNetwork();
        network.at("2024-01-10", meter, version);
        Settlement rolledOver = network.at(
                "2024-01-20", Facts.value("m", "2024-01-11", "99000"), Facts.value("m", "2024-01-12", "500"));
        assertEquals(
                2,
                rolledOver.outcomes().stream()
                        .filter(Outcome.Accepted.class::isInstance)
                        .count());

        SupplyNetwork.Restoring restoring = new LoggedNetwork().network().restoring();
        rolledOver.blocks().forEach(restoring::readings);
        assertDoesNotThrow(() -> {
            restoring.fact(meter);
            restoring.fact(version);
        });
    }
}
