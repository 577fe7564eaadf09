package io.cradle.core;

import java.util.Locale;

/** The closed list of reasons for which a record is not used. */
public enum RejectReason {
    UNDECODABLE,
    UNKNOWN_SCHEMA,
    MISSING_FIELD,
    UNKNOWN_UNIT,
    UNIT_DIMENSION,
    NOT_A_NUMBER,
    NEGATIVE_AMOUNT,
    IMPLAUSIBLE_AMOUNT,
    INTERVAL_REVERSED,
    INTERVAL_TOO_LONG,
    FUTURE_ACTIVITY,
    PERIOD_CLOSED,
    UNKNOWN_METER,
    UNKNOWN_PRODUCT,
    REGISTER_BACKWARDS,
    DUPLICATE_CONFLICT,
    ALLOCATION_MISMATCH,
    EXCESS_INSTRUMENT,
    UNKNOWN_GAS,
    UNKNOWN_REGION,
    UNKNOWN_KIND,
    SUM_MISMATCH,
    SIGN_MISMATCH,
    SELF_CONSUMING_UNIT;

    /** The reason as it is written in {@code rejected-records}: lower case with hyphens. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
