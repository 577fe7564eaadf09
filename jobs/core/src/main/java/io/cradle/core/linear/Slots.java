package io.cradle.core.linear;

import io.cradle.core.footprint.Component;
import java.util.Arrays;

/** The numbers of one system, slot by slot. */
final class Slots {
    /** Numbers of a slot in {@link #values}: its components, and how urgent the cause is that moved it in this epoch. */
    static final int STRIDE = Component.COUNT + 1;

    /** Where the cause stands: {@link LinearSystem#NO_CAUSE} less its number, 0 for none. */
    static final int CAUSE = Component.COUNT;

    /** Where the row of each slot begins. */
    int[] rows = new int[0];

    /** Components of what each emits itself; null for nothing. */
    double[][] constants = new double[0][];

    double[] values = new double[0];

    /** What each slot at most is off by, and what it may be: two numbers a slot. */
    double[] off = new double[0];

    /** Causes that slots were marked with. */
    int[] marks = new int[0];

    /** Has room for so many slots. */
    void ensure(int size) {
        int had = marks.length;
        if (size > had) {
            int capacity = Math.max(size, had + (had >> 3) + 16);
            rows = Arrays.copyOf(rows, capacity);
            constants = Arrays.copyOf(constants, capacity);
            values = Arrays.copyOf(values, capacity * STRIDE);
            off = Arrays.copyOf(off, capacity * 2);
            marks = Arrays.copyOf(marks, capacity);
            Arrays.fill(marks, had, capacity, LinearSystem.NO_CAUSE);
        }
    }

    /** Moves everything to another order but the rows, which have moved already. */
    void reorder(Order order, int[] movedRows) {
        rows = movedRows;
        values = order.of(values, STRIDE);
        off = order.of(off, 2);
        marks = order.of(marks);
        double[][] ordered = new double[order.slots.length][];
        for (int place = 0; place < ordered.length; place++) {
            ordered[place] = constants[order.slots[place]];
        }
        constants = ordered;
    }

    /** Where the row of a slot begins, also of one that came later. */
    int row(int slot) {
        return slot < rows.length ? rows[slot] : EdgePool.EMPTY;
    }

    /** The most urgent cause that a slot was marked with or moved for. */
    int cause(int slot) {
        return slot < marks.length
                ? Math.min(marks[slot], LinearSystem.NO_CAUSE - (int) values[slot * STRIDE + CAUSE])
                : LinearSystem.NO_CAUSE;
    }

    void forgetCause(int slot) {
        marks[slot] = LinearSystem.NO_CAUSE;
        values[slot * STRIDE + CAUSE] = 0;
    }
}
