package io.cradle.testkit.oracle;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * What the figures depend on besides the log.
 *
 * @param periodKind length of a reporting period
 * @param fixedPeriod the only period of the run, such as 2024-Q1, or empty where periods open and close by log time
 * @param zone reporting zone
 * @param grace from a period's end to its closing
 * @param retentionMonths from a period's end to its dropping
 * @param epochMs length of an epoch
 * @param minimumCover least share (0-1) of a period that production must cover
 * @param parking how long a record waits for its meter or bill
 * @param futureTolerance how far an activity may end after its log time
 * @param maxAmount greatest plausible magnitude
 * @param maxInterval longest interval of a record
 * @param clock false = a run without log times: one epoch, and nothing that needs a clock
 */
public record OracleSettings(
        PeriodKind periodKind,
        Optional<String> fixedPeriod,
        ZoneId zone,
        Duration grace,
        int retentionMonths,
        long epochMs,
        double minimumCover,
        Duration parking,
        Duration futureTolerance,
        BigDecimal maxAmount,
        Duration maxInterval,
        boolean clock) {

    public OracleSettings {
        if (!clock && fixedPeriod.isEmpty()) {
            throw new IllegalArgumentException("a run without log times needs a fixed period");
        }
    }

    /** The defaults of Cradle: months in UTC, grace 15 days, retention 36 months, epochs of 500 ms. */
    public static OracleSettings defaults() {
        return new OracleSettings(
                PeriodKind.MONTH,
                Optional.empty(),
                ZoneOffset.UTC,
                Duration.ofDays(15),
                36,
                500,
                0.1,
                Duration.ofDays(7),
                Duration.ofHours(1),
                new BigDecimal("1e9"),
                Duration.ofDays(367),
                true);
    }

    /** A run over one fixed period; {@code clock} as in the record. */
    public static OracleSettings fixed(String period, boolean clock) {
        OracleSettings d = defaults();
        return new OracleSettings(
                PeriodKind.ofLabel(period),
                Optional.of(period),
                d.zone,
                d.grace,
                d.retentionMonths,
                d.epochMs,
                d.minimumCover,
                d.parking,
                d.futureTolerance,
                d.maxAmount,
                d.maxInterval,
                clock);
    }

    public OracleSettings withPeriods(PeriodKind kind, ZoneId newZone, Duration newGrace, int newRetentionMonths) {
        return new OracleSettings(
                kind,
                fixedPeriod,
                newZone,
                newGrace,
                newRetentionMonths,
                epochMs,
                minimumCover,
                parking,
                futureTolerance,
                maxAmount,
                maxInterval,
                clock);
    }

    public OracleSettings withEpochs(long newEpochMs, Duration newParking) {
        return new OracleSettings(
                periodKind,
                fixedPeriod,
                zone,
                grace,
                retentionMonths,
                newEpochMs,
                minimumCover,
                newParking,
                futureTolerance,
                maxAmount,
                maxInterval,
                clock);
    }

    /** End of the epoch that a log time belongs to: the smallest n·E at or after it; without a clock the period's end. */
    public long epochEnd(long logTimeMs) {
        if (!clock) {
            return new PeriodCalendar(this).fixed().orElseThrow().endMs();
        }
        return -Math.floorDiv(-logTimeMs, epochMs) * epochMs;
    }
}
