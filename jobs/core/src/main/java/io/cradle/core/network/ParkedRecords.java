package io.cradle.core.network;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Records that wait for their meter or product: found by what they are keyed, and by how long they have waited. */
final class ParkedRecords {
    private record Key(int rank, String key) implements Comparable<Key> {
        static Key of(Change change) {
            return new Key(change.rank(), change.key());
        }

        @Override
        public int compareTo(Key other) {
            int byRank = Integer.compare(rank, other.rank);
            return byRank != 0 ? byRank : key.compareTo(other.key);
        }
    }

    /** So many records of a network may wait at a time: meters and products that never come must not fill the memory. */
    static final int MOST = 100_000;

    private static final Comparator<Change> BY_POSITION = Comparator.comparing(Change::position);

    private final NavigableMap<Key, NavigableSet<Change>> byKey = new TreeMap<>();
    private final NavigableSet<Change> byPosition = new TreeSet<>(BY_POSITION);

    void add(Change change) {
        byKey.computeIfAbsent(Key.of(change), key -> new TreeSet<>(BY_POSITION)).add(change);
        byPosition.add(change);
    }

    boolean isFull() {
        return byPosition.size() >= MOST;
    }

    void remove(Change change) {
        byPosition.remove(change);
        byKey.computeIfPresent(Key.of(change), (key, waiting) -> {
            waiting.remove(change);
            return waiting.isEmpty() ? null : waiting;
        });
    }

    /** The records that wait under the key of a change, in order. */
    List<Change> under(Change change) {
        NavigableSet<Change> waiting = byKey.get(Key.of(change));
        return waiting == null ? List.of() : List.copyOf(waiting);
    }

    /** All, by key and inside a key by position. */
    List<Change> inOrder() {
        List<Change> all = new ArrayList<>(byPosition.size());
        byKey.values().forEach(all::addAll);
        return all;
    }

    /** Those with a log time up to {@code logTimeMs}, in order of the log. */
    List<Change> upTo(long logTimeMs) {
        List<Change> waiting = new ArrayList<>();
        for (Change change : byPosition) {
            if (change.position().logTimeMs() > logTimeMs) {
                break;
            }
            waiting.add(change);
        }
        return waiting;
    }

    /** Log time of the record that has waited longest; Long.MAX_VALUE where none waits. */
    long earliestLogTimeMs() {
        return byPosition.isEmpty()
                ? Long.MAX_VALUE
                : byPosition.first().position().logTimeMs();
    }
}
