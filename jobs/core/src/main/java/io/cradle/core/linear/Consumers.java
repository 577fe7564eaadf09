package io.cradle.core.linear;

import java.util.Arrays;

/**
 * Who may take of a node, and how much at most, in any period: a superset. An edge that goes or changes leaves its entry
 * behind until the structure is numbered again, which costs a look at a node that turns out not to care.
 */
final class Consumers {
    private int[] starts = new int[16];
    private int[] counts = new int[16];
    private int[] capacities = new int[16];
    private int[] pool = new int[16];
    private float[] amounts = new float[16];
    private int end;

    int count(int slot) {
        return slot < counts.length ? counts[slot] : 0;
    }

    /** The place of the first consumer of a slot; the others follow. */
    int start(int slot) {
        return slot < starts.length ? starts[slot] : 0;
    }

    int at(int place) {
        return pool[place];
    }

    /** What the consumer at a place takes at most, over all its entries. */
    float amount(int place) {
        return amounts[place];
    }

    /** Makes room for lists of known lengths, in order. */
    void reset(int[] lengths, int slots) {
        starts = new int[slots];
        counts = new int[slots];
        capacities = new int[slots];
        long places = 0;
        for (int slot = 0; slot < slots; slot++) {
            starts[slot] = (int) places;
            capacities[slot] = lengths[slot] + (lengths[slot] >> 3);
            places += capacities[slot];
        }
        pool = new int[Math.toIntExact(places)];
        amounts = new float[pool.length];
        end = pool.length;
    }

    /** Adds an edge of a coefficient. */
    void add(int slot, int consumer, double coefficient) {
        if (slot >= counts.length) {
            int length = Math.max(slot + 1, 2 * counts.length);
            starts = Arrays.copyOf(starts, length);
            counts = Arrays.copyOf(counts, length);
            capacities = Arrays.copyOf(capacities, length);
        }
        if (counts[slot] == capacities[slot]) {
            move(slot);
        }
        int place = starts[slot] + counts[slot]++;
        pool[place] = consumer;
        amounts[place] = Math.nextUp((float) Math.abs(coefficient));
    }

    private void move(int slot) {
        int capacity = capacities[slot] + (capacities[slot] >> 1) + 4;
        if (end + capacity > pool.length) {
            int length = Math.max(end + capacity, pool.length + (pool.length >> 1));
            pool = Arrays.copyOf(pool, length);
            amounts = Arrays.copyOf(amounts, length);
        }
        System.arraycopy(pool, starts[slot], pool, end, counts[slot]);
        System.arraycopy(amounts, starts[slot], amounts, end, counts[slot]);
        starts[slot] = end;
        capacities[slot] = capacity;
        end += capacity;
    }
}
