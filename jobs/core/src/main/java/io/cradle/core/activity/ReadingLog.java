package io.cradle.core.activity;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The readings of one meter in order of their start, in blocks of one UTC day. Intervals never overlap; a register value
 * is an interval of no length.
 */
public final class ReadingLog {
    private static final long DAY_MS = 86_400_000;

    /** So many days are summed together: few enough that most of a month's lie within it as a whole. */
    private static final long DAYS_OF_A_ROW = 8;

    /** A day gets room for no more than these before it has as many. */
    private static final int QUARTERS_OF_A_DAY = 96;

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

    private final DayBlocks days = new DayBlocks();
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
            int another = days.size() == 0 ? 0 : days.block(days.size() - 1).size();
            block = new DayBlock(Math.min(QUARTERS_OF_A_DAY, another));
            days.put(day, block);
            lastBlock = block;
            lastDay = day;
        }
        rows.remove(Math.floorDiv(day, DAYS_OF_A_ROW));
        return block.put(startMs, endMs, micros);
    }

    private DayBlock block(long day) {
        if (lastBlock == null || lastDay != day) {
            lastBlock = days.of(day);
            lastDay = day;
        }
        return lastBlock;
    }

    private boolean overlapsBefore(long day, long startMs) {
        int before = days.from(day) - 1;
        return before >= 0 && days.block(before).lastEnd() > startMs;
    }

    private boolean overlapsAfter(long day, long endMs) {
        int after = days.from(day + 1);
        return after < days.size() && days.block(after).firstStart() < endMs;
    }

    /** The last reading that starts before an instant, as {start, end, micros}, or null. */
    public long[] before(long timeMs) {
        for (int at = days.from(day(timeMs) + 1) - 1; at >= 0; at--) {
            long[] reading = days.block(at).before(timeMs);
            if (reading != null) {
                return reading;
            }
        }
        return null;
    }

    /** The first reading that starts at or after an instant, as {start, end, micros}, or null. */
    public long[] from(long timeMs) {
        for (int at = days.from(day(timeMs)); at < days.size(); at++) {
            long[] reading = days.block(at).from(timeMs);
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
        int next = days.from(day(fromMs));
        while (next < days.size() && days.day(next) <= last) {
            DayStretch row = rowThatBegins(next);
            if (row != null && row.isTakenBy(visitor, fromMs, toMs)) {
                next = days.from(row.lastDay() + 1);
            } else {
                DayStretch alone = DayStretch.of(days.day(next), days.block(next));
                if (alone == null || !alone.isTakenBy(visitor, fromMs, toMs)) {
                    days.block(next).visit(fromMs, toMs, visitor);
                }
                next++;
            }
        }
    }

    /** The days with readings of a row of which one is the first; null where it is not, or a long does not hold the sum. */
    private DayStretch rowThatBegins(int at) {
        long row = Math.floorDiv(days.day(at), DAYS_OF_A_ROW);
        DayStretch known = rows.get(row);
        if (known == null) {
            for (int of = days.from(row * DAYS_OF_A_ROW), end = days.from((row + 1) * DAYS_OF_A_ROW); of < end; of++) {
                DayStretch ofDay = DayStretch.of(days.day(of), days.block(of));
                known = known == null ? ofDay : known.followedBy(ofDay);
                if (known == null) {
                    return null;
                }
            }
            rows.put(row, known);
        }
        return known.firstDay() == days.day(at) ? known : null;
    }

    public boolean isEmpty() {
        return days.size() == 0;
    }

    /** The block of a day as triples (start, end, micros), or null where the day has none. */
    public long[] packed(long day) {
        DayBlock block = days.of(day);
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
        Set<Long> all = new TreeSet<>();
        for (int at = 0; at < days.size(); at++) {
            all.add(days.day(at));
        }
        return all;
    }

    void clear() {
        lastBlock = null;
        rows.clear();
        days.clear();
    }
}
