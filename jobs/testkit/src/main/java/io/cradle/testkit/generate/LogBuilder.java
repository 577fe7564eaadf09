package io.cradle.testkit.generate;

import io.cradle.schemas.wire.InputTopic;
import io.cradle.schemas.wire.RecordKey;
import io.cradle.testkit.oracle.LogEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;

/** Frames records as a log: a key goes to a partition by its hash, offsets count up, log time moves forward only. */
public final class LogBuilder {
    private final int partitions;
    private final int salt;
    private final List<LogEntry> entries = new ArrayList<>();
    private final Map<String, Long> nextOffset = new HashMap<>();
    private long nowMs;

    /** A log that begins at the epoch of time; move on with {@link #at}. */
    public LogBuilder(int partitions) {
        this(partitions, 0);
    }

    /** {@code salt} changes which partition a key goes to. */
    LogBuilder(int partitions, int salt) {
        this.partitions = partitions;
        this.salt = salt;
    }

    /** Sets the log time of what follows, ms; it must not lie before the last one. */
    public LogBuilder at(long logTimeMs) {
        if (logTimeMs < nowMs) {
            throw new IllegalArgumentException("log time " + Instant.ofEpochMilli(logTimeMs) + " lies before "
                    + Instant.ofEpochMilli(nowMs) + ": expected one at or after it");
        }
        nowMs = logTimeMs;
        return this;
    }

    /** Sets the log time of what follows, such as 2024-01-31T12:00:00Z. */
    public LogBuilder at(String instant) {
        return at(Instant.parse(instant).toEpochMilli());
    }

    /** Appends records under their own keys. */
    public LogBuilder put(SpecificRecord... records) {
        for (SpecificRecord record : records) {
            InputTopic topic = topicOf(record);
            append(topic, RecordKey.of(topic, record), record);
        }
        return this;
    }

    /** Appends a record under a key that need not be its own. */
    public LogBuilder putUnder(String key, SpecificRecord record) {
        append(topicOf(record), key, record);
        return this;
    }

    /** Appends a deletion. */
    public LogBuilder delete(InputTopic topic, String... keyParts) {
        append(topic, RecordKey.join(keyParts), null);
        return this;
    }

    /** The log so far, in order of arrival. */
    public List<LogEntry> entries() {
        return List.copyOf(entries);
    }

    void append(InputTopic topic, String key, SpecificRecord value) {
        int partition = Math.floorMod(key.hashCode() * 31 + salt, partitions);
        long offset = nextOffset.merge(topic.topicName() + "/" + partition, 1L, Long::sum) - 1;
        entries.add(new LogEntry(topic, partition, offset, nowMs, key, value));
    }

    private static InputTopic topicOf(SpecificRecord record) {
        return Arrays.stream(InputTopic.values())
                .filter(topic -> topic.schema().equals(record.getSchema()))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException(record.getSchema().getName() + " is no record of an input topic"));
    }
}
