package io.cradle.rollup.golden;

/**
 * A record as it stands in a topic, ticks excepted.
 *
 * @param timestampMs append time
 * @param key key bytes, or null
 * @param value value bytes, or null
 */
record Message(String topic, int partition, long offset, long timestampMs, byte[] key, byte[] value) {
    String place() {
        return topic + "/" + partition;
    }
}
