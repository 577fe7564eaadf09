package io.cradle.core.activity;

import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The readings of one meter in order of their start, in blocks of one UTC day. Intervals never overlap; a register value
 * is an interval of no length.
 */
public final class ReadingLog {
    private static final long DAY_MS = 86_400_000;

    /** What became of a reading. */
    public enum Outcome {
        ADDED,
        REPLACED,
        CONFLICT
    }

    /** Receives readings in order. */
    public interface Visitor {
        void reading(long startMs, long endMs, long micros);
    }

    private final NavigableMap<Long, DayBlock> days = new TreeMap<>();

    /** The UTC day that a reading is stored under. */
    public static long day(long startMs) {
        return Math.floorDiv(startMs, DAY_MS);
    }

    /** Adds a reading; the same interval again replaces, another that overlaps is a conflict and changes nothing. */
    public Outcome put(long startMs, long endMs, long micros) {
        DayBlock block = days.get(day(startMs));
        if (block != null && block.replace(startMs, endMs, micros)) {
            return Outcome.REPLACED;
        }
        if (conflicts(startMs, endMs)) {
            return Outcome.CONFLICT;
        }
        days.computeIfAbsent(day(startMs), key -> new DayBlock()).insert(startMs, endMs, micros);
        return Outcome.ADDED;
    }

    private boolean conflicts(long startMs, long endMs) {
        long[] before = before(startMs + 1);
        if (before != null && (before[0] == startMs || before[1] > startMs)) {
            return true;
        }
        long[] next = from(startMs + 1);
        return next != null && next[0] < endMs;
    }

    /** The last reading that starts before an instant, as {start, end, micros}, or null. */
    public long[] before(long timeMs) {
        for (DayBlock block : days.headMap(day(timeMs), true).descendingMap().values()) {
            long[] reading = block.before(timeMs);
            if (reading != null) {
                return reading;
            }
        }
        return null;
    }

    /** The first reading that starts at or after an instant, as {start, end, micros}, or null. */
    public long[] from(long timeMs) {
        for (DayBlock block : days.tailMap(day(timeMs), true).values()) {
            long[] reading = block.from(timeMs);
            if (reading != null) {
                return reading;
            }
        }
        return null;
    }

    /** Visits the readings that start in [fromMs, toMs), in order. */
    public void visit(long fromMs, long toMs, Visitor visitor) {
        if (fromMs < toMs) {
            days.subMap(day(fromMs), true, day(toMs - 1), true)
                    .values()
                    .forEach(block -> block.visit(fromMs, toMs, visitor));
        }
    }

    public boolean isEmpty() {
        return days.isEmpty();
    }

    /** The block of a day as triples (start, end, micros), or null where the day has none. */
    public long[] packed(long day) {
        DayBlock block = days.get(day);
        return block == null ? null : block.packed();
    }

    /** Puts back a block that {@link #packed} gave. */
    public void load(long day, long[] packed) {
        DayBlock block = new DayBlock();
        for (int i = 0; i < packed.length; i += 3) {
            block.insert(packed[i], packed[i + 1], packed[i + 2]);
        }
        days.put(day, block);
    }

    /** The days that have readings. */
    Set<Long> days() {
        return new TreeSet<>(days.keySet());
    }

    void clear() {
        days.clear();
    }
}
