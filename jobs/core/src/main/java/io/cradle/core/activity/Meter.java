package io.cradle.core.activity;

import io.cradle.core.quantity.Unit;
import java.time.LocalDate;

/**
 * One version of a meter.
 *
 * @param validFrom first day of this version
 * @param process the process it measures
 * @param region where the input comes from, or null for GLO
 * @param unit of the readings
 * @param multiplier transformer ratio
 * @param register whether readings are register values
 * @param registerSize micro-units at which the register rolls over, or 0 for none
 * @param primary whether its data are primary
 */
public record Meter(
        LocalDate validFrom,
        String process,
        InputKind inputKind,
        String flow,
        String region,
        Unit unit,
        double multiplier,
        boolean register,
        long registerSize,
        boolean primary) {}
