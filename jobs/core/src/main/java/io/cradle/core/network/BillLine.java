package io.cradle.core.network;

import io.cradle.core.activity.InputKind;
import io.cradle.core.quantity.Unit;

/**
 * One line of a bill.
 *
 * @param amount per declared unit; negative is a credit
 * @param supplier or null
 * @param region or null for GLO
 * @param exempted estimated share 0–1 of the product's footprint; NaN: not exempted
 */
public record BillLine(
        InputKind kind,
        String input,
        double amount,
        Unit unit,
        String supplier,
        String region,
        Purpose purpose,
        double exempted,
        boolean primary) {

    public boolean isExempted() {
        return !Double.isNaN(exempted);
    }
}
