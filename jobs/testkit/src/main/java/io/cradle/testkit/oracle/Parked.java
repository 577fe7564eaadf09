package io.cradle.testkit.oracle;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Records that wait for their meter or their bill. */
final class Parked {
    /** As many records may wait at a time. */
    private static final int MOST = 100_000;

    private final TreeMap<String, List<Held<Fact.Reading>>> readings = new TreeMap<>();
    private final TreeMap<String, Held<Fact.Production>> productions = new TreeMap<>();

    boolean isFull() {
        return readings.values().stream().mapToInt(List::size).sum() + productions.size() >= MOST;
    }

    void park(Held<Fact.Reading> reading) {
        readings.computeIfAbsent(reading.key(), key -> new ArrayList<>()).add(reading);
    }

    /** A later record of a key takes the place of the one that waits. */
    void parkProduction(Held<Fact.Production> production) {
        productions.put(production.key(), production);
    }

    void forgetReadings(String key) {
        readings.remove(key);
    }

    void forgetProduction(String key) {
        productions.remove(key);
    }

    /** Takes out the records whose log time is at or before a time, in position order. */
    List<Held<?>> expired(long latestMs) {
        List<Held<?>> expired = new ArrayList<>();
        expired.addAll(takeReadings(reading -> reading.logTimeMs() <= latestMs));
        expired.addAll(takeProductions(production -> production.logTimeMs() <= latestMs));
        return expired;
    }

    /** Takes out readings by key, inside a key by position. */
    List<Held<Fact.Reading>> takeReadings(Predicate<Held<Fact.Reading>> which) {
        List<Held<Fact.Reading>> taken = new ArrayList<>();
        for (List<Held<Fact.Reading>> ofMeter : readings.values()) {
            ofMeter.stream()
                    .filter(which)
                    .sorted(Comparator.comparing(Held::stamped, StampedEntry.IN_POSITION))
                    .forEach(taken::add);
            ofMeter.removeIf(which);
        }
        readings.values().removeIf(List::isEmpty);
        return taken;
    }

    /** Takes out production records by key. */
    List<Held<Fact.Production>> takeProductions(Predicate<Held<Fact.Production>> which) {
        List<Held<Fact.Production>> taken =
                productions.values().stream().filter(which).toList();
        productions.values().removeIf(which);
        return taken;
    }

    /** The log times of the records that wait. */
    List<Long> logTimesMs() {
        List<Long> times = new ArrayList<>();
        readings.values().forEach(ofMeter -> ofMeter.forEach(held -> times.add(held.logTimeMs())));
        productions.values().stream().map(Held::logTimeMs).forEach(times::add);
        return times;
    }
}
