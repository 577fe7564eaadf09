package io.cradle.rollup.intake;

import java.util.Arrays;

/**
 * A part of an array: a key or value that stands among others. It can be moved to another part, so that going through
 * many of them makes no garbage; whoever is given one uses it before it moves. Not thread safe.
 */
public final class Slice {
    private byte[] array = {};
    private int from;
    private int to;

    /**
     * Moves to a part of an array.
     *
     * @param fromByte index of its first byte
     * @param toByte index behind its last byte
     */
    public Slice moveTo(byte[] bytes, int fromByte, int toByte) {
        array = bytes;
        from = fromByte;
        to = toByte;
        return this;
    }

    /** Moves to the whole of an array. */
    Slice moveTo(byte[] bytes) {
        return moveTo(bytes, 0, bytes.length);
    }

    /** The array, of which only a part belongs to it. */
    public byte[] array() {
        return array;
    }

    /** Index of its first byte. */
    public int from() {
        return from;
    }

    /** Index behind its last byte. */
    public int to() {
        return to;
    }

    public int length() {
        return to - from;
    }

    public byte[] copy() {
        return Arrays.copyOfRange(array, from, to);
    }
}
