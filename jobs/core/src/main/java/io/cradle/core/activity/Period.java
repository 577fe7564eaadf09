package io.cradle.core.activity;

import java.time.LocalDate;

/**
 * A reporting period: whole months of the reporting zone.
 *
 * @param label 2024, 2024-Q1 or 2024-03
 * @param startMs first instant
 * @param endMs first instant after it
 * @param firstDay first day
 * @param lastDay last day
 */
public record Period(String label, long startMs, long endMs, LocalDate firstDay, LocalDate lastDay)
        implements Comparable<Period> {
    @Override
    public int compareTo(Period other) {
        return Long.compare(startMs, other.startMs);
    }
}
