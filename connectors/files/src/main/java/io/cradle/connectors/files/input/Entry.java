package io.cradle.connectors.files.input;

import io.cradle.schemas.wire.LogRecord;
import io.cradle.schemas.wire.RecordKey;
import java.nio.charset.StandardCharsets;

/**
 * What a row, or the rows of a bill, add to the log of their topic.
 *
 * @param logTimeMs stated log time, or {@link LogTimes#NONE}
 * @param line the first line of it
 * @param key the key's text
 * @param value wire bytes; null for a deletion; the raw text where there is a fault
 * @param fault why it is no record, or null
 */
record Entry(long logTimeMs, long line, String key, byte[] value, LogRecord.Fault fault) {
    private static final String UNDECODABLE = "undecodable";
    private static final String MISSING_FIELD = "missing-field";

    static Entry record(long logTimeMs, long line, String key, byte[] value) {
        return new Entry(logTimeMs, line, key, value, null);
    }

    static Entry deletion(long logTimeMs, long line, String key) {
        return new Entry(logTimeMs, line, key, null, null);
    }

    static Entry undecodable(long logTimeMs, long line, String key, String raw, String detail) {
        return fault(logTimeMs, line, key, raw, new LogRecord.Fault(UNDECODABLE, detail));
    }

    static Entry missingField(long logTimeMs, long line, String key, String raw, String detail) {
        return fault(logTimeMs, line, key, raw, new LogRecord.Fault(MISSING_FIELD, detail));
    }

    byte[] keyBytes() {
        return RecordKey.bytes(key);
    }

    private static Entry fault(long logTimeMs, long line, String key, String raw, LogRecord.Fault fault) {
        return new Entry(logTimeMs, line, key, raw.getBytes(StandardCharsets.UTF_8), fault);
    }
}
