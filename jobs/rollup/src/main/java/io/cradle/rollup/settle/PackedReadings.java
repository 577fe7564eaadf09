package io.cradle.rollup.settle;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/** Triples (start, end, micro-units) as variable-length numbers: start minus previous start, length, micro-units. */
final class PackedReadings {
    private PackedReadings() {}

    static byte[] pack(long[] triples) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(triples.length * 3);
        long previous = 0;
        for (int i = 0; i < triples.length; i += 3) {
            write(triples[i] - previous, out);
            write(triples[i + 1] - triples[i], out);
            write(triples[i + 2], out);
            previous = triples[i];
        }
        return out.toByteArray();
    }

    static long[] unpack(byte[] bytes) {
        ByteArrayInputStream in = new ByteArrayInputStream(bytes);
        List<Long> triples = new ArrayList<>();
        long previous = 0;
        while (in.available() > 0) {
            previous += read(in);
            triples.add(previous);
            triples.add(previous + read(in));
            triples.add(read(in));
        }
        return triples.stream().mapToLong(Long::longValue).toArray();
    }

    /** Zigzag, seven bits at a time. */
    private static void write(long value, ByteArrayOutputStream out) {
        long left = (value << 1) ^ (value >> 63);
        while ((left & ~0x7FL) != 0) {
            out.write((int) ((left & 0x7F) | 0x80));
            left >>>= 7;
        }
        out.write((int) left);
    }

    private static long read(ByteArrayInputStream in) {
        long value = 0;
        int shift = 0;
        int next;
        do {
            next = in.read();
            value |= (long) (next & 0x7F) << shift;
            shift += 7;
        } while ((next & 0x80) != 0);
        return (value >>> 1) ^ -(value & 1);
    }
}
