package io.cradle.testkit.oracle;

import io.cradle.schemas.wire.InputTopic;
import java.util.Objects;
import org.apache.avro.specific.SpecificRecord;

/**
 * One decoded record of the input log.
 *
 * @param topic the input topic
 * @param partition the partition of the topic
 * @param offset the offset in the partition
 * @param logTimeMs append time, ms since the epoch; the oracle raises it to the highest one before it in its partition
 * @param key the key as it stands in the log; null where the log has none
 * @param value the record, or null for a deletion
 */
public record LogEntry(InputTopic topic, int partition, long offset, long logTimeMs, String key, SpecificRecord value) {

    public LogEntry {
        Objects.requireNonNull(topic, "topic");
    }

    public boolean isDeletion() {
        return value == null;
    }

    /** topic/partition/offset, as rejected records are named. */
    public String position() {
        return topic.topicName() + "/" + partition + "/" + offset;
    }

    /** The same record at another place in the log. */
    public LogEntry at(int newPartition, long newOffset, long newLogTimeMs) {
        return new LogEntry(topic, newPartition, newOffset, newLogTimeMs, key, value);
    }
}
