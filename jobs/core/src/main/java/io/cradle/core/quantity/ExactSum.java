package io.cradle.core.quantity;

/** A sum of micro-units that is exact and cannot overflow within any plausible number of readings. */
public final class ExactSum {
    private long units;
    private long micros;
    private boolean touched;

    public void add(long amountMicros) {
        touched = true;
        units = Math.addExact(units, amountMicros / Decimals.MICRO);
        micros += amountMicros % Decimals.MICRO;
        units += micros / Decimals.MICRO;
        micros %= Decimals.MICRO;
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
