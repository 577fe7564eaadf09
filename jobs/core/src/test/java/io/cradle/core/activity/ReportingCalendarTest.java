package io.cradle.core.activity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Months, quarters and years of a zone: where they begin, close and are dropped. */
class ReportingCalendarTest {
    private static final long GRACE = Duration.ofDays(15).toMillis();

    @ParameterizedTest(name = "{0} of {1} at {2}: {3} = [{4}, {5})")
    @CsvSource({
        "MONTH, UTC, 2024-02-29T23:59:59.999Z, 2024-02, 2024-02-01T00:00:00Z, 2024-03-01T00:00:00Z",
        "MONTH, Asia/Shanghai, 2024-02-29T16:00:00Z, 2024-03, 2024-02-29T16:00:00Z, 2024-03-31T16:00:00Z",
        "QUARTER, UTC, 2024-05-31T00:00:00Z, 2024-Q2, 2024-04-01T00:00:00Z, 2024-07-01T00:00:00Z",
        "QUARTER, UTC, 2024-12-31T00:00:00Z, 2024-Q4, 2024-10-01T00:00:00Z, 2025-01-01T00:00:00Z",
        "YEAR, UTC, 2024-12-31T23:00:00Z, 2024, 2024-01-01T00:00:00Z, 2025-01-01T00:00:00Z",
        "MONTH, Europe/Berlin, 2024-03-31T21:00:00Z, 2024-03, 2024-02-29T23:00:00Z, 2024-03-31T22:00:00Z",
        "QUARTER, America/New_York, 2024-01-01T04:00:00Z, 2023-Q4, 2023-10-01T04:00:00Z, 2024-01-01T05:00:00Z",
    })
    void aPeriodIsCutAtMidnightOfTheZone(
            PeriodKind kind, String zone, String at, String label, String start, String end) {
        Period period = calendar(kind, zone).containing(ms(at));
        assertEquals(label, period.label());
        assertEquals(Instant.parse(start), Instant.ofEpochMilli(period.startMs()));
        assertEquals(Instant.parse(end), Instant.ofEpochMilli(period.endMs()));
        assertEquals(PeriodKind.firstDay(label), period.firstDay());
        assertEquals(kind, PeriodKind.ofLabel(label));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Europe/Berlin", "America/Sao_Paulo", "Asia/Kathmandu", "Australia/Lord_Howe"})
    void periodsFollowEachOtherWithoutGaps(String zone) {
        for (PeriodKind kind : PeriodKind.values()) {
            ReportingCalendar calendar = calendar(kind, zone);
            Period period = calendar.containing(ms("2015-01-15T12:00:00Z"));
            for (int i = 0; i < 60; i++) {
                Period next = calendar.next(period);
                assertEquals(period.endMs(), next.startMs());
                assertEquals(period, calendar.previous(next));
                assertEquals(period, calendar.containing(period.endMs() - 1));
                assertEquals(period.lastDay().plusDays(1), next.firstDay());
                period = next;
            }
        }
    }

    @Test
    void aPeriodHasItsMonths() {
        ReportingCalendar calendar = calendar(PeriodKind.QUARTER, "UTC");
        assertEquals(
                List.of(YearMonth.of(2024, 4), YearMonth.of(2024, 5), YearMonth.of(2024, 6)),
                calendar.months(calendar.containing(ms("2024-05-05T00:00:00Z"))));
    }

    @Test
    void itClosesAfterTheGraceAndIsDroppedAfterTheRetention() {
        ReportingCalendar calendar = calendar(PeriodKind.MONTH, "Asia/Shanghai");
        Period january = calendar.containing(ms("2024-01-15T00:00:00Z"));
        long closes = ms("2024-02-16T00:00:00+08:00");
        assertFalse(calendar.isClosed(january, closes - 1));
        assertTrue(calendar.isClosed(january, closes));
        long drops = ms("2024-05-01T00:00:00+08:00");
        assertFalse(calendar.isDropped(january, drops - 1));
        assertTrue(calendar.isDropped(january, drops));
    }

    @Test
    void activityOfADroppedPeriodIsToldByItsStart() {
        Random random = new Random(7);
        for (PeriodKind kind : PeriodKind.values()) {
            ReportingCalendar calendar = calendar(kind, "Europe/Berlin");
            for (int i = 0; i < 300; i++) {
                long asOf = random.nextLong(ms("2020-01-01T00:00:00Z"), ms("2026-01-01T00:00:00Z"));
                Period first = calendar.containing(calendar.droppedBefore(asOf));
                assertEquals(first.startMs(), calendar.droppedBefore(asOf), "the border of two periods");
                assertFalse(calendar.isDropped(first, asOf));
                assertTrue(calendar.isDropped(calendar.previous(first), asOf));
            }
        }
    }

    @Test
    void aFixedPeriodNeverEnds() {
        ReportingCalendar calendar = ReportingCalendar.fixed("2024-Q1", ZoneId.of("UTC"));
        assertEquals("2024-Q1", calendar.fixed().label());
        assertEquals(ms("2024-04-01T00:00:00Z"), calendar.fixed().endMs());
        assertFalse(calendar.isClosed(calendar.fixed(), Long.MAX_VALUE - 1));
        assertFalse(calendar.isDropped(calendar.fixed(), Long.MAX_VALUE - 1));
        assertEquals(Long.MIN_VALUE, calendar.droppedBefore(ms("2030-01-01T00:00:00Z")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "24", "2024-0", "2024-13", "2024-Q5", "2024-Q0", "2024-1", "2024-01-01", "Q1-2024"})
    void otherLabelsAreExplained(String label) {
        IllegalArgumentException error = assertThrows(IllegalArgumentException.class, () -> PeriodKind.firstDay(label));
        assertTrue(error.getMessage().contains("expected a year (2024)"), error.getMessage());
    }

    private static ReportingCalendar calendar(PeriodKind kind, String zone) {
        return ReportingCalendar.rolling(kind, ZoneId.of(zone), GRACE, 3);
    }

    private static long ms(String time) {
        return OffsetDateTime.parse(time).toInstant().toEpochMilli();
    }

    /** Labels stand in state and are read again after a restart. */
    @ParameterizedTest
    @EnumSource(PeriodKind.class)
    void labelsOfEveryYearReadBack(PeriodKind kind) {
        ReportingCalendar calendar = ReportingCalendar.rolling(kind, ZoneOffset.UTC, 0, 36);
        for (String time : List.of("0001-01-02T00:00:00Z", "0987-06-05T00:00:00Z", "9999-12-30T23:59:59Z")) {
            Period period = calendar.containing(Instant.parse(time).toEpochMilli());
            assertEquals(period.firstDay(), PeriodKind.firstDay(period.label()));
            assertEquals(kind, PeriodKind.ofLabel(period.label()));
        }
    }
}
