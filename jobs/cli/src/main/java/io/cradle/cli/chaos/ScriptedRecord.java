package io.cradle.cli.chaos;

import io.cradle.schemas.wire.InputTopic;
import io.cradle.schemas.wire.LogRecord;

/**
 * A record that is to be sent.
 *
 * @param manner how it comes to be sent
 * @param atMs when, ms after the script begins
 * @param key bytes, or null
 * @param value bytes, or null for a deletion
 */
record ScriptedRecord(Manner manner, long atMs, InputTopic topic, byte[] key, byte[] value) {
    /** How a record comes to be sent. */
    enum Manner {
        AS_IT_IS,
        /** So that others overtake it. */
        HELD_BACK,
        /** A second time. */
        AGAIN,
        SPOILT
    }

    LogRecord toSend() {
        return LogRecord.of(topic, 0, 0, 0, key, value);
    }

    ScriptedRecord at(Manner newManner, long newAtMs) {
        return new ScriptedRecord(newManner, newAtMs, topic, key, value);
    }
}
