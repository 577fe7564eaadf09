package io.cradle.cli.suppliers.pact;

import java.time.LocalDate;
import java.time.OffsetDateTime;

/**
 * Reference and validity period as days. Ends are exclusive (PACT 3, section on validity): the last day is that of the
 * instant before. A day is the day at the offset that is written.
 *
 * @param validFrom as stated, else null: valid from always
 * @param validTo as stated, else three years after the reference period
 */
record PeriodReader(LocalDate referenceStart, LocalDate referenceEnd, LocalDate validFrom, LocalDate validTo) {
    /** Longest validity after the reference period (PACT methodology 3). */
    private static final int MAX_YEARS = 3;

    private static final String REFERENCE_START = "referencePeriodStart";
    private static final String REFERENCE_END = "referencePeriodEnd";
    private static final String VALID_FROM = "validityPeriodStart";
    private static final String VALID_TO = "validityPeriodEnd";

    static PeriodReader of(PactObject document, PactObject pcf, LocalDate today) {
        OffsetDateTime start = pcf.requiredTime(REFERENCE_START);
        OffsetDateTime end = pcf.requiredTime(REFERENCE_END);
        OffsetDateTime from = document.time(VALID_FROM);
        OffsetDateTime to = document.time(VALID_TO);
        if (start != null && end != null && !end.isAfter(start)) {
            pcf.error(REFERENCE_END, "is not after " + REFERENCE_START, "give the end, exclusive");
        }
        if (from != null && to != null && !to.isAfter(from)) {
            document.error(VALID_TO, "is not after " + VALID_FROM, "give the end, exclusive");
        }
        if (end != null) {
            judgeValidity(document, end, from, to);
        }
        LocalDate validTo = to != null ? lastDay(to) : end == null ? null : lastDay(end.plusYears(MAX_YEARS));
        if (validTo != null && validTo.isBefore(today)) {
            document.warn(VALID_TO, "its validity ended on " + validTo, "ask the supplier for a newer one");
        }
        return new PeriodReader(day(start), end == null ? null : lastDay(end), day(from), validTo);
    }

    private static void judgeValidity(PactObject document, OffsetDateTime end, OffsetDateTime from, OffsetDateTime to) {
        if (from != null && from.isBefore(end)) {
            document.warn(VALID_FROM, "is before the end of the reference period", "PACT lets validity begin there");
        }
        if (to != null && to.isAfter(end.plusYears(MAX_YEARS))) {
            document.warn(
                    VALID_TO,
                    "is more than " + MAX_YEARS + " years after the reference period",
                    "PACT allows at most " + end.plusYears(MAX_YEARS));
        }
    }

    private static LocalDate day(OffsetDateTime time) {
        return time == null ? null : time.toLocalDate();
    }

    private static LocalDate lastDay(OffsetDateTime end) {
        return end.minusNanos(1).toLocalDate();
    }
}
