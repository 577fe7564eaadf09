package io.cradle.core.activity;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * Reporting periods in a zone, and when they close and are dropped.
 *
 * @param kind length of a period
 * @param zone reporting zone
 * @param graceMs how long after its end a period stays open
 * @param retentionMonths how many months after its end a period is dropped
 * @param fixed the one period that is open for the whole run, or null
 */
public record ReportingCalendar(PeriodKind kind, ZoneId zone, long graceMs, int retentionMonths, Period fixed) {

    public static ReportingCalendar rolling(PeriodKind kind, ZoneId zone, long graceMs, int retentionMonths) {
        return new ReportingCalendar(kind, zone, graceMs, retentionMonths, null);
    }

    /** A calendar whose one open period is the labelled one. */
    public static ReportingCalendar fixed(String label, ZoneId zone) {
        PeriodKind kind = PeriodKind.ofLabel(label);
        Period period = period(kind, zone, YearMonth.from(PeriodKind.firstDay(label)));
        return new ReportingCalendar(kind, zone, 0, 0, period);
    }

    public Period containing(long timeMs) {
        return period(kind, zone, kind.firstMonth(month(timeMs)));
    }

    public Period next(Period period) {
        return containing(period.endMs());
    }

    public Period previous(Period period) {
        return containing(period.startMs() - 1);
    }

    /** Month of activity. */
    public YearMonth month(long timeMs) {
        return YearMonth.from(Instant.ofEpochMilli(timeMs).atZone(zone));
    }

    public LocalDate dayOf(long timeMs) {
        return Instant.ofEpochMilli(timeMs).atZone(zone).toLocalDate();
    }

    public long startOf(YearMonth month) {
        return startOf(month.atDay(1));
    }

    /** First instant of a day in the zone. */
    public long startOf(LocalDate day) {
        return day.atStartOfDay(zone).toInstant().toEpochMilli();
    }

    /** The months of a period, in order. */
    public List<YearMonth> months(Period period) {
        List<YearMonth> months = new ArrayList<>(kind.months());
        YearMonth last = YearMonth.from(period.lastDay());
        for (YearMonth month = YearMonth.from(period.firstDay()); !month.isAfter(last); month = month.plusMonths(1)) {
            months.add(month);
        }
        return months;
    }

    public long closesAt(Period period) {
        return fixed != null ? Long.MAX_VALUE : period.endMs() + graceMs;
    }

    public long dropsAt(Period period) {
        return fixed != null
                ? Long.MAX_VALUE
                : Instant.ofEpochMilli(period.endMs())
                        .atZone(zone)
                        .plusMonths(retentionMonths)
                        .toInstant()
                        .toEpochMilli();
    }

    public boolean isClosed(Period period, long asOfMs) {
        return closesAt(period) <= asOfMs;
    }

    public boolean isDropped(Period period, long asOfMs) {
        return dropsAt(period) <= asOfMs;
    }

    /** Activity that starts before this instant lies in a dropped period. */
    public long droppedBefore(long asOfMs) {
        if (fixed != null) {
            return Long.MIN_VALUE;
        }
        Period period = containing(Instant.ofEpochMilli(asOfMs)
                .atZone(zone)
                .minusMonths(retentionMonths)
                .toInstant()
                .toEpochMilli());
        while (!isDropped(period, asOfMs)) {
            period = previous(period);
        }
        return period.endMs();
    }

    private static Period period(PeriodKind kind, ZoneId zone, YearMonth first) {
        YearMonth next = first.plusMonths(kind.months());
        LocalDate firstDay = first.atDay(1);
        LocalDate afterLast = next.atDay(1);
        return new Period(
                kind.label(first),
                firstDay.atStartOfDay(zone).toInstant().toEpochMilli(),
                afterLast.atStartOfDay(zone).toInstant().toEpochMilli(),
                firstDay,
                afterLast.minusDays(1));
    }
}
