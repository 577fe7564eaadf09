package io.cradle.core.network;

import io.cradle.core.quantity.Unit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Added readings of one epoch of a network, in columns: a reading that is written down at once need not be an object
 * before. They are gathered by meter, in the order of the log; a reading that turns out to be anything but usual is asked
 * for as a change. Made once and used for one epoch after the other. Not thread safe.
 */
public final class ReadingRows {
    /** Tells again, as a change, what stands at a place that was given with a row. */
    public interface Source {
        Change.ReadingChange at(long place);
    }

    private static final Source NOTHING = place -> {
        throw new IllegalStateException("no reading is at " + place);
    };

    private static final int START = 0;
    private static final int END = 1;
    private static final int DECIMAL = 2;
    private static final int PLACE = 3;
    private static final int UNIT = 4;
    private static final int WIDTH = 5;
    private static final int NONE = -1;

    /** The rows of a meter. */
    private static final class Group {
        private final String key;
        private final String meter;
        private int first;
        private int last;
        private int count;
        private int partition;
        private long logTimeMs;
        private long offset;

        private Group(String key, String meter) {
            this.key = key;
            this.meter = meter;
        }

        private boolean precedes(long ofLogTimeMs, int ofPartition, long ofOffset) {
            return partition == ofPartition
                    && (logTimeMs < ofLogTimeMs || (logTimeMs == ofLogTimeMs && offset < ofOffset));
        }
    }

    private static final Comparator<Group> BY_KEY = Comparator.comparing(group -> group.key);
    /** Among so many units, those met last, a row's own is sought. */
    private static final int UNITS_SOUGHT = 8;

    private Source source = NOTHING;
    private final List<Group> groups = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<Unit> units = new ArrayList<>();
    private boolean inOrder = true;
    private int size;
    private long epoch;

    private final RowChunks chunks = new RowChunks(WIDTH);

    // Where a walk stands.
    private List<Group> walk = List.of();
    private int group = NONE;
    private int row;
    private int at;

    /**
     * Begins a new epoch: what was gathered before is forgotten.
     *
     * @param ofEpoch tells readings again
     */
    public void begin(Source ofEpoch) {
        source = ofEpoch;
        groups.clear();
        numbers.clear();
        units.clear();
        walk = List.of();
        inOrder = true;
        size = 0;
        chunks.clear();
        epoch++;
    }

    /** How often an epoch was begun. */
    public long epoch() {
        return epoch;
    }

    /** Forgets everything: what was gathered may not be told again. */
    public void end() {
        begin(NOTHING);
    }

    /**
     * The rows of a meter.
     *
     * @param key of its records
     * @return the number of its rows, for this epoch
     */
    public int meter(String key, String meter) {
        Integer known = numbers.putIfAbsent(key, groups.size());
        if (known != null) {
            return known;
        }
        groups.add(new Group(key, meter));
        return groups.size() - 1;
    }

    /**
     * Adds a reading.
     *
     * @param meter what {@link #meter} gave
     * @param logTimeMs log time; with partition and offset where it stands in the log
     * @param decimal its value as a {@link io.cradle.core.quantity.ShortDecimal}
     * @param unit of the value, or null: the meter's
     * @param place at which the source finds it again
     */
    public void add(
            int meter,
            long logTimeMs,
            int partition,
            long offset,
            long startMs,
            long endMs,
            long decimal,
            Unit unit,
            long place) {
        Group to = groups.get(meter);
        inOrder &= to.count == 0 || to.precedes(logTimeMs, partition, offset);
        to.logTimeMs = logTimeMs;
        to.partition = partition;
        to.offset = offset;
        to.last = to.count == 0 ? chunks.begin() : chunks.behind(to.last);
        to.first = to.count == 0 ? to.last : to.first;
        chunks.set(to.last + START, startMs);
        chunks.set(to.last + END, endMs);
        chunks.set(to.last + DECIMAL, decimal);
        chunks.set(to.last + PLACE, place);
        chunks.set(to.last + UNIT, unitNumber(unit));
        to.count++;
        size++;
    }

    /** Units are few, and mostly that of the row before. */
    private int unitNumber(Unit unit) {
        for (int i = units.size() - 1; i >= Math.max(0, units.size() - UNITS_SOUGHT); i--) {
            if (Objects.equals(units.get(i), unit)) {
                return i;
            }
        }
        units.add(unit);
        return units.size() - 1;
    }

    /** How many readings there are. */
    public int size() {
        return size;
    }

    /**
     * Whether the rows of every meter stand in the order of the log, as they do unless a topic got other partitions. Where
     * not, they cannot be taken as they are.
     */
    public boolean isInOrder() {
        return inOrder;
    }

    /** Begins a walk through all rows: by key of the meter, and for one meter in the order of the log. */
    void walk() {
        walk = new ArrayList<>(groups);
        walk.sort(BY_KEY);
        group = NONE;
    }

    /** Goes to the next meter; false behind the last. */
    boolean nextMeter() {
        if (++group >= walk.size()) {
            return false;
        }
        row = NONE;
        return true;
    }

    /** Goes to the next row of the meter; false behind its last. */
    boolean nextRow() {
        if (++row >= walk.get(group).count) {
            return false;
        }
        at = row == 0 ? walk.get(group).first : chunks.next(at);
        return true;
    }

    String meter() {
        return walk.get(group).meter;
    }

    /** {@link io.cradle.core.activity.Reading#NO_START} where absent. */
    long startMs() {
        return chunks.get(at + START);
    }

    long endMs() {
        return chunks.get(at + END);
    }

    long decimal() {
        return chunks.get(at + DECIMAL);
    }

    Unit unit() {
        return units.get((int) chunks.get(at + UNIT));
    }

    /** The row as a change. */
    Change.ReadingChange change() {
        return source.at(chunks.get(at + PLACE));
    }
}
