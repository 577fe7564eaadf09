package io.cradle.core.activity;

import static io.cradle.core.activity.Meters.CALENDAR;
import static io.cradle.core.activity.Meters.book;
import static io.cradle.core.activity.Meters.interval;
import static io.cradle.core.activity.Meters.intervals;
import static io.cradle.core.activity.Meters.ms;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.cradle.core.RejectedException;
import io.cradle.core.quantity.Interval;
import io.cradle.core.quantity.Units;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a process used, by input and month. */
class InputLedgerTest {
    private final InputLedger quarter = new InputLedger(CALENDAR, ms("2024-01-01"), ms("2024-04-01"));

    @Test
    void metersAreCutAtMonths() throws RejectedException {
        MeterBook meter = book(intervals("p", "2023-01-01"));
        meter.read(interval("2023-12-31", "2024-01-02", "10"));
        meter.read(interval("2024-01-31", "2024-02-02", "7"));
        meter.read(interval("2024-03-31", "2024-04-02", "100"));
        quarter.addMeter("p", meter);
        assertEquals("grid 2024-01 8.5, grid 2024-02 3.5, grid 2024-03 50.0", inputs(quarter));
        assertEquals(62, quarter.metered("grid", Units.of("kW.h")));
        assertEquals(0.062, quarter.metered("grid", Units.of("MW.h")), 1e-15);
        assertEquals(0, quarter.metered("steam", Units.of("kW.h")));
        assertEquals(0, quarter.metered("grid", Units.KG));
    }

    @Test
    void onlyTheVersionsOfTheProcessCount() throws RejectedException {
        MeterBook meter = book(intervals("p", "2024-01-01"), intervals("q", "2024-01-16"));
        meter.read(interval("2024-01-10", "2024-01-11", "1"));
        meter.read(interval("2024-01-20", "2024-01-21", "2"));
        quarter.addMeter("q", meter);
        assertEquals("grid 2024-01 2.0", inputs(quarter));
    }

    @Test
    void aMultiplierCountsOnceForAll() throws RejectedException {
        Meter transformer = new Meter(
                LocalDate.parse("2024-01-01"), "p", InputKind.FLOW, "grid", null, Units.of("kW.h"), 80, false, 0, true);
        MeterBook meter = book(transformer);
        for (int hour = 10; hour < 20; hour++) {
            meter.read(interval("2024-01-10T" + hour, "2024-01-10T" + (hour + 1), "0.1"));
        }
        quarter.addMeter("p", meter);
        assertEquals("grid 2024-01 80.0", inputs(quarter));
    }

    @Test
    void recordsAreProratedAndAddedToTheirInput() {
        quarter.addRecord(record("r1", "coal", 310, "kg", "2023-12-17", "2024-01-17", null));
        quarter.addRecord(record("r2", "coal", 0.1, "t", "2024-01-01", "2024-01-02", null));
        quarter.addRecord(record("r3", "coke", 62, "kg", "2024-01-01", "2024-03-03", null));
        assertEquals("coal 2024-01 260.0, coke 2024-01 31.0, coke 2024-02 29.0, coke 2024-03 2.0", inputs(quarter));
    }

    @Test
    void anAmountOfNothingIsNoInput() {
        quarter.addRecord(record("r1", "coal", 0, "kg", "2024-01-01", "2024-01-02", null));
        assertEquals("", inputs(quarter));
    }

    @Test
    void anInstrumentTakesTheMeteredInputOfItsMonth() throws RejectedException {
        MeterBook meter = book(intervals("p", "2024-01-01"));
        meter.read(interval("2024-01-10", "2024-01-11", "100"));
        meter.read(interval("2024-02-10", "2024-02-11", "50"));
        quarter.addMeter("p", meter);
        quarter.addRecord(record("r1", "wind", 0.04, "MW.h", "2024-01-01", "2024-02-01", "grid"));
        assertEquals("grid 2024-01 60.0, grid 2024-02 50.0, wind 2024-01 0.04", inputs(quarter));
        assertEquals(150, quarter.metered("grid", Units.of("kW.h")), "what was metered stays what it was");
    }

    /** 30 of 100 are replaced: 70 % of both meters is left. */
    @Test
    void allMetersOfAFlowShrinkAlike() throws RejectedException {
        MeterBook secondary = book(secondary());
        secondary.read(interval("2024-01-10", "2024-01-11", "80"));
        MeterBook primary = book(intervals("p", "2024-01-01"));
        primary.read(interval("2024-01-12", "2024-01-13", "20"));
        quarter.addMeter("p", secondary);
        quarter.addMeter("p", primary);
        quarter.addRecord(record("r1", "wind", 30, "kW.h", "2024-01-01", "2024-02-01", "grid"));
        assertEquals("grid 2024-01 56.0, grid 2024-01 14.0, wind 2024-01 30.0", inputs(quarter));
    }

    @Test
    void nothingShrinksBelowNothing() throws RejectedException {
        MeterBook meter = book(intervals("p", "2024-01-01"));
        meter.read(interval("2024-01-10", "2024-01-11", "20"));
        quarter.addMeter("p", meter);
        quarter.addRecord(record("r1", "wind", 15, "kW.h", "2024-01-01", "2024-02-01", "grid"));
        quarter.addRecord(record("r2", "sun", 15, "kW.h", "2024-01-01", "2024-02-01", "grid"));
        assertEquals("sun 2024-01 15.0, wind 2024-01 15.0", inputs(quarter));
    }

    @Test
    void anInstrumentAcrossTheBorderTakesOnlyItsPart() throws RejectedException {
        MeterBook meter = book(intervals("p", "2024-01-01"));
        meter.read(interval("2024-01-10", "2024-01-11", "100"));
        quarter.addMeter("p", meter);
        quarter.addRecord(record("r1", "wind", 62, "kW.h", "2023-12-01", "2024-02-01", "grid"));
        assertEquals("grid 2024-01 69.0, wind 2024-01 31.0", inputs(quarter));
    }

    @Test
    void aLedgerOfNoTimeIsEmpty() throws RejectedException {
        InputLedger nothing = new InputLedger(CALENDAR, ms("2024-01-10"), ms("2024-01-10"));
        MeterBook meter = book(intervals("p", "2024-01-01"));
        meter.read(interval("2024-01-09", "2024-01-11", "20"));
        nothing.addMeter("p", meter);
        nothing.addRecord(record("r1", "coal", 5, "kg", "2024-01-01", "2024-02-01", null));
        assertEquals("", inputs(nothing));
    }

    private static Meter secondary() {
        return new Meter(
                LocalDate.parse("2024-01-01"), "p", InputKind.FLOW, "grid", null, Units.of("kW.h"), 1, false, 0, false);
    }

    private static ActivityRecord record(
            String id, String input, double amount, String unit, String from, String to, String replaces) {
        return new ActivityRecord(
                id,
                "p",
                new Interval(ms(from), ms(to)),
                InputKind.FLOW,
                input,
                amount,
                Units.of(unit),
                null,
                null,
                replaces,
                null,
                true);
    }

    /** "input month amount" in order, rounded to a billionth. */
    private static String inputs(InputLedger ledger) {
        List<String> lines = new ArrayList<>();
        ledger.inputs()
                .forEach((input, amount) ->
                        lines.add(input.input() + " " + input.month() + " " + Math.round(amount * 1e9) / 1e9));
        return String.join(", ", lines);
    }
}
