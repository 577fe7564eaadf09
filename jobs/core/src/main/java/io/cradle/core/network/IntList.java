package io.cradle.core.network;

import java.util.Arrays;

/** A growing list of ints. */
final class IntList {
    private int[] items = new int[4];
    private int size;

    int size() {
        return size;
    }

    int get(int index) {
        return items[index];
    }

    void add(int item) {
        if (size == items.length) {
            items = Arrays.copyOf(items, 2 * size);
        }
        items[size++] = item;
    }

    void removeLast() {
        size--;
    }

    int[] toArray() {
        return Arrays.copyOf(items, size);
    }

    /** Removes one occurrence; the order of the rest may change. */
    void removeOne(int item) {
        for (int i = size - 1; i >= 0; i--) {
            if (items[i] == item) {
                items[i] = items[--size];
                return;
            }
        }
    }
}
