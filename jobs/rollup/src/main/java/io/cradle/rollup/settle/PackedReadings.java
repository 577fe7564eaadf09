package io.cradle.rollup.settle;

import java.util.Arrays;

/** Triples (start, end, micro-units) as variable-length numbers: start minus previous start, length, micro-units. */
final class PackedReadings {
    /** Of a number of 64 bits in groups of seven. */
    private static final int MAX_NUMBER_BYTES = 10;

    private final byte[] bytes;
    private int at;

    private PackedReadings(byte[] bytes) {
        this.bytes = bytes;
    }

    static byte[] pack(long[] triples) {
        PackedReadings packed = new PackedReadings(new byte[triples.length * MAX_NUMBER_BYTES]);
        long previous = 0;
        for (int i = 0; i < triples.length; i += 3) {
            packed.write(triples[i] - previous);
            packed.write(triples[i + 1] - triples[i]);
            packed.write(triples[i + 2]);
            previous = triples[i];
        }
        return Arrays.copyOf(packed.bytes, packed.at);
    }

    static long[] unpack(byte[] bytes) {
        PackedReadings packed = new PackedReadings(bytes);
        long[] triples = new long[packed.count()];
        long previous = 0;
        for (int i = 0; i < triples.length; i += 3) {
            triples[i] = previous + packed.read();
            triples[i + 1] = triples[i] + packed.read();
            triples[i + 2] = packed.read();
            previous = triples[i];
        }
        return triples;
    }

    /** How many numbers there are: each ends in a byte whose highest bit is not set. */
    private int count() {
        int count = 0;
        for (byte b : bytes) {
            count += b >= 0 ? 1 : 0;
        }
        return count;
    }

    /** Zigzag, seven bits at a time. */
    private void write(long value) {
        long left = (value << 1) ^ (value >> 63);
        while ((left & ~0x7FL) != 0) {
            bytes[at++] = (byte) ((left & 0x7F) | 0x80);
            left >>>= 7;
        }
        bytes[at++] = (byte) left;
    }

    private long read() {
        long value = 0;
        int shift = 0;
        byte next;
        do {
            next = bytes[at++];
            value |= (long) (next & 0x7F) << shift;
            shift += 7;
        } while (next < 0);
        return (value >>> 1) ^ -(value & 1);
    }
}
