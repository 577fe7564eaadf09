package io.cradle.cli.chaos;

import io.cradle.schemas.wire.InputTopic;
import io.cradle.schemas.wire.LogRecord;

/**
 * A record that is to be sent.
 *
 * @param atMs when, ms after the script begins
 * @param key bytes, or null
 * @param value bytes, or null for a deletion
 */
record ScriptedRecord(long atMs, InputTopic topic, byte[] key, byte[] value) {
    LogRecord toSend() {
        return LogRecord.of(topic, 0, 0, 0, key, value);
    }

    ScriptedRecord at(long newAtMs) {
        return new ScriptedRecord(newAtMs, topic, key, value);
    }
}
