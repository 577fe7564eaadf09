package io.cradle.rollup.harness;

import io.cradle.schemas.wire.InputTopic;
import io.cradle.schemas.wire.LogRecord;
import io.cradle.schemas.wire.RecordKey;
import io.cradle.schemas.wire.SchemaCatalog;
import io.cradle.schemas.wire.WireFormat;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;

/** Frames records one by one, for logs that are too long to be held as entries; all of a topic lie in partition 0. */
public final class Framing {
    private final WireFormat wire;
    private final Map<InputTopic, Long> offsets = new EnumMap<>(InputTopic.class);

    public Framing(SchemaCatalog catalog) {
        this.wire = new WireFormat(catalog);
    }

    /** The record under its own key, next in its topic. */
    public LogRecord frame(SpecificRecord record, long logTimeMs) {
        InputTopic topic = topicOf(record);
        return LogRecord.of(
                topic,
                0,
                offsets.merge(topic, 1L, Long::sum) - 1,
                logTimeMs,
                RecordKey.bytes(RecordKey.of(topic, record)),
                wire.encode(topic.topicName(), record));
    }

    static InputTopic topicOf(SpecificRecord record) {
        return Arrays.stream(InputTopic.values())
                .filter(topic -> topic.schema().equals(record.getSchema()))
                .findFirst()
                .orElseThrow();
    }
}
