package io.cradle.rollup.intake;

import java.util.Arrays;

/**
 * A part of an array: a key or value that stands among others.
 *
 * @param from index of its first byte
 * @param to index behind its last byte
 */
public record Slice(byte[] array, int from, int to) {
    public static Slice of(byte[] whole) {
        return new Slice(whole, 0, whole.length);
    }

    public int length() {
        return to - from;
    }

    public byte[] copy() {
        return Arrays.copyOfRange(array, from, to);
    }
}
