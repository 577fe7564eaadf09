package io.cradle.rollup.intake;

import io.cradle.core.Position;
import io.cradle.schemas.wire.InputTopic;
import java.util.Arrays;

/** Goes through the records of a {@link RecordPage}; what it says is of the record that {@link #next} came to. */
public final class RecordCursor {
    private static final int TOPICS = RecordPage.TOPICS.length;

    private final Slice name = new Slice();
    private final Slice key = new Slice();
    private final Slice value = new Slice();
    private byte[] bytes = {};
    private int at;
    private int begin;
    private int end;
    private int topic;
    private long logTimeMs;
    private int partition;
    private long offset;
    private boolean deletes;

    /** Begins anew, with other records. */
    public RecordCursor moveTo(byte[] records, int length) {
        bytes = records;
        at = 0;
        end = length;
        return this;
    }

    /** Begins anew, with the record at a byte that {@link #begin} gave. */
    public RecordCursor moveTo(byte[] records, int length, int beginByte) {
        moveTo(records, length);
        at = beginByte;
        return this;
    }

    /** Where the record begins. */
    public int begin() {
        return begin;
    }

    /** Goes to the next record; false behind the last. */
    public boolean next() {
        if (at == end) {
            return false;
        }
        begin = at;
        topic = topic(slice(name));
        logTimeMs = number();
        partition = (int) number();
        offset = number();
        slice(key);
        deletes = number() == 0;
        if (!deletes) {
            slice(value);
        }
        return true;
    }

    public InputTopic topic() {
        return RecordPage.TOPICS[topic];
    }

    public int partition() {
        return partition;
    }

    public long offset() {
        return offset;
    }

    public long logTimeMs() {
        return logTimeMs;
    }

    public Position position() {
        return new Position(logTimeMs, topic().topicName(), partition, offset);
    }

    /** Moves on with the cursor. */
    public Slice key() {
        return key;
    }

    /** Wire bytes, or null for a deletion; moves on with the cursor. */
    public Slice value() {
        return deletes ? null : value;
    }

    /** The record, of a network, to be kept. */
    public KeyedChange record(String network) {
        return new KeyedChange(
                network, topic(), partition, offset, logTimeMs, key.copy(), deletes ? null : value.copy());
    }

    /** Most records are of the same topic as the one before. */
    private int topic(Slice said) {
        for (int i = topic; i < topic + TOPICS; i++) {
            byte[] known = RecordPage.TOPIC_NAMES[i % TOPICS];
            if (Arrays.equals(known, 0, known.length, bytes, said.from(), said.to())) {
                return i % TOPICS;
            }
        }
        throw new IllegalStateException("no topic has the name at byte " + said.from());
    }

    private Slice slice(Slice moved) {
        int length = (int) number();
        at += length;
        return moved.moveTo(bytes, at - length, at);
    }

    private long number() {
        long number = 0;
        int shift = 0;
        byte next;
        do {
            next = bytes[at++];
            number |= (long) (next & 0x7F) << shift;
            shift += 7;
        } while (next < 0);
        return (number >>> 1) ^ -(number & 1);
    }
}
