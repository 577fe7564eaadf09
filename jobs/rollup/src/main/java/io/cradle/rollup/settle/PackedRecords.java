package io.cradle.rollup.settle;

import io.cradle.core.Position;
import io.cradle.rollup.intake.KeyedChange;
import io.cradle.rollup.intake.Slice;
import io.cradle.schemas.wire.InputTopic;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Records that wait, as they would stand in state: Avro binary of {@code StoredFact}, one after the other. A backlog of
 * millions is thus a few large arrays, which a collector of garbage moves at the speed of memory, and a checkpoint takes
 * them as they are.
 */
final class PackedRecords {
    private static final int FIRST_BYTES = 1 << 9;
    private static final int PAGE_BYTES = 1 << 16;
    /** More than all that stands around topic, key and value of a record takes. */
    private static final int FRAME_BYTES = 64;

    private static final InputTopic[] TOPICS = InputTopic.values();
    private static final byte[][] TOPIC_NAMES = Arrays.stream(TOPICS)
            .map(topic -> topic.topicName().getBytes(StandardCharsets.UTF_8))
            .toArray(byte[][]::new);

    /** Some records. */
    static final class Page {
        private byte[] bytes;
        private int length;
        private int count;

        private Page(int bytes) {
            this.bytes = new byte[bytes];
        }

        byte[] bytes() {
            return bytes;
        }

        /** How many of the bytes are used. */
        int length() {
            return length;
        }

        /** How many records they are. */
        int count() {
            return count;
        }

        private void number(long value) {
            long left = (value << 1) ^ (value >> 63);
            while ((left & ~0x7FL) != 0) {
                bytes[length++] = (byte) ((left & 0x7F) | 0x80);
                left >>>= 7;
            }
            bytes[length++] = (byte) left;
        }

        private void sequence(byte[] sequence) {
            number(sequence.length);
            System.arraycopy(sequence, 0, bytes, length, sequence.length);
            length += sequence.length;
        }
    }

    private final List<Page> pages = new ArrayList<>(1);
    private int size;

    int size() {
        return size;
    }

    List<Page> pages() {
        return pages;
    }

    void add(KeyedChange change) {
        byte[] topic = TOPIC_NAMES[change.topic().ordinal()];
        byte[] value = change.value();
        Page page = page(FRAME_BYTES + topic.length + change.key().length + (value == null ? 0 : value.length));
        page.sequence(topic);
        page.number(change.logTimeMs());
        page.number(change.partition());
        page.number(change.offset());
        page.sequence(change.key());
        page.number(value == null ? 0 : 1);
        if (value != null) {
            page.sequence(value);
        }
        page.count++;
        size++;
    }

    /** The last page, with so much room, or a new one. */
    private Page page(int room) {
        if (pages.isEmpty()) {
            pages.add(new Page(Math.max(FIRST_BYTES, room)));
        }
        Page last = pages.get(pages.size() - 1);
        if (last.bytes.length - last.length >= room) {
            return last;
        }
        if (2 * last.bytes.length <= PAGE_BYTES && 2 * last.bytes.length - last.length >= room) {
            last.bytes = Arrays.copyOf(last.bytes, 2 * last.bytes.length);
            return last;
        }
        Page next = new Page(Math.max(PAGE_BYTES, room));
        pages.add(next);
        return next;
    }

    Cursor cursor() {
        return new Cursor();
    }

    /** Goes through the records; what it says is of the record that {@link #next} came to. */
    final class Cursor {
        private int pageNumber = -1;
        private byte[] bytes = {};
        private int at;
        private int end;
        private int topic;
        private long logTimeMs;
        private int partition;
        private long offset;
        private final Slice key = new Slice();
        private final Slice value = new Slice();
        private boolean deletes;

        /** Goes to the next record; false behind the last. */
        boolean next() {
            if (at == end) {
                if (++pageNumber == pages.size()) {
                    return false;
                }
                Page page = pages.get(pageNumber);
                bytes = page.bytes;
                at = 0;
                end = page.length;
            }
            topic = topic(slice(key));
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

        InputTopic topic() {
            return TOPICS[topic];
        }

        int partition() {
            return partition;
        }

        long offset() {
            return offset;
        }

        Position position() {
            return new Position(logTimeMs, topic().topicName(), partition, offset);
        }

        /** Moves on with the cursor. */
        Slice key() {
            return key;
        }

        /** Wire bytes, or null for a deletion; moves on with the cursor. */
        Slice value() {
            return deletes ? null : value;
        }

        KeyedChange record(String network) {
            return new KeyedChange(
                    network,
                    topic(),
                    partition,
                    offset,
                    logTimeMs,
                    key.copy(),
                    deletes ? null : value.copy());
        }

        private int topic(Slice name) {
            // Most records are of the same topic as the one before.
            for (int i = topic; i < topic + TOPICS.length; i++) {
                byte[] known = TOPIC_NAMES[i % TOPICS.length];
                if (Arrays.equals(known, 0, known.length, bytes, name.from(), name.to())) {
                    return i % TOPICS.length;
                }
            }
            throw new IllegalStateException("no topic has the name at byte " + name.from());
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
}
