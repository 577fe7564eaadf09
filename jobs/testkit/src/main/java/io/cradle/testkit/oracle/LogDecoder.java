package io.cradle.testkit.oracle;

import io.cradle.schemas.wire.InputTopic;
import io.cradle.schemas.wire.LogRecord;
import io.cradle.schemas.wire.RecordKey;
import io.cradle.schemas.wire.SchemaCatalog;
import io.cradle.schemas.wire.WireException;
import io.cradle.schemas.wire.WireFormat;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;

/** Makes entries for the oracle of records as they stand in a log. Ticks are no records. Not thread safe. */
public final class LogDecoder {
    private static final Comparator<LogEntry> IN_LOG = Comparator.comparingLong(LogEntry::logTimeMs)
            .thenComparing(LogEntry::topic)
            .thenComparingInt(LogEntry::partition)
            .thenComparingLong(LogEntry::offset);

    private final WireFormat wire;
    private final List<LogEntry> entries = new ArrayList<>();
    private final Map<String, Reason> rejected = new TreeMap<>();

    public LogDecoder(SchemaCatalog catalog) {
        this.wire = new WireFormat(catalog);
    }

    /** Adds a record; its append time is its log time. */
    public void add(LogRecord record) {
        if (record.tick()) {
            return;
        }
        String key = record.key() == null ? null : new String(record.key(), StandardCharsets.UTF_8);
        Optional<Reason> fault = fault(record, key);
        if (fault.isPresent()) {
            rejected.put(entry(record, key, null).position(), fault.get());
            return;
        }
        try {
            InputTopic topic = record.topic();
            entries.add(
                    entry(record, key, record.value() == null ? null : wire.decode(record.value(), topic.schema())));
        } catch (WireException e) {
            rejected.put(entry(record, key, null).position(), reason(e.reason()));
        }
    }

    /** What was added so far. */
    public DecodedLog log() {
        List<LogEntry> sorted = new ArrayList<>(entries);
        sorted.sort(IN_LOG);
        return new DecodedLog(List.copyOf(sorted), Map.copyOf(rejected));
    }

    /** A key is judged before its value: without one nobody can say what the value would stand for. */
    private static Optional<Reason> fault(LogRecord record, String key) {
        if (record.fault() != null) {
            return Optional.of(reason(record.fault().reason()));
        }
        if (key == null || key.isEmpty()) {
            return Optional.of(Reason.MISSING_FIELD);
        }
        List<String> fields = record.topic().keyFields();
        List<String> parts = RecordKey.split(key);
        for (int i = 0; i < fields.size(); i++) {
            boolean optional = fields.get(i).equals("valid_from");
            if (i >= parts.size() || (parts.get(i).isEmpty() && !optional)) {
                return Optional.of(Reason.MISSING_FIELD);
            }
        }
        return parts.size() == fields.size() ? Optional.empty() : Optional.of(Reason.UNDECODABLE);
    }

    private static Reason reason(String label) {
        return Reason.valueOf(label.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private static LogEntry entry(LogRecord record, String key, SpecificRecord value) {
        return new LogEntry(record.topic(), record.partition(), record.offset(), record.appendTimeMs(), key, value);
    }
}
