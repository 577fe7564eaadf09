package io.cradle.testkit.oracle;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The periods of a reporting zone, and when each closes and is dropped. */
final class PeriodCalendar {
    private final OracleSettings settings;

    PeriodCalendar(OracleSettings settings) {
        this.settings = settings;
    }

    Period of(long timeMs) {
        return from(settings.periodKind().firstDay(day(timeMs)));
    }

    Period next(Period period) {
        return from(period.lastDay().plusDays(1));
    }

    Period previous(Period period) {
        return of(period.startMs() - 1);
    }

    Optional<Period> fixed() {
        return settings.fixedPeriod().map(label -> from(settings.periodKind().parse(label)));
    }

    /** The periods that an interval lies in; an instant lies in one. */
    List<Period> touchedBy(Interval interval) {
        List<Period> periods = new ArrayList<>();
        for (Period p = of(interval.startMs()); interval.overlaps(p.startMs(), p.endMs()); p = next(p)) {
            periods.add(p);
        }
        return periods;
    }

    /** The months of a period, in order. */
    List<Period> months(Period period) {
        List<Period> months = new ArrayList<>();
        for (LocalDate first = period.firstDay(); !first.isAfter(period.lastDay()); first = first.plusMonths(1)) {
            months.add(span(PeriodKind.MONTH, first));
        }
        return months;
    }

    long closesAtMs(Period period) {
        return settings.fixedPeriod().isPresent()
                ? Long.MAX_VALUE
                : period.endMs() + settings.grace().toMillis();
    }

    long droppedAtMs(Period period) {
        if (settings.fixedPeriod().isPresent()) {
            return Long.MAX_VALUE;
        }
        return Instant.ofEpochMilli(period.endMs())
                .atZone(settings.zone())
                .plusMonths(settings.retentionMonths())
                .toInstant()
                .toEpochMilli();
    }

    boolean closed(Period period, long asOfMs) {
        return closesAtMs(period) <= asOfMs;
    }

    /** Whether an activity that begins at this time lies before the end of a dropped period. */
    boolean inDropped(long startMs, long asOfMs) {
        return droppedAtMs(of(startMs)) <= asOfMs;
    }

    /** The day that an instant falls on. */
    LocalDate day(long timeMs) {
        return Instant.ofEpochMilli(timeMs).atZone(settings.zone()).toLocalDate();
    }

    long midnightMs(LocalDate day) {
        return day.atStartOfDay(settings.zone()).toInstant().toEpochMilli();
    }

    private Period from(LocalDate firstDay) {
        return span(settings.periodKind(), firstDay);
    }

    private Period span(PeriodKind kind, LocalDate first) {
        LocalDate last = kind.lastDay(first);
        return new Period(kind.label(first), first, last, midnightMs(first), midnightMs(last.plusDays(1)));
    }
}
