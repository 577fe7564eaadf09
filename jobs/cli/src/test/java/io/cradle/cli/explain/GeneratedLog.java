package io.cradle.cli.explain;

import io.cradle.rollup.config.Settings;
import io.cradle.schemas.wire.InputTopic;
import io.cradle.schemas.wire.LogRecord;
import io.cradle.schemas.wire.RecordKey;
import io.cradle.schemas.wire.SchemaCatalog;
import io.cradle.schemas.wire.WireFormat;
import io.cradle.testkit.oracle.LogEntry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A generated log as these commands read one. */
final class GeneratedLog {
    private GeneratedLog() {}

    /** Takes the records of a network and all factors, with the log times that their partitions give them. */
    static NetworkReplay replay(List<LogEntry> log, String network, Settings settings) {
        NetworkReplay replay = new NetworkReplay(settings, SchemaCatalog.bundled());
        WireFormat wire = new WireFormat(SchemaCatalog.bundled());
        Map<String, Long> logTimes = new HashMap<>();
        for (LogEntry entry : log) {
            String partition = entry.topic() + "/" + entry.partition();
            long logTimeMs = logTimes.merge(partition, entry.logTimeMs(), Math::max);
            boolean own =
                    entry.key() != null && RecordKey.split(entry.key()).get(0).equals(network);
            if (own || entry.topic() == InputTopic.EMISSION_FACTORS) {
                replay.take(LogRecord.of(
                        entry.topic(),
                        entry.partition(),
                        entry.offset(),
                        logTimeMs,
                        entry.key() == null ? null : RecordKey.bytes(entry.key()),
                        entry.value() == null ? null : wire.encode(entry.topic().topicName(), entry.value())));
            }
        }
        return replay;
    }
}
