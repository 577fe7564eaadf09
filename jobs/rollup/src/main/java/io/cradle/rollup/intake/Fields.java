package io.cradle.rollup.intake;

import io.cradle.core.RejectReason;
import io.cradle.core.RejectedException;
import io.cradle.core.factor.Regions;
import io.cradle.core.quantity.Decimals;
import io.cradle.core.quantity.Interval;
import io.cradle.core.quantity.Unit;
import io.cradle.core.quantity.Units;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;

/** Reads the fields of one record; whatever is wrong is a {@link RejectedException} that names the field. */
final class Fields {
    private static final long FIRST_MS = Instant.parse("0001-01-02T00:00:00Z").toEpochMilli();
    private static final long AFTER_LAST_MS =
            Instant.parse("9999-12-31T00:00:00Z").toEpochMilli();

    private final Plausibility limits;
    private long logTimeMs;

    Fields(Plausibility limits, long logTimeMs) {
        this.limits = limits;
        this.logTimeMs = logTimeMs;
    }

    /** Goes on to a record of another log time. */
    void judgeAt(long otherLogTimeMs) {
        logTimeMs = otherLogTimeMs;
    }

    String required(String value, String field) throws RejectedException {
        if (isAbsent(value)) {
            throw new RejectedException(RejectReason.MISSING_FIELD, field + " is missing");
        }
        return value;
    }

    LocalDate required(LocalDate value, String field) throws RejectedException {
        if (value == null) {
            throw new RejectedException(RejectReason.MISSING_FIELD, field + " is missing");
        }
        return value;
    }

    static boolean isAbsent(String value) {
        return value == null || value.isBlank();
    }

    static String orNull(String value) {
        return isAbsent(value) ? null : value;
    }

    /** Any amount within the plausible. */
    double amount(String value, String field) throws RejectedException {
        double amount = Decimals.parse(required(value, field), field);
        requirePlausible(amount, value, field);
        return amount;
    }

    /**
     * Judges an amount.
     *
     * @param sent what says it as it was sent
     */
    void requirePlausible(double amount, Object sent, String field) throws RejectedException {
        if (!isPlausible(amount)) {
            throw new RejectedException(
                    RejectReason.IMPLAUSIBLE_AMOUNT,
                    field + ": " + sent + " is larger than plausibility.max-amount, " + limits.maxAmount());
        }
    }

    boolean isPlausible(double amount) {
        return Math.abs(amount) <= limits.maxAmount();
    }

    double notNegative(String value, String field) throws RejectedException {
        double amount = amount(value, field);
        if (amount < 0) {
            throw new RejectedException(RejectReason.NEGATIVE_AMOUNT, field + ": " + value + " must be 0 or more");
        }
        return amount;
    }

    double positive(String value, String field) throws RejectedException {
        double amount = notNegative(value, field);
        if (amount == 0) {
            throw new RejectedException(RejectReason.NEGATIVE_AMOUNT, field + " must be more than 0");
        }
        return amount;
    }

    /** A figure that may be absent: then NaN. */
    double positiveOrNaN(String value, String field) throws RejectedException {
        return isAbsent(value) ? Double.NaN : positive(value, field);
    }

    /** A number within bounds, or a default where it is absent. */
    double within(String value, String field, double from, double to, double absent) throws RejectedException {
        if (isAbsent(value)) {
            return absent;
        }
        double number = Decimals.parse(value, field);
        if (!(number >= from && number <= to)) {
            throw new RejectedException(
                    RejectReason.IMPLAUSIBLE_AMOUNT, field + ": " + value + " must be within " + from + " and " + to);
        }
        return number;
    }

    Unit unit(String code, String field) throws RejectedException {
        required(code, field);
        return Units.find(code)
                .orElseThrow(() -> new RejectedException(
                        RejectReason.UNKNOWN_UNIT,
                        field + ": '" + code + "' is no UCUM code; such as kg, t, kW.h, MJ, L, m3, t.km, {piece}"));
    }

    /** A region, or null where it is absent. */
    String region(String code) throws RejectedException {
        if (isAbsent(code)) {
            return null;
        }
        if (!Regions.isKnown(code)) {
            throw new RejectedException(
                    RejectReason.UNKNOWN_REGION,
                    "region: '" + code + "' is not an ISO 3166 code, a grid region such as CN-X-EAST, or GLO");
        }
        return code;
    }

    /** A word of a closed vocabulary. */
    <T> T word(String value, String field, Function<String, Optional<T>> vocabulary, String words)
            throws RejectedException {
        return vocabulary
                .apply(value)
                .orElseThrow(() -> new RejectedException(
                        RejectReason.UNKNOWN_KIND, field + ": '" + value + "' must be one of " + words));
    }

    boolean isPrimary(String value, boolean absent) throws RejectedException {
        if (isAbsent(value)) {
            return absent;
        }
        return word(
                value,
                "data_source",
                text -> switch (text) {
                    case "primary" -> Optional.of(true);
                    case "secondary" -> Optional.of(false);
                    default -> Optional.empty();
                },
                "primary, secondary");
    }

    /** An interval of activity; of no length only where {@code instantAllowed}. */
    Interval interval(Instant start, Instant end, boolean instantAllowed) throws RejectedException {
        if (start == null || end == null) {
            throw new RejectedException(RejectReason.MISSING_FIELD, (start == null ? "start" : "end") + " is missing");
        }
        long startMs = start.toEpochMilli();
        long endMs = end.toEpochMilli();
        requireInterval(startMs, endMs, instantAllowed);
        return new Interval(startMs, endMs);
    }

    /** Judges an interval of activity; of no length only where {@code instantAllowed}. */
    void requireInterval(long startMs, long endMs, boolean instantAllowed) throws RejectedException {
        requireInTime(startMs, "start");
        requireInTime(endMs, "end");
        if (endMs < startMs || (endMs == startMs && !instantAllowed)) {
            throw new RejectedException(
                    RejectReason.INTERVAL_REVERSED,
                    "end " + Instant.ofEpochMilli(endMs) + " must be later than start "
                            + Instant.ofEpochMilli(startMs));
        }
        if (endMs - startMs > limits.maxIntervalMs()) {
            throw new RejectedException(
                    RejectReason.INTERVAL_TOO_LONG,
                    "from " + Instant.ofEpochMilli(startMs) + " to " + Instant.ofEpochMilli(endMs)
                            + " is longer than plausibility.max-interval");
        }
        requirePast(endMs);
    }

    /** Refuses instants that calendars cannot reckon with. */
    void requireInTime(long instantMs, String field) throws RejectedException {
        if (instantMs < FIRST_MS || instantMs >= AFTER_LAST_MS) {
            throw new RejectedException(
                    RejectReason.UNDECODABLE,
                    field + ": " + Instant.ofEpochMilli(instantMs) + " is not within the years 1 to 9999");
        }
    }

    void requirePast(long endMs) throws RejectedException {
        if (limits.futureToleranceMs() != Long.MAX_VALUE && endMs > logTimeMs + limits.futureToleranceMs()) {
            throw new RejectedException(
                    RejectReason.FUTURE_ACTIVITY,
                    "ends at " + Instant.ofEpochMilli(endMs) + ", after its log time "
                            + Instant.ofEpochMilli(logTimeMs));
        }
    }
}
