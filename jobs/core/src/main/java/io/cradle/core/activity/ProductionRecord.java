package io.cradle.core.activity;

import io.cradle.core.quantity.Interval;
import io.cradle.core.quantity.Unit;

/**
 * A process made an amount of a product.
 *
 * @param stage parallel lines record the same stage; stages add
 * @param allocationWeight allocation units per unit of the amount; NaN: the mass in kg
 * @param allocationUnit what the weight counts
 */
public record ProductionRecord(
        String record,
        String process,
        String product,
        String stage,
        Interval interval,
        double amount,
        Unit unit,
        double allocationWeight,
        String allocationUnit) {}
