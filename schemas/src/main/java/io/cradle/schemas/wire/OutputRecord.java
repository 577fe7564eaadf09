package io.cradle.schemas.wire;

/**
 * One record on its way out.
 *
 * @param topic the output topic
 * @param asOfMs end of the epoch that it belongs to, ms
 * @param key key bytes
 * @param value wire bytes, or null for a deletion
 */
public record OutputRecord(OutputTopic topic, long asOfMs, byte[] key, byte[] value) {}
