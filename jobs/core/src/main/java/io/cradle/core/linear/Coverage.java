package io.cradle.core.linear;

import java.util.Arrays;

/**
 * Knows which nodes are incomplete: not fully covered themselves, or taking of one that is incomplete inside their
 * footprint. Each carries its distance from a cause, so that a node stays incomplete without a search while one of its
 * inputs is nearer to a cause than it is; loops of nodes that have only each other left are found that way (Even and
 * Shiloach, An on-line edge-deletion problem, 1981).
 */
final class Coverage {
    /** Distance of a complete node. */
    private static final int NONE = 0;

    private final Structure structure;
    private final Slots slots;
    private final NodeSet open = new NodeSet();
    private final NodeSet doubtful = new NodeSet();
    /** 1 for a node that is not covered itself, one more for every step from it. */
    private int[] distance = new int[0];

    Coverage(Structure structure, Slots slots) {
        this.structure = structure;
        this.slots = slots;
    }

    boolean isIncomplete(int slot) {
        return slot < distance.length && distance[slot] != NONE;
    }

    void reorder(Order order) {
        distance = order.of(distance);
    }

    /**
     * Judges after rows have changed.
     *
     * @param changed slots whose edges or own coverage changed
     * @param turned receives the slots that have become complete or incomplete
     */
    void judge(NodeSet changed, NodeSet turned) {
        if (distance.length < structure.size()) {
            distance = Arrays.copyOf(distance, Math.max(structure.size(), distance.length + (distance.length >> 2)));
        }
        IntList lost = letGo(changed);
        open.addAll(changed);
        for (int i = 0; i < lost.size(); i++) {
            open.add(lost.get(i));
            turned.add(lost.get(i));
        }
        while (!open.isEmpty()) {
            int slot = open.next(0);
            open.remove(slot);
            if (distance[slot] == NONE) {
                int nearest = nearest(slot);
                if (nearest != Integer.MAX_VALUE) {
                    distance[slot] = nearest + 1;
                    turned.add(slot);
                    ask(slot, open);
                }
            }
        }
    }

    /** Makes complete whatever has no nearer input left; some of it may turn out to be incomplete all the same. */
    private IntList letGo(NodeSet changed) {
        IntList lost = new IntList();
        doubtful.addAll(changed);
        while (!doubtful.isEmpty()) {
            int slot = doubtful.next(0);
            doubtful.remove(slot);
            if (distance[slot] != NONE && nearest(slot) >= distance[slot]) {
                distance[slot] = NONE;
                lost.add(slot);
                ask(slot, doubtful);
            }
        }
        return lost;
    }

    private void ask(int slot, NodeSet asked) {
        Consumers consumers = structure.consumers();
        int start = consumers.start(slot);
        for (int i = 0; i < consumers.count(slot); i++) {
            asked.add(consumers.at(start + i));
        }
    }

    /** 0 where a node is not covered itself, else the distance of its nearest input; Integer.MAX_VALUE for none. */
    private int nearest(int slot) {
        EdgePool edges = structure.edges();
        int row = slots.row(slot);
        if (edges.ownCoverage(row) < 1) {
            return 0;
        }
        int nearest = Integer.MAX_VALUE;
        for (int at = row + 1; at <= row + edges.count(row); at++) {
            if (EdgePool.isInside(edges.heads[at])) {
                int of = distance[EdgePool.slot(edges.heads[at])];
                nearest = of == NONE ? nearest : Math.min(nearest, of);
            }
        }
        return nearest;
    }
}
