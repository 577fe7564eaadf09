package io.cradle.rollup.harness;

import io.cradle.connectors.kafka.Published;
import io.cradle.schemas.wire.LogRecord;
import java.util.List;
import java.util.Map;

/**
 * What an earlier run of the job read and wrote, on another broker. Its log was copied into this one, where it has other
 * append times: the ones that count are those under which the job read it.
 *
 * @param log the input log with its own append times
 * @param ends the offset after the last one copied, by topic/partition
 * @param published what the job had written
 */
public record Past(List<LogRecord> log, Map<String, Long> ends, List<Published> published) {
    public static final Past NONE = new Past(List.of(), Map.of(), List.of());

    /** Whether a record of the broker is a copy. */
    boolean holds(LogRecord record) {
        return record.offset() < ends.getOrDefault(record.topic().topicName() + "/" + record.partition(), 0L);
    }
}
