package io.cradle.core.quantity;

/** A sum of micro-units that is exact up to 9e18 units, beyond any plausible number of readings; there it stays. */
public final class ExactSum {
    private long units;
    private long micros;
    private boolean touched;

    public void add(long amountMicros) {
        touched = true;
        micros += amountMicros % Decimals.MICRO;
        units = sum(units, amountMicros / Decimals.MICRO + micros / Decimals.MICRO);
        micros %= Decimals.MICRO;
    }

    private static long sum(long a, long b) {
        long sum = a + b;
        boolean overflows = ((a ^ sum) & (b ^ sum)) < 0;
        return overflows ? (a < 0 ? Long.MIN_VALUE : Long.MAX_VALUE) : sum;
    }

    /** The sum in units, to the nearest double. */
    public double value() {
        return units + (double) micros / Decimals.MICRO;
    }

    /** Whether anything was added, be it 0. */
    public boolean isTouched() {
        return touched;
    }
}
