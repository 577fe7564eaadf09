package io.cradle.core.factor;

import io.cradle.core.quantity.MassEnergy;
import java.time.LocalDate;
import java.time.YearMonth;

/**
 * An emission factor.
 *
 * @param key key of its record
 * @param validFrom first day of the activity time represented
 * @param validTo last day, or null: until superseded
 * @param indicators the nine indicators, kgCO2e per unit
 * @param version as published, or null
 * @param source where it was published, or null
 */
public record Factor(
        String key,
        String flow,
        String region,
        FactorKind kind,
        LocalDate validFrom,
        LocalDate validTo,
        MassEnergy per,
        double[] indicators,
        Quality quality,
        String version,
        String source) {

    /** Whether it represents some day of the month. */
    boolean isValidIn(YearMonth month) {
        return !validFrom.isAfter(month.atEndOfMonth()) && (validTo == null || !validTo.isBefore(month.atDay(1)));
    }
}
