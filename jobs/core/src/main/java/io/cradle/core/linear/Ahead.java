package io.cradle.core.linear;

import java.util.Arrays;

/**
 * Reads what the next dirty slots will need before any of them is evaluated. One evaluation waits for memory some eight
 * times, each time for the address of the next read; of several slots at once the memory answers together. Changes nothing.
 */
final class Ahead {
    private static final int SLOTS = 8;

    /** Rows and lists of consumers are read up to here; longer ones are read in order, which needs no help. */
    private static final int LONGEST = 24;

    private static final int DOUBLES_PER_LINE = 8;

    /** Slots remembered, less one: a power of two less one. */
    private static final int RECENT = 255;

    private final Structure structure;
    private final Slots slots;
    private final int[] next = new int[SLOTS];
    private final int[] rows = new int[SLOTS];
    /** Slots that were read a moment ago, by their last bits. */
    private final int[] recent = new int[RECENT + 1];

    /** What was read, added up, so that the compiler cannot leave the reads out. */
    double read;

    Ahead(Structure structure, Slots slots) {
        this.structure = structure;
        this.slots = slots;
    }

    /** Reads for a dirty slot and for the next ones below {@code end}, where that was not done a moment ago. */
    void read(NodeSet dirty, int slot, int end) {
        if (recent[slot & RECENT] == slot) {
            return;
        }
        int count = 0;
        for (int at = slot, seen = 0; at >= 0 && at < end && seen < SLOTS; at = dirty.next(at + 1), seen++) {
            if (recent[at & RECENT] != at) {
                recent[at & RECENT] = at;
                next[count++] = at;
            }
        }
        readRows(count);
        readInputs(count);
    }

    /** Begins again: what was read is cold by now. */
    void forget() {
        Arrays.fill(recent, -1);
    }

    private void readRows(int count) {
        Consumers consumers = structure.consumers();
        double sum = 0;
        int places = 0;
        for (int i = 0; i < count; i++) {
            int slot = next[i];
            rows[i] = slots.rows[slot];
            places += consumers.start(slot) + consumers.count(slot) + structure.node(slot);
            sum += line(slots.values, slot);
        }
        read += sum + places;
    }

    private static double line(double[] values, int slot) {
        int base = slot * Slots.STRIDE;
        return values[base]
                + values[base + DOUBLES_PER_LINE]
                + values[base + 2 * DOUBLES_PER_LINE]
                + values[base + Slots.CAUSE];
    }

    private void readInputs(int count) {
        EdgePool edges = structure.edges();
        Consumers consumers = structure.consumers();
        double[] values = slots.values;
        double[] off = slots.off;
        int[] heads = edges.heads;
        double sum = 0;
        for (int i = 0; i < count; i++) {
            int slot = next[i];
            sum += heads[rows[i]] + edges.coefficients[rows[i]] + off[2 * slot];
            if (consumers.count(slot) > 0) {
                sum += consumers.at(consumers.start(slot)) + consumers.amount(consumers.start(slot));
            }
        }
        for (int i = 0; i < count; i++) {
            int row = rows[i];
            int last = row + Math.min(LONGEST, heads[row]);
            for (int at = row + 1; at <= last; at++) {
                sum += line(values, EdgePool.slot(heads[at]));
            }
            sum += edges.coefficients[last];
            int slot = next[i];
            int start = consumers.start(slot);
            int known = Math.min(LONGEST, consumers.count(slot));
            for (int at = start; at < start + known; at++) {
                sum += off[2 * consumers.at(at)] + consumers.amount(at);
            }
        }
        read += sum;
    }
}
