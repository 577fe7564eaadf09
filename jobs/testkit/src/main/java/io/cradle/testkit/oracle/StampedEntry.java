package io.cradle.testkit.oracle;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A record with its log time: max(append time, highest log time before it in its partition). */
record StampedEntry(LogEntry entry, long logTimeMs) {

    /** Order of one key: (log time, partition, offset). */
    static final Comparator<StampedEntry> IN_POSITION = Comparator.comparingLong(StampedEntry::logTimeMs)
            .thenComparingInt(stamped -> stamped.entry().partition())
            .thenComparingLong(stamped -> stamped.entry().offset());

    static List<StampedEntry> stamp(List<LogEntry> log) {
        List<LogEntry> inPartitions = new ArrayList<>(log);
        inPartitions.sort(Comparator.comparing(LogEntry::topic)
                .thenComparingInt(LogEntry::partition)
                .thenComparingLong(LogEntry::offset));
        Map<String, Long> highest = new HashMap<>();
        List<StampedEntry> stamped = new ArrayList<>();
        for (LogEntry entry : inPartitions) {
            String partition = entry.topic().topicName() + "/" + entry.partition();
            stamped.add(new StampedEntry(entry, highest.merge(partition, entry.logTimeMs(), Math::max)));
        }
        return stamped;
    }

    /** The records by the end of the epoch that they belong to: (n·E−E, n·E]. */
    static TreeMap<Long, List<StampedEntry>> byEpoch(List<LogEntry> log, OracleSettings settings) {
        TreeMap<Long, List<StampedEntry>> epochs = new TreeMap<>();
        for (StampedEntry stamped : stamp(log)) {
            long end = settings.epochEnd(stamped.logTimeMs());
            epochs.computeIfAbsent(end, e -> new ArrayList<>()).add(stamped);
        }
        return epochs;
    }
}
