package io.cradle.cli.demo;

import io.cradle.schemas.wire.InputTopic;
import io.cradle.schemas.wire.LogRecord;
import io.cradle.schemas.wire.RecordKey;
import io.cradle.testkit.oracle.LogEntry;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/** The scenario's records up to a time as a log that the oracle can read: everything is appended at that time. */
final class ScenarioLog {
    private final List<LogEntry> entries = new ArrayList<>();
    private final long appendedMs;

    private ScenarioLog(long appendedMs) {
        this.appendedMs = appendedMs;
    }

    static List<LogEntry> upTo(Instant now, PlantCalendar calendar) {
        ScenarioLog log = new ScenarioLog(now.toEpochMilli());
        for (LogRecord record : ScenarioFiles.atTheBeginning()) {
            log.add(record.topic(), new String(record.key(), StandardCharsets.UTF_8), ScenarioFiles.decoded(record));
        }
        Scenario scenario = new Scenario(now, calendar, 1);
        for (int i = scenario.quartersOfHistory(); i > 0; i--) {
            scenario.take()
                    .forEach(record ->
                            log.add(record.topic(), RecordKey.of(record.topic(), record.record()), record.record()));
        }
        return log.entries;
    }

    private void add(InputTopic topic, String key, SpecificRecord record) {
        entries.add(new LogEntry(topic, 0, entries.size(), appendedMs, key, record));
    }
}
