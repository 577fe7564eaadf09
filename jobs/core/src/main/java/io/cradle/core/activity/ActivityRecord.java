package io.cradle.core.activity;

import io.cradle.core.quantity.Interval;
import io.cradle.core.quantity.Unit;

/**
 * A process used an amount of an input, or emitted a gas.
 *
 * @param region or null for GLO
 * @param supplier or null
 * @param replaces the metered flow that it replaces, or null
 * @param evidence the contractual instrument, or null
 */
public record ActivityRecord(
        String record,
        String process,
        Interval interval,
        InputKind inputKind,
        String input,
        double amount,
        Unit unit,
        String region,
        String supplier,
        String replaces,
        String evidence,
        boolean primary) {}
