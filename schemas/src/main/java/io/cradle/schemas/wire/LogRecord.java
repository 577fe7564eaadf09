package io.cradle.schemas.wire;

/**
 * One record of the input log as a door hands it over: undecoded.
 *
 * @param topic the input topic
 * @param partition the partition; 0 for files
 * @param offset the offset in the partition; the line number for files
 * @param appendTimeMs append time (Kafka) or log time (files), ms since the epoch
 * @param key key bytes, or null
 * @param value value bytes, or null for a deletion
 * @param tick whether this is a tick: it only moves the watermark
 * @param fault what the door itself found wrong with the record, or null
 */
public record LogRecord(
        InputTopic topic,
        int partition,
        long offset,
        long appendTimeMs,
        byte[] key,
        byte[] value,
        boolean tick,
        Fault fault) {

    /** A record as it came from a log. */
    public static LogRecord of(InputTopic topic, int partition, long offset, long timeMs, byte[] key, byte[] value) {
        return new LogRecord(topic, partition, offset, timeMs, key, value, false, null);
    }

    /** A tick of a partition. */
    public static LogRecord tick(InputTopic topic, int partition, long offset, long timeMs) {
        return new LogRecord(topic, partition, offset, timeMs, null, null, true, null);
    }

    /**
     * Why a door could not make a record of what it read. {@code value} of the log record then holds the raw text.
     *
     * @param reason a name of the closed list of reasons, such as {@code undecodable}
     * @param detail what, where and what would be right
     */
    public record Fault(String reason, String detail) {}
}
