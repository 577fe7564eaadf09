package io.cradle.cli.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class PlantCalendarTest {
    private final PlantCalendar calendar = new PlantCalendar(ZoneId.of("Asia/Shanghai"));

    @Test
    void quarterEndsAreNotAfterTheTime() {
        assertEquals(
                Instant.parse("2026-11-23T08:45:00Z"),
                calendar.lastQuarterEnd(Instant.parse("2026-11-23T08:59:59.999Z")));
        assertEquals(
                Instant.parse("2026-11-23T09:00:00Z"), calendar.lastQuarterEnd(Instant.parse("2026-11-23T09:00:00Z")));
    }

    @Test
    void shiftsBeginAtLocalHours() {
        assertTrue(calendar.isShiftEnd(Instant.parse("2026-11-23T00:00:00Z")));
        assertFalse(calendar.isShiftEnd(Instant.parse("2026-11-23T00:15:00Z")));
        assertFalse(calendar.isShiftEnd(Instant.parse("2026-11-23T01:00:00Z")));
        assertEquals(Instant.parse("2026-11-22T16:00:00Z"), calendar.shiftStart(Instant.parse("2026-11-22T23:59:00Z")));
        assertEquals("20261123-00", calendar.shiftName(Instant.parse("2026-11-22T16:00:00Z")));
    }

    @Test
    void monthsBeginAtLocalMidnight() {
        Instant start = Instant.parse("2026-10-31T16:00:00Z");
        assertEquals(YearMonth.of(2026, 11), calendar.month(start));
        assertTrue(calendar.isMonthStart(start));
        assertFalse(calendar.isMonthStart(start.plusSeconds(900)));
    }
}
