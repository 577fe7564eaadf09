package io.cradle.core.activity;

import static io.cradle.core.activity.Meters.book;
import static io.cradle.core.activity.Meters.interval;
import static io.cradle.core.activity.Meters.intervals;
import static io.cradle.core.activity.Meters.ms;
import static io.cradle.core.activity.Meters.register;
import static io.cradle.core.activity.Meters.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.cradle.core.RejectReason;
import io.cradle.core.RejectedException;
import io.cradle.core.quantity.Units;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What flowed through a meter: intervals, register differences, and versions that move it. */
class MeterBookTest {
    @Test
    void registerValuesGiveTheAmountsBetweenThem() throws RejectedException {
        MeterBook meter = book(register("p", "2024-01-01", 0));
        meter.read(value("2024-01-10", "100"));
        meter.read(value("2024-01-20", "130.5"));
        meter.read(value("2024-01-15", "110"));
        assertEquals("10 p=10.0, 15 p=20.5", flows(meter, "2024-01-01", "2024-02-01"));
        assertEquals("15 p=20.5", flows(meter, "2024-01-16", "2024-01-17"));
        assertEquals("15 p=20.5", flows(meter, "2024-01-15", "2024-01-16"));
        assertEquals("", flows(meter, "2024-01-20", "2024-02-01"));
    }

    @Test
    void theSameInstantReplacesARegisterValue() throws RejectedException {
        MeterBook meter = book(register("p", "2024-01-01", 0));
        meter.read(value("2024-01-10", "100"));
        meter.read(value("2024-01-20", "130"));
        meter.read(value("2024-01-20", "120"));
        assertEquals("10 p=20.0", flows(meter, "2024-01-01", "2024-02-01"));
    }

    @Test
    void aRegisterRollsOver() throws RejectedException {
        MeterBook meter = book(register("p", "2024-01-01", 1000));
        meter.read(value("2024-01-10", "990"));
        meter.read(value("2024-01-11", "15"));
        meter.read(value("2024-01-12", "400"));
        assertEquals("10 p=25.0, 11 p=385.0", flows(meter, "2024-01-01", "2024-02-01"));
    }

    @ParameterizedTest(name = "size {0}: {1}, then {3}, then {2} between them")
    @CsvSource({
        "0, 100, 99, 200, false",
        "0, 100, 201, 200, false",
        "0, 100, 100, 200, true",
        "0, 100, 200, 200, true",
        "1000, 990, 500, 15, false",
        "1000, 990, 5, 15, true",
        "1000, 990, 999.999999, 15, true",
        "1000, 990, 1000, 15, false",
        "1000, 100, 90, 300, false",
        "1000, 100, 350, 300, false",
        "1000, 100, 600, 600, true",
        "1000, 100, -1, 300, false",
        "0, 0, -1, 300, false",
    })
    void aValueLiesBetweenItsNeighbours(long size, String before, String value, String after, boolean fits)
            throws RejectedException {
        MeterBook meter = book(register("p", "2024-01-01", size));
        meter.read(value("2024-01-10", before));
        meter.read(value("2024-01-20", after));
        if (fits) {
            String whole = total(meter);
            meter.read(value("2024-01-15", value));
            assertEquals(whole, total(meter), "a value in between changes nothing about the whole");
        } else {
            assertEquals(RejectReason.REGISTER_BACKWARDS, rejected(meter, value("2024-01-15", value)));
        }
    }

    @Test
    void halfARegisterIsTheLongestWay() throws RejectedException {
        MeterBook meter = book(register("p", "2024-01-01", 1000));
        meter.read(value("2024-01-10", "100"));
        assertEquals(RejectReason.REGISTER_BACKWARDS, rejected(meter, value("2024-01-11", "600.000001")));
        meter.read(value("2024-01-11", "600"));
        assertEquals("500.0", total(meter));
    }

    @Test
    void aVersionMovesTheMeterToAnotherProcess() throws RejectedException {
        MeterBook meter = book(intervals("old", "2024-01-01"), intervals("new", "2024-01-15"));
        meter.read(interval("2023-12-31T23", "2024-01-01", "1"));
        meter.read(interval("2024-01-14T23", "2024-01-15T01", "2"));
        meter.read(interval("2024-01-15T01", "2024-01-15T02", "4"));
        assertEquals("31 old=1.0, 14 old=2.0, 15 new=4.0", flows(meter, "2023-12-01", "2024-02-01"));
        meter.undefine(LocalDate.parse("2024-01-15"));
        assertEquals("31 old=1.0, 14 old=2.0, 15 old=4.0", flows(meter, "2023-12-01", "2024-02-01"));
    }

    @Test
    void readingsInAnyOrderGiveTheSameFlows() throws RejectedException {
        List<Reading> readings = new ArrayList<>();
        for (int day = 10; day < 29; day++) {
            readings.add(value("2024-01-" + day, String.valueOf((day - 10) * 90 % 1000)));
        }
        Random random = new Random(2);
        String expected = null;
        for (int run = 0; run < 5; run++) {
            MeterBook meter = book(register("p", "2024-01-01", 1000));
            // Only the way that is known from both sides may be long; the ends come first.
            for (Reading reading : readings) {
                meter.read(reading);
            }
            Collections.shuffle(readings, random);
            for (Reading reading : readings) {
                meter.read(reading);
            }
            readings.sort((a, b) -> Long.compare(a.endMs(), b.endMs()));
            String flows = flows(meter, "2024-01-01", "2024-02-01");
            assertEquals(expected == null ? flows : expected, flows);
            expected = flows;
        }
        assertEquals(18, expected.split(",").length);
    }

    @Test
    void aReadingConvertsToTheUnitOfItsMeter() throws RejectedException {
        MeterBook meter = book(intervals("p", "2024-01-01"));
        meter.read(new Reading(ms("2024-01-10"), ms("2024-01-11"), "0.5", Units.of("MW.h")));
        assertEquals("10 p=500.0", flows(meter, "2024-01-01", "2024-02-01"));
        Reading inKg = new Reading(ms("2024-01-11"), ms("2024-01-12"), "1", Units.KG);
        assertEquals(RejectReason.UNIT_DIMENSION, rejected(meter, inKg));
    }

    @Test
    void intervalReadingsAreWholeAndNotNegative() throws RejectedException {
        MeterBook meter = book(intervals("p", "2024-01-01"));
        assertEquals(RejectReason.MISSING_FIELD, rejected(meter, value("2024-01-10", "1")));
        assertEquals(RejectReason.NEGATIVE_AMOUNT, rejected(meter, interval("2024-01-10", "2024-01-11", "-1")));
        meter.read(interval("2024-01-10", "2024-01-12", "1"));
        assertEquals(RejectReason.DUPLICATE_CONFLICT, rejected(meter, interval("2024-01-11", "2024-01-13", "1")));
        assertEquals("10 p=1.0", flows(meter, "2024-01-01", "2024-02-01"));
    }

    @Test
    void allVersionsKeepOneUnit() throws RejectedException {
        Meter inMj = new Meter(
                LocalDate.parse("2024-02-01"), "p", InputKind.FLOW, "grid", null, Units.MJ, 1, false, 0, true);
        MeterBook meter = book(intervals("p", "2024-01-01"));
        RejectedException error = assertThrows(RejectedException.class, () -> Meters.define(meter, inMj));
        assertEquals(RejectReason.UNIT_DIMENSION, error.rejection().reason());
        assertEquals(1, meter.versions().size());
        Meter sameDayInMj = new Meter(
                LocalDate.parse("2024-01-01"), "p", InputKind.FLOW, "grid", null, Units.MJ, 1, false, 0, true);
        Meters.define(meter, sameDayInMj);
        assertEquals("MJ", meter.versionAt(0).unit().code());
        meter.read(interval("2024-01-10", "2024-01-11", "1"));
        assertThrows(RejectedException.class, () -> Meters.define(meter, intervals("p", "2024-01-01")));
    }

    @Test
    void readingsKeepTheirUnitWhenEveryVersionIsGone() throws RejectedException {
        MeterBook meter = book(intervals("p", "2024-01-01"));
        meter.read(interval("2024-01-10", "2024-01-11", "100"));
        meter.undefine(LocalDate.parse("2024-01-01"));
        Meter inMj = new Meter(
                LocalDate.parse("2024-01-01"), "p", InputKind.FLOW, "grid", null, Units.MJ, 1, false, 0, true);
        assertThrows(RejectedException.class, () -> Meters.define(meter, inMj));
        MeterBook restarted = new MeterBook("m", Meters.CALENDAR);
        long day = meter.days(false).iterator().next();
        restarted.load(day, false, meter.packed(day, false), meter.readingsUnit());
        assertThrows(RejectedException.class, () -> Meters.define(restarted, inMj));
        restarted.clearReadings();
        Meters.define(restarted, inMj);
        assertEquals("MJ", restarted.versionAt(0).unit().code());
    }

    @Test
    void aVersionWithoutASizeIsRefusedOnceValuesHaveRolledOver() throws RejectedException {
        MeterBook meter = book(Meters.register("p", "2024-01-01", 1000));
        meter.read(value("2024-01-10", "900"));
        meter.read(value("2024-01-11", "50"));
        RejectedException error = assertThrows(
                RejectedException.class, () -> Meters.define(meter, Meters.register("p", "2024-01-01", 0)));
        assertEquals(RejectReason.REGISTER_BACKWARDS, error.rejection().reason());
        assertEquals("10 p=150.0", flows(meter, "2024-01-01", "2024-02-01"));
    }

    @Test
    void aMeterWithoutVersionsIsUnknown() {
        assertFalse(new MeterBook("m", Meters.CALENDAR).isKnown());
        assertEquals("", flows(new MeterBook("m", Meters.CALENDAR), "2024-01-01", "2024-02-01"));
    }

    private static RejectReason rejected(MeterBook meter, Reading reading) {
        return assertThrows(RejectedException.class, () -> meter.read(reading))
                .rejection()
                .reason();
    }

    private static String total(MeterBook meter) {
        long[] sum = new long[1];
        meter.flows(ms("2024-01-01"), ms("2024-02-01"), (version, interval, micros) -> sum[0] += micros);
        return String.valueOf(sum[0] / 1e6);
    }

    /** "day-of-month process=kWh" of every interval, in order. */
    private static String flows(MeterBook meter, String from, String to) {
        List<String> flows = new ArrayList<>();
        meter.flows(
                ms(from),
                ms(to),
                (version, interval, micros) ->
                        flows.add(Meters.CALENDAR.dayOf(interval.startMs()).getDayOfMonth() + " " + version.process()
                                + "=" + micros / 1e6));
        return String.join(", ", flows);
    }
}
