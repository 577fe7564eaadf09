package io.cradle.core.explain;

import java.util.List;
import java.util.Objects;

/**
 * A recorded amount of a process joined with what it is priced with.
 *
 * @param month YYYY-MM of the activity
 * @param account counted, pending or unallocated
 * @param pricedWith the node, or null for a gas or where nothing resolves it
 * @param kgCO2e excluding biogenic uptake; NaN where unresolved
 */
public record RecordedAmount(
        String month,
        String inputKind,
        String input,
        double amount,
        String unit,
        String account,
        String pricedWith,
        String version,
        double kgCO2e,
        List<String> notes) {
    private static final double SAME = 1e-10;

    /** Whether a reader would see no difference. */
    public boolean isSameAs(RecordedAmount other) {
        return month.equals(other.month)
                && inputKind.equals(other.inputKind)
                && unit.equals(other.unit)
                && account.equals(other.account)
                && Objects.equals(pricedWith, other.pricedWith)
                && Objects.equals(version, other.version)
                && notes.equals(other.notes)
                && isClose(amount, other.amount)
                && isClose(kgCO2e, other.kgCO2e);
    }

    private static boolean isClose(double a, double b) {
        return Double.isNaN(a) ? Double.isNaN(b) : Math.abs(a - b) <= SAME * Math.max(Math.abs(a), Math.abs(b));
    }
}
