package io.cradle.rollup.intake;

import io.cradle.core.Position;
import io.cradle.schemas.wire.InputTopic;

/**
 * A record that intake let through, on its way to its network: still in wire form, so that state holds what the log
 * holds.
 *
 * @param network the network, or the empty string for a factor
 * @param logTimeMs log time
 * @param value wire bytes, or null for a deletion
 */
public record KeyedChange(
        String network, InputTopic topic, int partition, long offset, long logTimeMs, byte[] key, byte[] value) {

    public Position position() {
        return new Position(logTimeMs, topic.topicName(), partition, offset);
    }
}
