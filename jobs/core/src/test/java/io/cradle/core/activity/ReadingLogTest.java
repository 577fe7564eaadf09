package io.cradle.core.activity;

import static io.cradle.core.activity.ReadingLog.Outcome.ADDED;
import static io.cradle.core.activity.ReadingLog.Outcome.CONFLICT;
import static io.cradle.core.activity.ReadingLog.Outcome.REPLACED;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Readings of one meter: never two at one time, in order, in blocks of a UTC day. */
class ReadingLogTest {
    private static final long HOUR = 3_600_000;
    private static final long DAY = 24 * HOUR;

    private final ReadingLog log = new ReadingLog();

    @Test
    void theSameIntervalReplaces() {
        assertEquals(ADDED, log.put(0, HOUR, 5));
        assertEquals(REPLACED, log.put(0, HOUR, 7));
        assertEquals("0-3600000:7", all(log));
    }

    @Test
    void anotherThatOverlapsConflictsAndChangesNothing() {
        log.put(HOUR, 3 * HOUR, 5);
        assertEquals(CONFLICT, log.put(HOUR, 2 * HOUR, 1));
        assertEquals(CONFLICT, log.put(0, HOUR + 1, 1));
        assertEquals(CONFLICT, log.put(0, 9 * HOUR, 1));
        assertEquals(CONFLICT, log.put(2 * HOUR, 3 * HOUR, 1));
        assertEquals(CONFLICT, log.put(3 * HOUR - 1, 4 * HOUR, 1));
        assertEquals(ADDED, log.put(0, HOUR, 1));
        assertEquals(ADDED, log.put(3 * HOUR, 4 * HOUR, 2));
        assertEquals("0-3600000:1 3600000-10800000:5 10800000-14400000:2", all(log));
    }

    @Test
    void anIntervalOfMidnightConflictsOnBothDays() {
        log.put(DAY - HOUR, DAY + HOUR, 5);
        assertEquals(CONFLICT, log.put(DAY, DAY + 2 * HOUR, 1));
        assertEquals(CONFLICT, log.put(DAY - 2 * HOUR, DAY - HOUR + 1, 1));
        assertEquals(ADDED, log.put(DAY + HOUR, DAY + 2 * HOUR, 1));
        assertNull(log.packed(2));
        assertArrayEquals(new long[] {DAY - HOUR, DAY + HOUR, 5}, log.packed(0));
    }

    @Test
    void daysBeforeTheEpochAreDays() {
        assertEquals(-1, ReadingLog.day(-1));
        log.put(-HOUR, 0, 3);
        assertEquals(CONFLICT, log.put(-2 * HOUR, -HOUR + 1, 1));
        assertArrayEquals(new long[] {-HOUR, 0, 3}, log.before(0));
    }

    @Test
    void neighboursAreFoundAcrossDays() {
        log.put(0, HOUR, 1);
        log.put(5 * DAY, 5 * DAY + HOUR, 2);
        assertEquals(1, log.before(5 * DAY)[2]);
        assertEquals(2, log.before(9 * DAY)[2]);
        assertEquals(2, log.from(1)[2]);
        assertNull(log.before(0));
        assertNull(log.from(5 * DAY + 1));
    }

    /** Against a plain list: the same verdicts, the same readings, also after every block was packed and loaded. */
    @Test
    void behavesAsAListOfIntervals() {
        Random random = new Random(11);
        TreeMap<Long, long[]> plain = new TreeMap<>();
        Map<ReadingLog.Outcome, Integer> met = new TreeMap<>();
        for (int i = 0; i < 3_000; i++) {
            long start = random.nextLong(4 * 96) * HOUR / 4;
            long end = start + (1 + random.nextLong(3)) * HOUR / 4;
            ReadingLog.Outcome expected = verdict(plain, start, end);
            assertEquals(expected, log.put(start, end, i));
            if (expected != CONFLICT) {
                plain.put(start, new long[] {start, end, i});
            }
            met.merge(expected, 1, Integer::sum);
        }
        assertTrue(met.values().stream().allMatch(count -> count > 50), met.toString());
        List<String> expected = new ArrayList<>();
        plain.values().forEach(r -> expected.add(r[0] + "-" + r[1] + ":" + r[2]));
        assertEquals(String.join(" ", expected), all(log));
        assertEquals(all(log), all(copy(log)));
        ReadingLog part = copy(log);
        assertEquals(
                plain.subMap(DAY + HOUR, 2 * DAY).size(),
                visited(part, DAY + HOUR, 2 * DAY).size());
    }

    @Test
    void clearingLeavesNothing() {
        log.put(0, HOUR, 1);
        log.put(3 * DAY, 3 * DAY + HOUR, 1);
        assertEquals(List.of(0L, 3L), List.copyOf(log.days()));
        log.clear();
        assertTrue(log.isEmpty());
        assertNull(log.packed(0));
    }

    private static ReadingLog.Outcome verdict(Map<Long, long[]> plain, long start, long end) {
        for (long[] other : plain.values()) {
            if (other[0] == start && other[1] == end) {
                return REPLACED;
            }
            if (other[0] < end && start < other[1]) {
                return CONFLICT;
            }
        }
        return ADDED;
    }

    private static ReadingLog copy(ReadingLog log) {
        ReadingLog copy = new ReadingLog();
        for (long day = -2; day < 10; day++) {
            long[] packed = log.packed(day);
            if (packed != null) {
                copy.load(day, packed);
            }
        }
        return copy;
    }

    private static String all(ReadingLog log) {
        return String.join(" ", visited(log, -10 * DAY, 10 * DAY));
    }

    private static List<String> visited(ReadingLog log, long fromMs, long toMs) {
        List<String> readings = new ArrayList<>();
        log.visit(fromMs, toMs, (start, end, micros) -> readings.add(start + "-" + end + ":" + micros));
        return readings;
    }
}
