package io.cradle.testkit.realistic;

import java.util.Arrays;

/**
 * What one unit of a product is made of; filled anew for every product, so that a million of them leave nothing behind.
 * Inputs are nodes: factors first, then products (see {@link RealisticNetwork#node}). Amounts are whole millionths, so
 * that a decimal and a double say the same.
 */
public final class Recipe {
    private static final double MILLION = 1e6;

    private int[] inputs = new int[64];
    private int[] millionths = new int[64];
    private byte[] marks = new byte[64];
    private int size;

    /** How a line is marked. */
    enum Mark {
        PRIMARY,
        PACKAGING;

        byte bit() {
            return (byte) (1 << ordinal());
        }
    }

    public int size() {
        return size;
    }

    /** The node that a line takes of. */
    public int input(int line) {
        return inputs[line];
    }

    /** Units of the input per unit of the product; negative is a credit. */
    public double amount(int line) {
        return millionths[line] / MILLION;
    }

    public int millionths(int line) {
        return millionths[line];
    }

    public boolean isPrimary(int line) {
        return (marks[line] & Mark.PRIMARY.bit()) != 0;
    }

    public boolean isPackaging(int line) {
        return (marks[line] & Mark.PACKAGING.bit()) != 0;
    }

    void clear() {
        size = 0;
    }

    void add(int input) {
        if (size == inputs.length) {
            inputs = Arrays.copyOf(inputs, 2 * size);
            millionths = Arrays.copyOf(millionths, 2 * size);
            marks = Arrays.copyOf(marks, 2 * size);
        }
        inputs[size] = input;
        marks[size++] = 0;
    }

    /** At least a millionth: a line is there. */
    void amount(int line, double amount) {
        millionths[line] = (int) Math.max(1, Math.round(amount * MILLION));
    }

    void credit(int line) {
        millionths[line] = -millionths[line];
    }

    void mark(int line, Mark mark) {
        marks[line] |= mark.bit();
    }
}
