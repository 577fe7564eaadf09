package io.cradle.core.linear;

import java.util.Arrays;

/**
 * An order of the members of one component in which few edges lead back: what nothing left waits for goes first, what
 * nothing left needs goes last, and in between the member with the most consumers left over its inputs left (Eades, Lin
 * and Smyth, A fast and effective heuristic for the feedback arc set problem, 1993).
 */
final class FeedbackOrder {
    private static final int SPREAD = 64;

    private final int[] members;
    /** Inputs and consumers within the component, as places in {@link #members}. */
    private final int[][] neighbours = new int[2][];

    private final int[][] starts = new int[2][];
    private final int[] inputsLeft;
    private final int[] consumersLeft;
    private final NodeSet[] byDifference = new NodeSet[2 * SPREAD + 1];
    private final NodeSet free = new NodeSet();
    private final NodeSet unneeded = new NodeSet();
    private final boolean[] placed;

    private FeedbackOrder(EdgePool edges, int[] rows, int[] members, int[] placeOf) {
        this.members = members;
        int n = members.length;
        inputsLeft = new int[n];
        consumersLeft = new int[n];
        placed = new boolean[n];
        connect(edges, rows, placeOf);
        for (int i = 0; i < byDifference.length; i++) {
            byDifference[i] = new NodeSet();
        }
        for (int i = 0; i < n; i++) {
            file(i);
        }
    }

    /**
     * Puts members into order.
     *
     * @param placeOf scratch by slot; -1 everywhere before and after
     */
    static void sort(EdgePool edges, int[] rows, int[] members, int[] placeOf) {
        for (int i = 0; i < members.length; i++) {
            placeOf[members[i]] = i;
        }
        int[] sorted = new FeedbackOrder(edges, rows, members, placeOf).sorted();
        for (int member : members) {
            placeOf[member] = -1;
        }
        System.arraycopy(sorted, 0, members, 0, sorted.length);
    }

    private void connect(EdgePool edges, int[] rows, int[] placeOf) {
        int n = members.length;
        starts[0] = new int[n + 1];
        starts[1] = new int[n + 1];
        for (int pass = 0; pass < 2; pass++) {
            int[] nextConsumer = pass == 0 ? null : Arrays.copyOf(starts[1], n);
            int next = 0;
            for (int i = 0; i < n; i++) {
                int row = rows[members[i]];
                for (int at = row + 1; at <= row + edges.count(row); at++) {
                    int input = placeOf[EdgePool.slot(edges.heads[at])];
                    if (input < 0 || input == i) {
                        continue;
                    }
                    if (pass == 0) {
                        inputsLeft[i]++;
                        consumersLeft[input]++;
                    } else {
                        neighbours[0][next++] = input;
                        neighbours[1][nextConsumer[input]++] = i;
                    }
                }
            }
            if (pass == 0) {
                for (int i = 0; i < n; i++) {
                    starts[0][i + 1] = starts[0][i] + inputsLeft[i];
                    starts[1][i + 1] = starts[1][i] + consumersLeft[i];
                }
                neighbours[0] = new int[starts[0][n]];
                neighbours[1] = new int[starts[1][n]];
            }
        }
    }

    private int[] sorted() {
        int n = members.length;
        int[] sorted = new int[n];
        int first = 0;
        int last = n;
        while (first < last) {
            int next = unneeded.next(0);
            if (next >= 0) {
                sorted[--last] = members[next];
            } else {
                next = free.next(0);
                if (next < 0) {
                    next = mostWanted();
                }
                sorted[first++] = members[next];
            }
            place(next);
        }
        return sorted;
    }

    private int mostWanted() {
        for (int i = byDifference.length - 1; i >= 0; i--) {
            int member = byDifference[i].next(0);
            if (member >= 0) {
                return member;
            }
        }
        throw new IllegalStateException("nothing is left");
    }

    private void place(int member) {
        unfile(member);
        placed[member] = true;
        for (int i = starts[0][member]; i < starts[0][member + 1]; i++) {
            int input = neighbours[0][i];
            if (!placed[input]) {
                unfile(input);
                consumersLeft[input]--;
                file(input);
            }
        }
        for (int i = starts[1][member]; i < starts[1][member + 1]; i++) {
            int consumer = neighbours[1][i];
            if (!placed[consumer]) {
                unfile(consumer);
                inputsLeft[consumer]--;
                file(consumer);
            }
        }
    }

    private void file(int member) {
        in(member).add(member);
    }

    private void unfile(int member) {
        in(member).remove(member);
    }

    private NodeSet in(int member) {
        if (consumersLeft[member] == 0) {
            return unneeded;
        }
        if (inputsLeft[member] == 0) {
            return free;
        }
        int difference = consumersLeft[member] - inputsLeft[member];
        return byDifference[SPREAD + Math.max(-SPREAD, Math.min(SPREAD, difference))];
    }
}
