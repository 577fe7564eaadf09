package io.cradle.testkit.oracle;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads the fields of one record and notes every fault it meets. A field that is absent or faulty is read as null, so
 * that the rest of the record can still be judged. An empty text is an absent one.
 */
final class FieldReader {
    private static final Pattern DECIMAL = Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)");

    private static final Set<String> INPUT_KINDS = Set.of("product", "flow", "fuel", "gas");

    private final OracleSettings settings;
    private final long logTimeMs;
    private final EnumSet<Reason> faults = EnumSet.noneOf(Reason.class);

    FieldReader(OracleSettings settings, long logTimeMs) {
        this.settings = settings;
        this.logTimeMs = logTimeMs;
    }

    void fault(Reason reason) {
        faults.add(reason);
    }

    void faultWhen(boolean wrong, Reason reason) {
        if (wrong) {
            faults.add(reason);
        }
    }

    /** Everything that is wrong with the record, in the order of {@link Reason}. */
    Set<Reason> faults() {
        return faults;
    }

    /** A required text or date. */
    <T> T required(T value) {
        faultWhen(value == null || value.equals(""), Reason.MISSING_FIELD);
        return value;
    }

    static String optional(String text) {
        return text == null || text.isEmpty() ? null : text;
    }

    /** A decimal of any sign and size, or null. */
    BigDecimal number(String text) {
        if (optional(text) == null) {
            return null;
        }
        if (!DECIMAL.matcher(text).matches()) {
            fault(Reason.NOT_A_NUMBER);
            return null;
        }
        return new BigDecimal(text);
    }

    /** A decimal that is not negative, or null. */
    BigDecimal notNegative(String text) {
        BigDecimal number = number(text);
        faultWhen(number != null && number.signum() < 0, Reason.NEGATIVE_AMOUNT);
        return number;
    }

    /** A decimal that something is divided by, so above 0, or null. */
    BigDecimal positive(String text) {
        BigDecimal number = number(text);
        faultWhen(number != null && number.signum() <= 0, Reason.NEGATIVE_AMOUNT);
        return number;
    }

    /** A required amount of either sign. */
    BigDecimal signedAmount(String text) {
        BigDecimal number = number(required(text));
        faultWhen(number != null && number.abs().compareTo(settings.maxAmount()) > 0, Reason.IMPLAUSIBLE_AMOUNT);
        return number;
    }

    /** A required amount, not negative. */
    BigDecimal amount(String text) {
        BigDecimal number = signedAmount(text);
        faultWhen(number != null && number.signum() < 0, Reason.NEGATIVE_AMOUNT);
        return number;
    }

    Unit unit(String code) {
        required(code);
        return optionalUnit(code);
    }

    Unit optionalUnit(String code) {
        if (optional(code) == null) {
            return null;
        }
        Optional<Unit> unit = Unit.of(code);
        faultWhen(unit.isEmpty(), Reason.UNKNOWN_UNIT);
        return unit.orElse(null);
    }

    /** A region; absent is the world. */
    String region(String code) {
        String region = optional(code) == null ? Regions.WORLD : code;
        faultWhen(!Regions.known(region), Reason.UNKNOWN_REGION);
        return region;
    }

    /** One of a closed vocabulary; absent is the given default. */
    String oneOf(Set<String> vocabulary, String word, String absent) {
        String said = optional(word) == null ? absent : word;
        faultWhen(said != null && !vocabulary.contains(said), Reason.UNKNOWN_KIND);
        return said;
    }

    /** A kind of input; {@code absent} null = it is required. */
    InputKind inputKind(String word, InputKind absent) {
        if (optional(word) == null) {
            faultWhen(absent == null, Reason.MISSING_FIELD);
            return absent;
        }
        if (!INPUT_KINDS.contains(word)) {
            fault(Reason.UNKNOWN_KIND);
            return null;
        }
        return InputKind.valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** Whether data is primary. */
    boolean primary(String dataSource, String absent) {
        return oneOf(Set.of("primary", "secondary"), dataSource, absent).equals("primary");
    }

    /** Checks what a gas must be; {@code unit} null = not known here. */
    void gas(InputKind kind, String input, Unit unit) {
        if (kind == InputKind.GAS) {
            faultWhen(optional(input) != null && !Gases.known(input), Reason.UNKNOWN_GAS);
            faultWhen(unit != null && !unit.isMass(), Reason.UNIT_DIMENSION);
        }
    }

    /** The required interval of an activity, or null; only production may have no length. */
    Interval interval(Instant start, Instant end, boolean instantAllowed) {
        required(start);
        required(end);
        if (start == null || end == null) {
            return null;
        }
        Interval interval = new Interval(start.toEpochMilli(), end.toEpochMilli());
        boolean reversed = interval.endMs() < interval.startMs() || (interval.isInstant() && !instantAllowed);
        faultWhen(reversed, Reason.INTERVAL_REVERSED);
        long lengthMs = interval.endMs() - interval.startMs();
        faultWhen(lengthMs > settings.maxInterval().toMillis(), Reason.INTERVAL_TOO_LONG);
        notInFuture(interval.endMs());
        return interval;
    }

    void notInFuture(long endMs) {
        long latestMs = logTimeMs + settings.futureTolerance().toMillis();
        faultWhen(settings.clock() && endMs > latestMs, Reason.FUTURE_ACTIVITY);
    }
}
