package io.cradle.connectors.kafka;

import io.cradle.schemas.wire.OutputTopic;
import org.apache.avro.specific.SpecificRecord;

/**
 * A record read from an output topic.
 *
 * @param topic the topic
 * @param partition the partition
 * @param offset the offset in the partition
 * @param appendTimeMs when the broker appended it, ms
 * @param key the key, or null
 * @param record the value, of the class of the topic's schema; null where the key was deleted
 */
public record Published(
        OutputTopic topic, int partition, long offset, long appendTimeMs, String key, SpecificRecord record) {}
