package io.cradle.testkit.oracle;

/** Why a record is refused. A record with several faults is refused for the first of them in this order. */
public enum Reason {
    UNDECODABLE,
    UNKNOWN_SCHEMA,
    MISSING_FIELD,
    UNKNOWN_UNIT,
    NOT_A_NUMBER,
    NEGATIVE_AMOUNT,
    IMPLAUSIBLE_AMOUNT,
    INTERVAL_REVERSED,
    INTERVAL_TOO_LONG,
    FUTURE_ACTIVITY,
    UNKNOWN_GAS,
    UNKNOWN_REGION,
    UNKNOWN_KIND,
    UNIT_DIMENSION,
    SUM_MISMATCH,
    SIGN_MISMATCH,
    SELF_CONSUMING_UNIT,
    PERIOD_CLOSED,
    UNKNOWN_METER,
    UNKNOWN_PRODUCT,
    REGISTER_BACKWARDS,
    DUPLICATE_CONFLICT,
    ALLOCATION_MISMATCH,
    EXCESS_INSTRUMENT;

    /** As it is written in rejected records, such as {@code missing-field}. */
    public String label() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
