package io.cradle.core.linear;

import java.util.Arrays;
import java.util.BitSet;

/**
 * An order in which inputs come before consumers wherever that is possible: component by component, and within a loop
 * with few edges that lead back. Any order settles; a good one settles in few rounds.
 */
final class Order {
    /** Up to here the order in which a depth-first search leaves the nodes is good enough. */
    private static final int SMALL_LOOP = 16;

    /** Old slots in the new order. */
    final int[] slots;

    /** Where the components of more than one node begin and end in the new order. */
    final int[] loopStarts;

    final int[] loopEnds;

    private final BitSet inLoops = new BitSet();

    private Order(int[] slots, int[] loopStarts, int[] loopEnds) {
        this.slots = slots;
        this.loopStarts = loopStarts;
        this.loopEnds = loopEnds;
        for (int i = 0; i < loopStarts.length; i++) {
            inLoops.set(loopStarts[i], loopEnds[i]);
        }
    }

    static Order none() {
        return new Order(new int[0], new int[0], new int[0]);
    }

    static Order of(EdgePool edges, int[] rows, int size) {
        Components components = Components.of(edges, rows, size, Components.Over.ALL);
        int[] slots = components.ordered();
        int[] starts = components.starts();
        int[] placeOf = new int[size];
        Arrays.fill(placeOf, -1);
        IntList loopStarts = new IntList();
        IntList loopEnds = new IntList();
        for (int i = 0; i + 1 < starts.length; i++) {
            if (starts[i + 1] - starts[i] > 1) {
                if (starts[i + 1] - starts[i] > SMALL_LOOP) {
                    int[] members = Arrays.copyOfRange(slots, starts[i], starts[i + 1]);
                    FeedbackOrder.sort(edges, rows, members, placeOf);
                    System.arraycopy(members, 0, slots, starts[i], members.length);
                }
                loopStarts.add(starts[i]);
                loopEnds.add(starts[i + 1]);
            }
        }
        return new Order(slots, loopStarts.toArray(), loopEnds.toArray());
    }

    /** Which loop a place of the order is in, or -1. */
    int loopAt(int place) {
        if (!inLoops.get(place)) {
            return -1;
        }
        int found = Arrays.binarySearch(loopStarts, place);
        return found >= 0 ? found : -found - 2;
    }

    /** Numbers by slot, so many for each, in this order; 0 for a slot that has none. */
    double[] of(double[] numbers, int width) {
        double[] ordered = new double[slots.length * width];
        for (int place = 0; place < slots.length; place++) {
            int from = slots[place] * width;
            if (from < numbers.length) {
                System.arraycopy(numbers, from, ordered, place * width, width);
            }
        }
        return ordered;
    }

    int[] of(int[] numbers) {
        int[] ordered = new int[slots.length];
        for (int place = 0; place < slots.length; place++) {
            ordered[place] = slots[place] < numbers.length ? numbers[slots[place]] : 0;
        }
        return ordered;
    }

    NodeSet of(NodeSet members) {
        NodeSet ordered = new NodeSet();
        for (int place = 0; !members.isEmpty() && place < slots.length; place++) {
            if (members.contains(slots[place])) {
                ordered.add(place);
            }
        }
        return ordered;
    }
}
