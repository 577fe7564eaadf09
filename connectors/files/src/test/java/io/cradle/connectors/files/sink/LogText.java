package io.cradle.connectors.files.sink;

import io.cradle.schemas.wire.LogRecord;
import io.cradle.schemas.wire.SchemaCatalog;
import io.cradle.schemas.wire.WireException;
import io.cradle.schemas.wire.WireFormat;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** A log record on a line, for golden files: where, when, key, what. */
public final class LogText {
    private static final WireFormat WIRE = new WireFormat(SchemaCatalog.bundled());

    private LogText() {}

    public static String of(LogRecord record) {
        return record.topic().topicName() + " line " + record.offset() + " at "
                + Instant.ofEpochMilli(record.appendTimeMs()) + "\n  " + says(record);
    }

    /** Key and content alone: what must not depend on the form of the file. */
    public static String says(LogRecord record) {
        return record.tick() ? "tick" : text(record.key()) + "\n  " + value(record);
    }

    private static String value(LogRecord record) {
        if (record.fault() != null) {
            return record.fault().reason() + ": " + record.fault().detail() + "\n  "
                    + text(record.value()).replace("\n", "\n  ");
        }
        if (record.value() == null) {
            return "deleted";
        }
        try {
            return RecordJson.of(WIRE.decode(record.value(), record.topic().schema()));
        } catch (WireException e) {
            throw new AssertionError(e);
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
