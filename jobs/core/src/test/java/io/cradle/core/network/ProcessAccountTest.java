package io.cradle.core.network;

import static io.cradle.core.network.Facts.bill;
import static io.cradle.core.network.Facts.flow;
import static io.cradle.core.network.Facts.meter;
import static io.cradle.core.network.Facts.production;
import static io.cradle.core.network.Facts.reading;
import static io.cradle.core.network.Facts.used;
import static io.cradle.core.network.Facts.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cradle.core.RejectReason;
import io.cradle.core.activity.InputKind;
import io.cradle.core.footprint.Result;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a process used, and how much of it the products carry: clock, carried-forward periods, instruments, balance. */
class ProcessAccountTest {
    private static final double EXACT = 1e-9;

    private final LoggedNetwork network = new LoggedNetwork().factor("grid", "kW.h", 0.5);

    /** Production reaches to the 11th: what is metered after it is pending until the next shift is recorded. */
    @Test
    void productionIsTheClockOfAProcess() {
        Settlement first = network.at(
                "2024-01-20",
                bill("p", "kg"),
                meter("m", "plant", false),
                production("r1", "plant", "p", "2024-01-01 2024-01-11", "100 kg"),
                reading("m", "2024-01-10 2024-01-11", "1000"),
                reading("m", "2024-01-11 2024-01-12", "600"));
        assertEquals(5, network.pcf("p", "2024-01"), EXACT);
        assertEquals(Facts.ms("2024-01-11"), network.last("p", "2024-01").coveredToMs());
        assertBalance(500, 0, 300, first);

        Settlement second =
                network.at("2024-01-21", production("r2", "plant", "p", "2024-01-11 2024-01-11T12", "60 kg"));
        assertEquals((500 + 150) / 160.0, network.pcf("p", "2024-01"), EXACT);
        assertBalance(650, 0, 150, second);
    }

    @Test
    void aClosedPeriodCountsToItsEnd() {
        network.at(
                "2024-01-20",
                bill("p", "kg"),
                meter("m", "plant", false),
                production("r1", "plant", "p", "2024-01-01 2024-01-11", "100 kg"),
                reading("m", "2024-01-10 2024-01-12", "1000"));
        assertEquals(2.5, network.pcf("p", "2024-01"), EXACT);
        Settlement closed = network.at("2024-02-16");
        assertEquals(5, network.pcf("p", "2024-01"), EXACT);
        assertEquals(500, closed.balance().allocated() + closed.balance().unallocated(), EXACT);
        assertEquals(0, closed.balance().pending());
    }

    /** Until production covers a tenth of February, the process is as it was in January. */
    @Test
    void aProcessIsCarriedForwardUntilProductionCoversEnough() {
        network.at(
                "2024-01-31",
                bill("p", "kg"),
                meter("m", "plant", false),
                production("r1", "plant", "p", "2024-01-01 2024-01-31", "100 kg"),
                reading("m", "2024-01-10 2024-01-11", "1000"));
        Settlement february = network.at(
                "2024-02-05",
                reading("m", "2024-02-01 2024-02-02", "9000"),
                production("r2", "plant", "p", "2024-02-01 2024-02-02", "100 kg"));
        assertEquals(5, network.pcf("p", "2024-02"), EXACT);
        assertEquals(1, network.last("p", "2024-02").figures().carriedForward(), EXACT);
        assertBalance(500, 0, 4500, february);

        Settlement covered =
                network.at("2024-02-06", production("r3", "plant", "p", "2024-02-02 2024-02-04", "200 kg"));
        assertEquals(15, network.pcf("p", "2024-02"), EXACT);
        assertEquals(0, network.last("p", "2024-02").figures().carriedForward(), EXACT);
        assertBalance(5000, 0, 0, covered);
    }

    /** Nothing was made in February: the product keeps its stage of January, its bill is that of February. */
    @Test
    void aStageIsCarriedForward() {
        network.factor("steel", "kg", 2);
        network.at(
                "2024-01-31",
                bill("p", "kg", flow("steel", "1 kg")),
                production("r1", "plant", "p", "2024-01-01 2024-01-31", "100 kg"),
                used("r2", "plant", InputKind.GAS, "CO2", "2024-01-01 2024-01-31", "300 kg"));
        network.at("2024-02-05");
        assertEquals(5, network.pcf("p", "2024-02"), EXACT);
        assertEquals(0.6, network.last("p", "2024-02").figures().carriedForward(), EXACT);
        assertTrue(network.last("p", "2024-02").contributions().stream()
                .anyMatch(c -> c.kind().equals("process") && c.notes().equals(List.of("carried-forward"))));
    }

    @Test
    void whatNobodyMadeAnythingOfIsUnallocated() {
        Settlement open =
                network.at("2024-01-20", meter("m", "plant", false), reading("m", "2024-01-10 2024-01-11", "1000"));
        assertBalance(0, 0, 500, open);
        assertBalance(0, 500, 0, network.at("2024-02-16"));
    }

    @Test
    void productionThatCoversTooLittleWithoutAnEarlierPeriodIsNoProduction() {
        network.at(
                "2024-01-20",
                bill("p", "kg"),
                production("r1", "plant", "p", "2024-01-01 2024-01-02", "100 kg"),
                used("r2", "plant", InputKind.GAS, "CO2", "2024-01-01 2024-01-02", "300 kg"));
        assertEquals(Result.INCOMPLETE, network.last("p", "2024-01").published().result());
        assertEquals(List.of("plant: no-production"), network.gaps("p", "2024-01"));
    }

    @Test
    void parallelLinesShareAStageAndStagesAdd() {
        network.at(
                "2024-02-01",
                bill("p", "kg"),
                production("r1", "line1", "p", "melt", "2024-01-01 2024-02-01", "75 kg", Double.NaN, "kg"),
                production("r2", "line2", "p", "melt", "2024-01-01 2024-02-01", "25 kg", Double.NaN, "kg"),
                production("r3", "mill", "p", "roll", "2024-01-01 2024-02-01", "50 kg", Double.NaN, "kg"),
                used("a1", "line1", InputKind.GAS, "CO2", "2024-01-01 2024-02-01", "75 kg"),
                used("a2", "line2", InputKind.GAS, "CO2", "2024-01-01 2024-02-01", "125 kg"),
                used("a3", "mill", InputKind.GAS, "CO2", "2024-01-01 2024-02-01", "10 kg"));
        assertEquals(0.75 * 1 + 0.25 * 5 + 0.2, network.pcf("p", "2024-01"), EXACT);
    }

    /** A register over the turn of the month counts in both by time. */
    @Test
    void aRegisterMeterInAProcess() {
        network.at(
                "2024-02-10",
                bill("p", "kg"),
                meter("m", "plant", true),
                production("r1", "plant", "p", "2024-01-01 2024-02-01", "100 kg"),
                production("r2", "plant", "p", "2024-02-01 2024-02-09", "100 kg"),
                value("m", "2024-01-31", "99900"),
                value("m", "2024-02-02", "300"));
        assertEquals(1, network.pcf("p", "2024-01"), EXACT, "400 kW.h rolled over, half of them in January");
        assertEquals(1, network.pcf("p", "2024-02"), EXACT);
        network.at("2024-02-11", value("m", "2024-02-01", "0"));
        assertEquals(0.5, network.pcf("p", "2024-01"), EXACT, "a value in between tells more");
        assertEquals(1.5, network.pcf("p", "2024-02"), EXACT);
    }

    /** 400 of 1000 kW.h are wind by contract; a second claim on the rest may not be larger than it. */
    @Test
    void contractualElectricityReplacesMetered() {
        network.factor("wind", "kW.h", 0.01);
        network.at(
                "2024-02-01",
                bill("p", "kg"),
                meter("m", "plant", false),
                production("r1", "plant", "p", "2024-01-01 2024-02-01", "100 kg"),
                reading("m", "2024-01-10 2024-01-11", "1000"),
                wind("a1", "400 kW.h", "certificate-1"));
        assertEquals((600 * 0.5 + 4) / 100, network.pcf("p", "2024-01"), EXACT);

        assertEquals(RejectReason.EXCESS_INSTRUMENT, rejected("2024-02-02", wind("a2", "601 kW.h", "certificate-2")));
        assertEquals(RejectReason.EXCESS_INSTRUMENT, rejected("2024-02-03", wind("a3", "1 kW.h", "certificate-1")));
        assertEquals((600 * 0.5 + 4) / 100, network.pcf("p", "2024-01"), EXACT, "a rejected record changes nothing");
        network.at("2024-02-04", wind("a2", "600 kW.h", "certificate-2"));
        assertEquals(0.1, network.pcf("p", "2024-01"), EXACT);
    }

    @Test
    void aProcessHasOneAllocationUnit() {
        network.at("2024-01-20", bill("p", "kg"), production("r1", "plant", "p", "2024-01-01 2024-01-11", "100 kg"));
        Change inEuro = production("r2", "plant", "p", "main", "2024-01-11 2024-01-12", "1 kg", 7, "EUR");
        assertEquals(RejectReason.ALLOCATION_MISMATCH, rejected("2024-01-21", inEuro));
        Change february = production("r3", "plant", "p", "main", "2024-02-01 2024-02-10", "1 kg", 7, "EUR");
        assertTrue(network.at("2024-02-11", february).outcomes().get(0) instanceof Outcome.Accepted);
    }

    private RejectReason rejected(String time, Change change) {
        Outcome.Rejected rejected =
                (Outcome.Rejected) network.at(time, change).outcomes().get(0);
        return rejected.rejection().reason();
    }

    private static Change wind(String record, String amount, String evidence) {
        return used(record, "plant", InputKind.FLOW, "wind", "2024-01-01 2024-02-01", amount, "grid", evidence);
    }

    private static void assertBalance(double allocated, double unallocated, double pending, Settlement settlement) {
        assertEquals(allocated, settlement.balance().allocated(), EXACT, "allocated");
        assertEquals(unallocated, settlement.balance().unallocated(), EXACT, "unallocated");
        assertEquals(pending, settlement.balance().pending(), EXACT, "pending");
    }
}
