package io.cradle.core.activity;

import java.util.Map;
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

        /**
         * Offers a whole day before its readings: the instants at which its first and last one start and the last one
         * ends, and the exact sum of all. Where it is taken, its readings are not told one by one.
         */
        default boolean day(long firstStartMs, long lastStartMs, long lastEndMs, long totalMicros) {
            return false;
        }
    }

    private final NavigableMap<Long, DayBlock> days = new TreeMap<>();
    /** The day that was written last, mostly the next one, too; null where none was. */
    private DayBlock lastBlock;

    private long lastDay;

    /** The UTC day that a reading is stored under. */
    public static long day(long startMs) {
        return Math.floorDiv(startMs, DAY_MS);
    }

    /** Adds a reading; the same interval again replaces, another that overlaps is a conflict and changes nothing. */
    public Outcome put(long startMs, long endMs, long micros) {
        long day = day(startMs);
        DayBlock block = block(day);
        boolean first = block == null || startMs < block.firstStart();
        boolean reachesOn = endMs > (day + 1) * DAY_MS;
        if ((first && overlapsBefore(day, startMs)) || (reachesOn && overlapsAfter(day, endMs))) {
            return Outcome.CONFLICT;
        }
        if (block == null) {
            block = new DayBlock();
            days.put(day, block);
            lastBlock = block;
            lastDay = day;
        }
        return block.put(startMs, endMs, micros);
    }

    private DayBlock block(long day) {
        if (lastBlock == null || lastDay != day) {
            lastBlock = days.get(day);
            lastDay = day;
        }
        return lastBlock;
    }

    private boolean overlapsBefore(long day, long startMs) {
        Map.Entry<Long, DayBlock> before = days.lowerEntry(day);
        return before != null && before.getValue().lastEnd() > startMs;
    }

    private boolean overlapsAfter(long day, long endMs) {
        Map.Entry<Long, DayBlock> after = days.higherEntry(day);
        return after != null && after.getValue().firstStart() < endMs;
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

    /** Visits the readings that start in [fromMs, toMs), in order; days that lie in it as a whole are offered first. */
    public void visit(long fromMs, long toMs, Visitor visitor) {
        if (fromMs < toMs) {
            for (DayBlock block :
                    days.subMap(day(fromMs), true, day(toMs - 1), true).values()) {
                if (!isTaken(block, fromMs, toMs, visitor)) {
                    block.visit(fromMs, toMs, visitor);
                }
            }
        }
    }

    private static boolean isTaken(DayBlock block, long fromMs, long toMs, Visitor visitor) {
        return fromMs <= block.firstStart()
                && block.lastStart() < toMs
                && block.total() != DayBlock.NO_TOTAL
                && visitor.day(block.firstStart(), block.lastStart(), block.lastEnd(), block.total());
    }

    public boolean isEmpty() {
        return days.isEmpty();
    }

    /** The block of a day as triples (start, end, micros), or null where the day has none. */
    public long[] packed(long day) {
        DayBlock block = days.get(day);
        return block == null ? null : block.packed();
    }

    /** Puts back a block that {@link #packed} gave; never an empty one. */
    public void load(long day, long[] packed) {
        lastBlock = null;
        days.put(day, DayBlock.of(packed));
    }

    /** The days that have readings. */
    Set<Long> days() {
        return new TreeSet<>(days.keySet());
    }

    void clear() {
        lastBlock = null;
        days.clear();
    }
}
