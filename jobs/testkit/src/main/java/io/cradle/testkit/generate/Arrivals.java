package io.cradle.testkit.generate;

import io.cradle.testkit.oracle.LogEntry;
import io.cradle.testkit.oracle.OracleSettings;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** The same changes in another order of arrival. */
public final class Arrivals {
    private Arrivals() {}

    /**
     * Shuffles the records of every epoch over each other's log times and over new partitions; records of one key keep
     * their order, every record keeps its epoch. Figures may not depend on it. Parking must be a multiple of the epoch
     * length, or a parked record could expire in another epoch.
     */
    public static List<LogEntry> permuteWithinEpochs(List<LogEntry> log, OracleSettings settings, long seed) {
        if (settings.clock() && settings.parking().toMillis() % settings.epochMs() != 0) {
            throw new IllegalArgumentException("parking of " + settings.parking() + " is no multiple of an epoch of "
                    + settings.epochMs() + " ms");
        }
        Random random = new Random(seed);
        int partitions = 1 + random.nextInt(5);
        LogBuilder permuted = new LogBuilder(partitions, random.nextInt(1000));
        TreeMap<Long, List<LogEntry>> epochs = new TreeMap<>();
        for (LogEntry entry : log) {
            epochs.computeIfAbsent(settings.epochEnd(entry.logTimeMs()), end -> new ArrayList<>())
                    .add(entry);
        }
        for (List<LogEntry> epoch : epochs.values()) {
            List<Long> times = epoch.stream().map(LogEntry::logTimeMs).sorted().toList();
            List<LogEntry> shuffled = shuffleKeepingKeys(epoch, random);
            for (int i = 0; i < shuffled.size(); i++) {
                LogEntry entry = shuffled.get(i);
                permuted.at(times.get(i)).append(entry.topic(), entry.key(), entry.value());
            }
        }
        return permuted.entries();
    }

    private static List<LogEntry> shuffleKeepingKeys(List<LogEntry> epoch, Random random) {
        Map<String, Deque<LogEntry>> byKey = new LinkedHashMap<>();
        List<String> turns = new ArrayList<>();
        for (LogEntry entry : epoch) {
            String key = entry.topic().topicName() + " " + entry.key();
            byKey.computeIfAbsent(key, k -> new ArrayDeque<>()).add(entry);
            turns.add(key);
        }
        Collections.shuffle(turns, random);
        return turns.stream().map(key -> byKey.get(key).poll()).toList();
    }
}
