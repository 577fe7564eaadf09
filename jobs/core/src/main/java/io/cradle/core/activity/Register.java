package io.cradle.core.activity;

/** Register values: the amount between two of them, and which values cannot be. */
final class Register {
    private final ReadingLog values;
    private final MeterBook meter;

    Register(ReadingLog values, MeterBook meter) {
        this.values = values;
        this.meter = meter;
    }

    /**
     * Whether a value may stand between its neighbours ({start, end, micros} or null). Without a register size values
     * never fall; with one, the way to each neighbour is at most half the register, and both ways add up.
     */
    static boolean fits(long[] before, long value, long[] after, long size) {
        if (size == 0) {
            return value >= 0 && (before == null || before[2] <= value) && (after == null || value <= after[2]);
        }
        if (value < 0 || value >= size) {
            return false;
        }
        long toValue = before == null ? 0 : Math.floorMod(value - before[2], size);
        long toNext = after == null ? 0 : Math.floorMod(after[2] - value, size);
        if (toValue > size / 2 || toNext > size / 2) {
            return false;
        }
        return before == null || after == null || toValue + toNext == Math.floorMod(after[2] - before[2], size);
    }

    /** Whether any value is smaller than the one before it. */
    static boolean everFalls(ReadingLog values) {
        long[] previous = {Long.MIN_VALUE};
        boolean[] falls = {false};
        values.visit(Long.MIN_VALUE, Long.MAX_VALUE, (at, end, micros) -> {
            falls[0] |= micros < previous[0];
            previous[0] = micros;
        });
        return falls[0];
    }

    /** Visits the differences between neighbouring values whose intervals overlap [fromMs, toMs). */
    void differences(long fromMs, long toMs, ReadingLog.Visitor visitor) {
        long[] first = values.before(fromMs + 1);
        long[] last = values.from(toMs);
        long[] previous = new long[] {Long.MIN_VALUE, 0};
        values.visit(
                first == null ? fromMs : first[0], last == null ? Long.MAX_VALUE : last[0] + 1, (at, end, micros) -> {
                    if (previous[0] != Long.MIN_VALUE) {
                        visitor.reading(previous[0], at, difference(previous[0], previous[1], micros));
                    }
                    previous[0] = at;
                    previous[1] = micros;
                });
    }

    private long difference(long fromMs, long before, long after) {
        return after >= before
                ? after - before
                : after - before + meter.versionAt(fromMs).registerSize();
    }
}
