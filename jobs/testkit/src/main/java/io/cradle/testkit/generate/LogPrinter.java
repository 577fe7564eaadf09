package io.cradle.testkit.generate;

import io.cradle.testkit.oracle.LogEntry;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;

/** Prints a log for people: one line per record, absent fields left out. */
public final class LogPrinter {
    private LogPrinter() {}

    public static String print(List<LogEntry> log) {
        return log.stream().map(LogPrinter::line).collect(Collectors.joining("\n"));
    }

    /** Log time, topic/partition/offset, key, and the fields that the key does not say. */
    public static String line(LogEntry entry) {
        String value = entry.isDeletion() ? "deleted" : fields(entry.value(), entry);
        return Instant.ofEpochMilli(entry.logTimeMs()) + " " + entry.position() + " " + entry.key() + ": " + value;
    }

    private static String fields(IndexedRecord record, LogEntry entry) {
        List<Schema.Field> fields = record.getSchema().getFields();
        return fields.stream()
                .filter(field -> entry == null || !entry.topic().keyFields().contains(field.name()))
                .filter(field -> record.get(field.pos()) != null)
                .map(field -> field.name() + "=" + text(record.get(field.pos())))
                .filter(text -> !text.endsWith("=[]") && !text.endsWith("={}"))
                .collect(Collectors.joining(", "));
    }

    private static String text(Object value) {
        if (value instanceof IndexedRecord record) {
            return "{" + fields(record, null) + "}";
        }
        if (value instanceof List<?> list) {
            return list.stream().map(LogPrinter::text).collect(Collectors.joining("; ", "[", "]"));
        }
        return value.toString();
    }
}
