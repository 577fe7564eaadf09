package io.cradle.core.activity;

import java.util.HashMap;
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

    /** So many days are summed together: few enough that most of a month's lie within it as a whole. */
    private static final long DAYS_OF_A_ROW = 8;

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
         * Offers whole days before their readings: the instants at which the first and last one start and the last one
         * ends, and the exact sum of all. Where they are taken, their readings are not told one by one.
         */
        default boolean days(long firstStartMs, long lastStartMs, long lastEndMs, long totalMicros) {
            return false;
        }
    }

    private final NavigableMap<Long, DayBlock> days = new TreeMap<>();
    /** The day that was written last, mostly the next one, too; null where none was. */
    private DayBlock lastBlock;

    private long lastDay;

    /** Rows of days that were summed and not written since, by their number. */
    private final Map<Long, DayStretch> rows = new HashMap<>();

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
        rows.remove(Math.floorDiv(day, DAYS_OF_A_ROW));
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

    /**
     * Visits the readings that start in [fromMs, toMs), in order; the days of a row that lie in it, then a day that lies
     * in it, are offered as a whole first.
     */
    public void visit(long fromMs, long toMs, Visitor visitor) {
        if (fromMs >= toMs) {
            return;
        }
        long last = day(toMs - 1);
        Map.Entry<Long, DayBlock> next = days.ceilingEntry(day(fromMs));
        while (next != null && next.getKey() <= last) {
            long day = next.getKey();
            DayStretch row = rowThatBegins(day);
            if (row != null && row.isTakenBy(visitor, fromMs, toMs)) {
                day = row.lastDay();
            } else {
                DayStretch alone = DayStretch.of(day, next.getValue());
                if (alone == null || !alone.isTakenBy(visitor, fromMs, toMs)) {
                    next.getValue().visit(fromMs, toMs, visitor);
                }
            }
            next = days.higherEntry(day);
        }
    }

    /** The days with readings of a row of which this is the first; null where it is not, or a long does not hold the sum. */
    private DayStretch rowThatBegins(long day) {
        long row = Math.floorDiv(day, DAYS_OF_A_ROW);
        DayStretch known = rows.get(row);
        if (known == null) {
            for (Map.Entry<Long, DayBlock> each :
                    days.subMap(row * DAYS_OF_A_ROW, (row + 1) * DAYS_OF_A_ROW).entrySet()) {
                DayStretch ofDay = DayStretch.of(each.getKey(), each.getValue());
                known = known == null ? ofDay : known.followedBy(ofDay);
                if (known == null) {
                    return null;
                }
            }
            rows.put(row, known);
        }
        return known.firstDay() == day ? known : null;
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
        rows.clear();
        days.put(day, DayBlock.of(packed));
    }

    /** The days that have readings. */
    Set<Long> days() {
        return new TreeSet<>(days.keySet());
    }

    void clear() {
        lastBlock = null;
        rows.clear();
        days.clear();
    }
}
