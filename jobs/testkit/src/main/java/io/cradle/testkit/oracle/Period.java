package io.cradle.testkit.oracle;

import java.time.LocalDate;

/**
 * A reporting period [startMs, endMs), cut at midnights of the reporting zone.
 *
 * @param firstDay its first day
 * @param lastDay its last day, inclusive
 */
record Period(String label, LocalDate firstDay, LocalDate lastDay, long startMs, long endMs) {}
