package io.cradle.rollup.intake;

import io.cradle.rollup.config.Options;
import io.cradle.rollup.config.Settings;
import java.io.Serializable;

/**
 * Limits beyond which a record is a mistake.
 *
 * @param maxAmount largest magnitude of an amount
 * @param maxIntervalMs longest interval
 * @param futureToleranceMs how far activity may end after its log time; Long.MAX_VALUE where log times mean nothing
 */
public record Plausibility(double maxAmount, long maxIntervalMs, long futureToleranceMs) implements Serializable {
    /** For records that intake let through once: state is never judged again. */
    public static final Plausibility NONE = new Plausibility(Double.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE);

    public static Plausibility of(Settings settings) {
        return new Plausibility(
                settings.get(Options.MAX_AMOUNT),
                settings.get(Options.MAX_INTERVAL).toMillis(),
                settings.hasClock() ? settings.get(Options.FUTURE_TOLERANCE).toMillis() : Long.MAX_VALUE);
    }
}
