package io.cradle.rollup.intake;

import io.cradle.schemas.wire.InputTopic;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Records one after the other, as they stand in state: each the Avro binary of a {@code StoredFact}. A
 * {@link RecordCursor} reads them.
 */
public final class RecordPage {
    /** More than all that stands around topic, key and value of a record takes. */
    private static final int FRAME_BYTES = 64;

    static final InputTopic[] TOPICS = InputTopic.values();
    static final byte[][] TOPIC_NAMES = Arrays.stream(TOPICS)
            .map(topic -> topic.topicName().getBytes(StandardCharsets.UTF_8))
            .toArray(byte[][]::new);

    private byte[] bytes;
    private int length;
    private int count;

    public RecordPage(int roomBytes) {
        bytes = new byte[roomBytes];
    }

    /** The bytes, of which only the first are used. */
    public byte[] bytes() {
        return bytes;
    }

    /** How many of the bytes are used. */
    public int length() {
        return length;
    }

    /** How many records they are. */
    public int count() {
        return count;
    }

    /** How many more bytes fit. */
    public int room() {
        return bytes.length - length;
    }

    /** Makes room for so many bytes in all. */
    public void growTo(int roomBytes) {
        bytes = Arrays.copyOf(bytes, roomBytes);
    }

    /** Empties it, to be filled anew. */
    public RecordPage cleared() {
        length = 0;
        count = 0;
        return this;
    }

    /** As many bytes as a record takes at most. */
    public static int most(KeyedChange change) {
        return most(change.topic(), change.key(), change.value());
    }

    static int most(InputTopic topic, byte[] key, byte[] value) {
        return FRAME_BYTES + TOPIC_NAMES[topic.ordinal()].length + key.length + (value == null ? 0 : value.length);
    }

    /** Appends a record; there is room for it. */
    public void add(KeyedChange change) {
        add(change.topic(), change.partition(), change.offset(), change.logTimeMs(), change.key(), change.value());
    }

    void add(InputTopic topic, int partition, long offset, long logTimeMs, byte[] key, byte[] value) {
        sequence(TOPIC_NAMES[topic.ordinal()]);
        number(logTimeMs);
        number(partition);
        number(offset);
        sequence(key);
        number(value == null ? 0 : 1);
        if (value != null) {
            sequence(value);
        }
        count++;
    }

    /** Appends the records of a batch; there is room for them. */
    public void add(RecordBatch batch) {
        append(batch.bytes());
        count += batch.count();
    }

    /** Takes everything out. */
    byte[] take() {
        byte[] taken = Arrays.copyOf(bytes, length);
        length = 0;
        count = 0;
        return taken;
    }

    private void sequence(byte[] sequence) {
        number(sequence.length);
        append(sequence);
    }

    private void append(byte[] more) {
        System.arraycopy(more, 0, bytes, length, more.length);
        length += more.length;
    }

    /** A number of Avro: zigzag, seven bits at a time, the lowest first. */
    private void number(long value) {
        long left = (value << 1) ^ (value >> 63);
        while ((left & ~0x7FL) != 0) {
            bytes[length++] = (byte) ((left & 0x7F) | 0x80);
            left >>>= 7;
        }
        bytes[length++] = (byte) left;
    }
}
