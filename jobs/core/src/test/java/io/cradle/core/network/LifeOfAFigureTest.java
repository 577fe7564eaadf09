package io.cradle.core.network;

import static io.cradle.core.network.Facts.bill;
import static io.cradle.core.network.Facts.boughtFrom;
import static io.cradle.core.network.Facts.flow;
import static io.cradle.core.network.Facts.meter;
import static io.cradle.core.network.Facts.noBill;
import static io.cradle.core.network.Facts.noProduction;
import static io.cradle.core.network.Facts.product;
import static io.cradle.core.network.Facts.production;
import static io.cradle.core.network.Facts.reading;
import static io.cradle.core.network.Facts.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cradle.core.RejectReason;
import io.cradle.core.factor.FactorKind;
import io.cradle.core.footprint.Publication;
import io.cradle.core.footprint.Result;
import io.cradle.core.footprint.Status;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** From the first publication of a product to its withdrawal; loops that come and go; records that wait. */
class LifeOfAFigureTest {
    private static final double EXACT = 1e-9;

    private final LoggedNetwork network = new LoggedNetwork().factor("steel", "kg", 2);

    @Test
    void provisionalThenFinalThenRestatedThenWithdrawn() {
        network.at("2024-01-20", bill("p", "kg", flow("steel", "1 kg")));
        network.at("2024-01-21", bill("q", "kg"));
        assertEquals(
                Status.PROVISIONAL, network.last("p", "2024-01").published().status());
        assertEquals(Facts.ms("2024-02-01"), network.network().nextDueMs(), "February opens");
        network.at("2024-02-01");
        assertEquals(Facts.ms("2024-02-16"), network.network().nextDueMs(), "January closes");
        Settlement closing = network.at("2024-02-16");
        assertEquals(2, closing.publications().size(), "every product of January, and nothing else");
        assertEquals(Status.FINAL, network.last("p", "2024-01").published().status());

        network.at("2024-02-20", bill("p", "kg", flow("steel", "3 kg")));
        assertEquals(Status.RESTATED, network.last("p", "2024-01").published().status());
        assertEquals(
                Status.PROVISIONAL, network.last("p", "2024-02").published().status());
        assertEquals(6, network.pcf("p", "2024-01"), EXACT);
        assertEquals(2, network.last("p", "2024-01").previousExcludingUptake(), EXACT);

        assertEquals(2, network.at("2024-02-21", noBill("p")).publications().size(), "one in each month");
        Publication withdrawn = network.last("p", "2024-01");
        assertEquals(Status.WITHDRAWN, withdrawn.published().status());
        assertNull(withdrawn.figures());
        assertEquals(List.of(), network.at("2024-02-22").publications(), "it is told once");

        network.at("2024-02-23", bill("p", "kg", flow("steel", "3 kg")));
        assertEquals(Status.RESTATED, network.last("p", "2024-01").published().status());
    }

    @Test
    void whatDoesNotChangeAFigureIsNotPublished() {
        network.at("2024-01-20", bill("p", "kg", flow("steel", "1 kg")));
        assertEquals(
                List.of(),
                network.at("2024-01-21", bill("p", "kg", flow("steel", "1 kg"))).publications());
        network.factor("steel", FactorKind.SUPPLY, "kg", 2.5, Facts.ms("2024-01-22"));
        assertEquals(1, network.at("2024-01-22").publications().size());
        assertEquals(2.5, network.pcf("p", "2024-01"), EXACT);
        assertEquals("emission-factors steel", network.last("p", "2024-01").cause());
    }

    /** a takes 2 of b, b takes 0.5 of a: they consume all that they make. */
    @Test
    void aNonProductiveLoopAppearsAndDisappears() {
        network.at(
                "2024-01-10",
                bill("a", "kg", product("b", "2 kg")),
                bill("b", "kg", flow("steel", "1 kg")),
                bill("above", "kg", product("a", "1 kg"), flow("steel", "1 kg")),
                bill("beside", "kg", flow("steel", "1 kg")));
        assertEquals(6, network.pcf("above", "2024-01"), EXACT);

        Settlement loop = network.at("2024-01-11", bill("b", "kg", flow("steel", "1 kg"), product("a", "0.5 kg")));
        assertEquals(3, loop.publications().size());
        for (String product : List.of("a", "b", "above")) {
            assertEquals(
                    Result.NON_PRODUCTIVE_LOOP,
                    network.last(product, "2024-01").published().result());
            assertNull(network.last(product, "2024-01").figures(), "nothing is kept from before");
        }
        network.factor("steel", FactorKind.SUPPLY, "kg", 3, Facts.ms("2024-01-12"));
        assertEquals(
                List.of("beside"),
                network.at("2024-01-12").publications().stream()
                        .map(Publication::product)
                        .toList());

        network.at("2024-01-13", bill("b", "kg", flow("steel", "1 kg"), product("a", "0.4 kg")));
        assertEquals(3 / (1 - 0.8), network.pcf("b", "2024-01"), 1e-8);
        assertEquals(6 / (1 - 0.8), network.pcf("a", "2024-01"), 1e-8);
        assertEquals(6 / (1 - 0.8) + 3, network.pcf("above", "2024-01"), 1e-8);
        assertEquals(
                Result.COMPLETE, network.last("above", "2024-01").published().result());
    }

    @Test
    void aReadingWaitsForItsMeter() {
        Settlement parked = network.at("2024-01-10", reading("m", "2024-01-01 2024-01-02", "10"));
        assertInstanceOf(Outcome.Parked.class, parked.outcomes().get(0));
        assertEquals(Facts.ms("2024-01-17"), network.network().nextDueMs());
        network.factor("grid", "kW.h", 0.5);
        Settlement known = network.at("2024-01-16", meter("m", "plant", false));
        assertEquals(2, known.outcomes().size());
        assertTrue(known.outcomes().stream().allMatch(Outcome.Accepted.class::isInstance));
        assertEquals(5, known.balance().pending(), EXACT);
    }

    @Test
    void whatWouldFillTheMemoryIsRejectedAtOnce() {
        Change[] readings = IntStream.range(0, ParkedRecords.MOST + 5)
                .mapToObj(i -> reading(String.format("m%06d", i), "2024-01-01 2024-01-02", "10"))
                .toArray(Change[]::new);
        List<Outcome> outcomes = network.at("2024-01-10", readings).outcomes();
        assertEquals(
                ParkedRecords.MOST,
                outcomes.stream().filter(Outcome.Parked.class::isInstance).count());
        Outcome.Rejected rejected = (Outcome.Rejected) outcomes.get(ParkedRecords.MOST);
        assertEquals(RejectReason.UNKNOWN_METER, rejected.rejection().reason());
        assertEquals("m100000", ((Change.ReadingChange) rejected.change()).meter(), "the smallest keys wait");
    }

    @Test
    void whatWaitsTooLongIsRejected() {
        network.at("2024-01-10", reading("m", "2024-01-01 2024-01-02", "10"), made("r1", "100 kg"));
        assertEquals(List.of(), network.at("2024-01-16T23").outcomes());
        List<RejectReason> reasons = network.at("2024-01-17").outcomes().stream()
                .map(outcome -> ((Outcome.Rejected) outcome).rejection().reason())
                .toList();
        assertEquals(2, reasons.size());
        assertTrue(reasons.containsAll(List.of(RejectReason.UNKNOWN_PRODUCT, RejectReason.UNKNOWN_METER)));
        assertEquals(
                1,
                network.at("2024-01-18", meter("m", "plant", false)).outcomes().size(),
                "it is gone");
    }

    @Test
    void aLaterRecordTakesThePlaceOfOneThatWaits() {
        network.at("2024-01-10", made("r1", "100 kg"));
        List<Outcome> outcomes = network.at("2024-01-11", noProduction("r1")).outcomes();
        assertTrue(outcomes.stream().anyMatch(Outcome.Superseded.class::isInstance), outcomes.toString());
        assertEquals(1, network.at("2024-01-12", bill("p", "kg")).outcomes().size());
    }

    @Test
    void whatWaitsWhenTheInputEndsIsRejected() {
        network.at("2024-01-10", made("r1", "100 kg"));
        Outcome.Rejected rejected =
                (Outcome.Rejected) network.network().endOfInput().get(0);
        assertEquals(RejectReason.UNKNOWN_PRODUCT, rejected.rejection().reason());
    }

    @Test
    void theFirstValueOfARegisterOpensNoPeriod() {
        network.at("2024-03-10", meter("m", "plant", true), value("m", "2024-01-20", "100"));
        assertEquals(List.of(), network.network().openedPeriods());
        network.at("2024-03-11", value("m", "2024-02-10", "150"));
        assertEquals(List.of("2024-01", "2024-02"), network.network().openedPeriods());
    }

    @Test
    void aDroppedPeriodTakesNothing() {
        network.at("2024-01-10", bill("p", "kg"), made("r1", "100 kg"));
        assertEquals(
                List.of("2024-01"),
                network.at("2027-02-01").dropped().stream().map(p -> p.label()).toList());
        Outcome.Rejected rejected = (Outcome.Rejected)
                network.at("2027-02-02", made("r2", "100 kg")).outcomes().get(0);
        assertEquals(RejectReason.PERIOD_CLOSED, rejected.rejection().reason());
    }

    @Test
    void aSupplierWithoutARecordOrFactorIsAGap() {
        network.at("2024-01-10", bill("p", "kg", boughtFrom("s", product("bolt", "1 kg")), product("nut", "1 kg")));
        assertEquals(List.of("bolt: no-supplier-record", "nut: no-supplier-record"), network.gaps("p", "2024-01"));
    }

    @Test
    void epochsGoForward() {
        network.at("2024-01-10");
        assertThrows(IllegalArgumentException.class, () -> network.at("2024-01-10"));
    }

    private static Change made(String record, String amount) {
        return production(record, "plant", "p", "2024-01-01 2024-01-09", amount);
    }
}
