package io.cradle.cli.rejected;

import io.cradle.core.Position;
import io.cradle.core.RejectedException;
import io.cradle.core.Rejection;
import io.cradle.rollup.intake.ChangeReader;
import io.cradle.schemas.wire.InputTopic;
import io.cradle.schemas.wire.LogRecord;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A record that is to be published in the place of a rejected one.
 *
 * @param source where it is from
 * @param key key bytes, or null
 * @param value wire bytes, or null for a deletion
 */
record Correction(String source, InputTopic topic, byte[] key, byte[] value) {

    /** A rejected record unchanged. */
    static Correction asItIs(Rejected rejected) {
        return new Correction(rejected.position(), rejected.topic(), rejected.key(), rejected.value());
    }

    /** Why the job's intake would reject it at a log time, whatever other records say. */
    Optional<Rejection> refusal(ChangeReader intake, long logTimeMs) {
        Position position = new Position(logTimeMs, topic.topicName(), 0, 0);
        try {
            if (topic == InputTopic.EMISSION_FACTORS) {
                intake.readFactor(position, key, value);
            } else {
                intake.read(topic, position, key, value);
            }
            return Optional.empty();
        } catch (RejectedException e) {
            return Optional.of(e.rejection());
        }
    }

    LogRecord record() {
        return LogRecord.of(topic, 0, 0, 0, key, value);
    }

    String name() {
        return topic.topicName() + " " + (key == null ? "without a key" : new String(key, StandardCharsets.UTF_8))
                + (value == null ? " (deletion)" : "");
    }
}
