package io.cradle.core.activity;

import io.cradle.core.RejectedException;
import io.cradle.core.quantity.Units;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Meters of electricity in short words; all times are UTC. */
final class Meters {
    static final ReportingCalendar CALENDAR = ReportingCalendar.rolling(PeriodKind.MONTH, ZoneId.of("UTC"), 0, 36);

    private Meters() {}

    static Meter intervals(String process, String validFrom) {
        return new Meter(
                LocalDate.parse(validFrom), process, InputKind.FLOW, "grid", null, Units.of("kW.h"), 1, false, 0, true);
    }

    /** @param sizeKWh where the register rolls over; 0: never */
    static Meter register(String process, String validFrom, long sizeKWh) {
        return new Meter(
                LocalDate.parse(validFrom),
                process,
                InputKind.FLOW,
                "grid",
                null,
                Units.of("kW.h"),
                1,
                true,
                sizeKWh * 1_000_000,
                true);
    }

    /** Adds a version as a record of the log does: judged first. */
    static void define(MeterBook meter, Meter version) throws RejectedException {
        meter.requireFits(version);
        meter.define(version);
    }

    static MeterBook book(Meter... versions) throws RejectedException {
        MeterBook book = new MeterBook("m", CALENDAR);
        for (Meter version : versions) {
            define(book, version);
        }
        return book;
    }

    static Reading interval(String from, String to, String kWh) {
        return new Reading(ms(from), ms(to), kWh, null);
    }

    static Reading value(String at, String kWh) {
        return new Reading(Reading.NO_START, ms(at), kWh, null);
    }

    /** 2024-01-31T12 or 2024-01-31 as UTC. */
    static long ms(String time) {
        return LocalDateTime.parse(time.length() == 10 ? time + "T00:00" : time + ":00")
                .toInstant(ZoneOffset.UTC)
                .toEpochMilli();
    }
}
