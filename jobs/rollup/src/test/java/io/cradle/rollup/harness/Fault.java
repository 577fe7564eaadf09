package io.cradle.rollup.harness;

import io.cradle.core.RejectReason;
import io.cradle.schemas.wire.InputTopic;
import io.cradle.schemas.wire.LogRecord;
import io.cradle.schemas.wire.RecordKey;
import io.cradle.schemas.wire.SchemaCatalog;
import io.cradle.schemas.wire.WireFormat;
import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/**
 * A record that must be rejected.
 *
 * @param record what it says; empty where {@code bytes} are no record at all
 * @param key its key, unlike that of any other fault of its topic
 * @param bytes its value where it is no record
 * @param says what the detail must name
 */
public record Fault(
        RejectReason reason,
        InputTopic topic,
        String key,
        Optional<SpecificRecord> record,
        byte[] bytes,
        List<String> says) {

    static Fault of(RejectReason reason, InputTopic topic, SpecificRecord record, String... says) {
        return new Fault(reason, topic, RecordKey.of(topic, record), Optional.of(record), new byte[0], List.of(says));
    }

    static Fault raw(RejectReason reason, InputTopic topic, String key, byte[] bytes, String... says) {
        return new Fault(reason, topic, key, Optional.empty(), bytes, List.of(says));
    }

    /** As a door hands it over. */
    public LogRecord at(int partition, long offset, long timeMs, SchemaCatalog catalog) {
        byte[] value = record.map(one -> new WireFormat(catalog).encode(topic.topicName(), one))
                .orElse(bytes);
        return LogRecord.of(topic, partition, offset, timeMs, RecordKey.bytes(key), value);
    }

    /** Where it is found again among rejected records. */
    public String place() {
        return topic.topicName() + " " + key;
    }

    @Override
    public String toString() {
        return reason.code() + " of " + place();
    }
}
