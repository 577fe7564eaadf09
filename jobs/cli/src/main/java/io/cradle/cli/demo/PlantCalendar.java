package io.cradle.cli.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/**
 * Quarter hours, shifts and months of the plants.
 *
 * @param zone where the plants are; its shifts begin at 0, 8 and 16 o'clock
 */
record PlantCalendar(ZoneId zone) {
    static final Duration QUARTER = Duration.ofMinutes(15);
    static final Duration SHIFT = Duration.ofHours(8);

    private static final DateTimeFormatter SHIFT_NAME = DateTimeFormatter.ofPattern("yyyyMMdd-HH");

    /** The last end of a quarter hour that is not after a time. */
    Instant lastQuarterEnd(Instant time) {
        ZonedDateTime local = time.atZone(zone).truncatedTo(ChronoUnit.MINUTES);
        return local.minusMinutes(local.getMinute() % QUARTER.toMinutes()).toInstant();
    }

    boolean isShiftEnd(Instant time) {
        return shiftStart(time).equals(time);
    }

    /** The start of the shift that a time lies in. */
    Instant shiftStart(Instant time) {
        ZonedDateTime local = time.atZone(zone).truncatedTo(ChronoUnit.HOURS);
        return local.minusHours(local.getHour() % SHIFT.toHours()).toInstant();
    }

    boolean isMonthStart(Instant time) {
        return time.equals(monthStart(month(time)));
    }

    YearMonth month(Instant time) {
        return YearMonth.from(time.atZone(zone));
    }

    Instant monthStart(YearMonth month) {
        return month.atDay(1).atStartOfDay(zone).toInstant();
    }

    /** A name of the shift that starts at a time, such as 20240131-16. */
    String shiftName(Instant start) {
        return SHIFT_NAME.format(start.atZone(zone));
    }
}
