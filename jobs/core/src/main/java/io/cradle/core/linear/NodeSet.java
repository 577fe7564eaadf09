package io.cradle.core.linear;

import java.util.Arrays;

/**
 * A set of small ints in ascending order: a tree of bitmaps, 64 to one, so that the next member is found in a few steps
 * however far away it is.
 */
public final class NodeSet {
    private static final int LEVELS = 5;
    private static final int WORD = 6;

    /** Level 0 has a bit per member, every other one a bit per word of the level below that is not 0. */
    private final long[][] bits = new long[LEVELS][1];

    private int size;

    public int size() {
        return size;
    }

    public boolean isEmpty() {
        return size == 0;
    }

    public boolean contains(int member) {
        int word = member >>> WORD;
        return word < bits[0].length && (bits[0][word] & 1L << member) != 0;
    }

    /** Adds a member; whether it is new. */
    public boolean add(int member) {
        if (member >>> WORD >= bits[0].length) {
            grow(member);
        }
        if ((bits[0][member >>> WORD] & 1L << member) != 0) {
            return false;
        }
        size++;
        int at = member;
        for (int level = 0; level < LEVELS; level++) {
            int word = at >>> WORD;
            long before = bits[level][word];
            bits[level][word] = before | 1L << at;
            if (before != 0) {
                break;
            }
            at = word;
        }
        return true;
    }

    /** Removes a member; whether it was there. */
    public boolean remove(int member) {
        if (!contains(member)) {
            return false;
        }
        size--;
        int at = member;
        for (int level = 0; level < LEVELS; level++) {
            int word = at >>> WORD;
            bits[level][word] &= ~(1L << at);
            if (bits[level][word] != 0) {
                break;
            }
            at = word;
        }
        return true;
    }

    /** The smallest member that is at least this, or -1. */
    public int next(int from) {
        int at = from;
        for (int level = 0; level < LEVELS; level++) {
            int word = at >>> WORD;
            if (word >= bits[level].length) {
                return -1;
            }
            long rest = bits[level][word] & -1L << at;
            if (rest != 0) {
                return descend(level, (word << WORD) + Long.numberOfTrailingZeros(rest));
            }
            at = word + 1;
        }
        return -1;
    }

    private int descend(int level, int at) {
        int member = at;
        for (int below = level - 1; below >= 0; below--) {
            member = (member << WORD) + Long.numberOfTrailingZeros(bits[below][member]);
        }
        return member;
    }

    /** Removes every member; costs what the members cost. */
    public void clear() {
        if (size > bits[0].length) {
            for (long[] level : bits) {
                Arrays.fill(level, 0);
            }
            size = 0;
        }
        for (int member = next(0); member >= 0; member = next(member + 1)) {
            remove(member);
        }
    }

    public void addAll(NodeSet others) {
        for (int member = others.next(0); member >= 0; member = others.next(member + 1)) {
            add(member);
        }
    }

    private void grow(int member) {
        int words = Math.max(2 * bits[0].length, (member >>> WORD) + 1);
        for (int level = 0; level < LEVELS; level++) {
            bits[level] = Arrays.copyOf(bits[level], words);
            words = (words >>> WORD) + 1;
        }
    }
}
