package io.cradle.rollup.harness;

import io.cradle.connectors.files.rows.Column;
import io.cradle.connectors.files.rows.CsvText;
import io.cradle.connectors.files.rows.TopicColumns;
import io.cradle.schemas.BillOfMaterials;
import io.cradle.schemas.wire.InputTopic;
import io.cradle.schemas.wire.RecordKey;
import io.cradle.testkit.oracle.LogEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.specific.SpecificRecord;

/** Writes logs as the files of a bounded run, one CSV file per topic. */
public final class CsvLog {
    private final boolean withLogTime;
    private final Map<InputTopic, List<String>> lines = new EnumMap<>(InputTopic.class);
    private final List<LogEntry> asRead = new ArrayList<>();

    private CsvLog(boolean withLogTime) {
        this.withLogTime = withLogTime;
    }

    /**
     * Writes a log in its order.
     *
     * @param withLogTime whether the files have a log_time column
     * @return the log as the files say it: partition 0, offsets that are line numbers
     */
    public static List<LogEntry> write(Path directory, List<LogEntry> log, boolean withLogTime) throws IOException {
        CsvLog files = new CsvLog(withLogTime);
        files.header();
        log.forEach(files::add);
        for (Map.Entry<InputTopic, List<String>> file : files.lines.entrySet()) {
            Files.write(directory.resolve(file.getKey().topicName() + ".csv"), file.getValue());
        }
        return files.asRead;
    }

    /**
     * What files can say of a log: a file has no keys beside its columns, and only one bill per key and log time, so of
     * two the later one remains.
     */
    public static List<LogEntry> expressible(List<LogEntry> log) {
        List<LogEntry> kept = new ArrayList<>();
        Set<String> billsBehind = new HashSet<>();
        for (int i = log.size() - 1; i >= 0; i--) {
            LogEntry entry = log.get(i);
            boolean ownKey = entry.isDeletion()
                    || RecordKey.of(entry.topic(), entry.value()).equals(entry.key());
            boolean only = entry.topic() != InputTopic.BILLS_OF_MATERIALS
                    || billsBehind.add(entry.key() + " at " + entry.logTimeMs());
            if (ownKey && only) {
                kept.add(0, entry);
            }
        }
        return kept;
    }

    private void header() {
        for (InputTopic topic : InputTopic.values()) {
            List<String> names = new ArrayList<>(TopicColumns.of(topic).names());
            if (!withLogTime) {
                names.remove(TopicColumns.LOG_TIME);
            }
            lines.put(topic, new ArrayList<>(List.of(CsvText.line(names.toArray(String[]::new)))));
        }
    }

    private void add(LogEntry entry) {
        List<String> file = lines.get(entry.topic());
        asRead.add(entry.at(0, file.size() + 1, entry.logTimeMs()));
        if (entry.isDeletion()) {
            file.add(deletion(entry));
        } else if (entry.value() instanceof BillOfMaterials bill
                && !bill.getLines().isEmpty()) {
            bill.getLines().forEach(line -> file.add(row(entry, line)));
        } else {
            file.add(row(entry, null));
        }
    }

    private String row(LogEntry entry, SpecificRecord billLine) {
        List<String> cells = new ArrayList<>();
        for (Column column : TopicColumns.of(entry.topic()).columns()) {
            Object value = entry.value().get(column.field());
            if (column.isNested()) {
                IndexedRecord nested = value instanceof IndexedRecord inner ? inner : billLine;
                value = nested == null ? null : nested.get(column.nested());
            }
            cells.add(text(value));
        }
        return finished(cells, "", entry);
    }

    private String deletion(LogEntry entry) {
        List<String> parts = RecordKey.split(entry.key());
        List<String> cells = new ArrayList<>();
        for (Column column : TopicColumns.of(entry.topic()).columns()) {
            int part = column.isNested() ? -1 : entry.topic().keyFields().indexOf(column.name());
            cells.add(part < 0 ? "" : parts.get(part));
        }
        return finished(cells, "delete", entry);
    }

    private String finished(List<String> cells, String op, LogEntry entry) {
        cells.add(op);
        if (withLogTime) {
            cells.add(Instant.ofEpochMilli(entry.logTimeMs()).toString());
        }
        return CsvText.line(cells.toArray(String[]::new));
    }

    private static String text(Object value) {
        if (value instanceof List<?> identifiers) {
            return String.join(";", identifiers.stream().map(Object::toString).toList());
        }
        return value == null ? "" : value.toString();
    }
}
