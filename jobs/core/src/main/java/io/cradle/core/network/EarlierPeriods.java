package io.cradle.core.network;

import io.cradle.core.activity.Period;
import io.cradle.core.activity.ReportingCalendar;
import io.cradle.core.quantity.Interval;
import java.util.Set;

/** The periods before one that an interval reaches into. */
final class EarlierPeriods {
    private EarlierPeriods() {}

    static void add(Set<Period> periods, Interval interval, Period before, ReportingCalendar calendar) {
        if (interval.startMs() >= before.startMs()) {
            return;
        }
        Period period = calendar.containing(interval.startMs());
        while (period.startMs() < before.startMs() && interval.overlaps(period.startMs(), period.endMs())) {
            periods.add(period);
            period = calendar.next(period);
        }
    }
}
