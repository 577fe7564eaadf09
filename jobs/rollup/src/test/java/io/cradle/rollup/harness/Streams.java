package io.cradle.rollup.harness;

import io.cradle.schemas.wire.LogRecord;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Orders in which a source may hand over one log: partitions in any order, each partition in its own. */
public final class Streams {
    private static final int LONGEST = 40;

    private Streams() {}

    /** Cuts a log where its time moves on, so that a watermark may stand behind every stretch. */
    public static List<List<LogRecord>> stretches(List<LogRecord> log, Random dice) {
        List<List<LogRecord>> stretches = new ArrayList<>();
        List<LogRecord> current = new ArrayList<>();
        int length = 1 + dice.nextInt(LONGEST);
        for (LogRecord record : log) {
            boolean movesOn = !current.isEmpty()
                    && record.appendTimeMs() > current.get(current.size() - 1).appendTimeMs();
            if (movesOn && current.size() >= length) {
                stretches.add(current);
                current = new ArrayList<>();
                length = 1 + dice.nextInt(LONGEST);
            }
            current.add(record);
        }
        stretches.add(current);
        return stretches;
    }

    /** The records of one partition keep their order, those of different ones do not. */
    public static List<LogRecord> interleaved(List<LogRecord> stretch, Random dice) {
        Map<String, Deque<LogRecord>> partitions = new TreeMap<>();
        List<String> turns = new ArrayList<>();
        for (LogRecord record : stretch) {
            String partition = record.topic().topicName() + "/" + record.partition();
            partitions.computeIfAbsent(partition, name -> new ArrayDeque<>()).add(record);
            turns.add(partition);
        }
        Collections.shuffle(turns, dice);
        return turns.stream().map(turn -> partitions.get(turn).poll()).toList();
    }
}
