package io.cradle.core.activity;

import io.cradle.core.quantity.PlainDecimal;
import io.cradle.core.quantity.Unit;

/**
 * A meter reading as it was sent.
 *
 * @param startMs start of the interval; {@link #NO_START} where absent
 * @param endMs end of the interval, or the instant of the register value
 * @param value a plain decimal
 * @param unit of the value, or null: the meter's
 */
public record Reading(long startMs, long endMs, PlainDecimal value, Unit unit) {
    public static final long NO_START = Long.MIN_VALUE;

    /** A reading whose value is given as text. */
    public Reading(long startMs, long endMs, String value, Unit unit) {
        this(startMs, endMs, PlainDecimal.of(value), unit);
    }

    /** Start of the interval, or the instant of the register value. */
    public long fromMs() {
        return startMs == NO_START ? endMs : startMs;
    }
}
