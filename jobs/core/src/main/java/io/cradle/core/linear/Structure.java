package io.cradle.core.linear;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What the systems of one network's periods have in common: the nodes, the order in which they are settled, and the rows
 * that are the same in several of them. A node keeps its id; its slot, where its numbers stand, is its place in the order
 * as it was when the nodes were last numbered. Nodes and edges that came since make the order a little worse, until there
 * are enough of them to number again.
 */
public final class Structure {
    private static final int SLACK = 64;
    private static final int EDGE_SLACK = 4096;

    /** Longer rows are not searched for what their node took before. */
    private static final int SEARCHED = 64;

    private final List<LinearSystem> systems = new ArrayList<>();
    private EdgePool edges = new EdgePool();
    private Consumers consumers = new Consumers();
    private Order order = Order.none();
    private int[] slotOf = new int[16];
    private int[] nodeAt = new int[16];
    private int size;
    private int numbered;
    private int edgesNumbered;
    private long consumersAdded;

    /** Number of nodes. */
    public int size() {
        return size;
    }

    /** Adds a node; its id is the number of nodes before it. In no system has it a row yet. */
    public int addNode() {
        if (size == slotOf.length) {
            slotOf = Arrays.copyOf(slotOf, 2 * size);
            nodeAt = Arrays.copyOf(nodeAt, 2 * size);
        }
        slotOf[size] = size;
        nodeAt[size] = size;
        return size++;
    }

    /** Begins another system over these nodes. */
    public LinearSystem newSystem() {
        LinearSystem system = new LinearSystem(this);
        systems.add(system);
        return system;
    }

    /** Lets go of a system that is not needed any more. */
    public void drop(LinearSystem system) {
        systems.remove(system);
    }

    /** Where a node stands in the order, until the nodes are numbered again. */
    public int slot(int node) {
        return slotOf[node];
    }

    /** The node that stands at a place of the order. */
    public int node(int slot) {
        return nodeAt[slot];
    }

    EdgePool edges() {
        return edges;
    }

    Consumers consumers() {
        return consumers;
    }

    Order order() {
        return order;
    }

    /** The row of a slot with these edges: one that a system has already, else a new one. */
    int row(int slot, int before, double ownCoverage, int[] heads, double[] coefficients) {
        for (LinearSystem system : systems) {
            int row = system.slots().row(slot);
            if (row > EdgePool.UNCOVERED
                    && edges.ownCoverage(row) == ownCoverage
                    && edges.hasEdges(row, heads, coefficients)) {
                return row;
            }
        }
        int row = edges.add(ownCoverage, heads, coefficients);
        for (int i = 0; i < heads.length; i++) {
            int target = EdgePool.slot(heads[i]);
            if (heads.length > SEARCHED || edges.amount(before, target) < edges.amount(row, target)) {
                consumers.add(target, slot, coefficients[i]);
                consumersAdded++;
            }
        }
        return row;
    }

    void renumberIfDue() {
        boolean many = size - numbered > numbered / 4 + SLACK || (numbered == 0 && size > 0);
        int slack = edgesNumbered / 4 + EDGE_SLACK;
        if (many || edges.end() - edgesNumbered > slack || consumersAdded > slack) {
            renumber();
        }
    }

    /** Orders the nodes anew and moves everything to its place; costs a few sweeps. */
    public void renumber() {
        systems.forEach(LinearSystem::ensure);
        order = Order.of(edges, anyRows(), size);
        int[] newSlots = new int[size];
        for (int place = 0; place < size; place++) {
            newSlots[order.slots[place]] = place;
        }
        moveRows(newSlots);
        int[] nodes = new int[nodeAt.length];
        for (int place = 0; place < size; place++) {
            nodes[place] = nodeAt[order.slots[place]];
            slotOf[nodes[place]] = place;
        }
        for (int slot = size; slot < nodes.length; slot++) {
            nodes[slot] = slot;
        }
        nodeAt = nodes;
        numbered = size;
        edgesNumbered = edges.end();
        consumersAdded = 0;
    }

    /** For every slot the row of some system that has edges. */
    private int[] anyRows() {
        int[] rows = new int[size];
        for (LinearSystem system : systems) {
            for (int slot = 0; slot < size; slot++) {
                if (rows[slot] <= EdgePool.UNCOVERED) {
                    rows[slot] = system.slots().row(slot);
                }
            }
        }
        return rows;
    }

    /** Copies the rows that are in use, in order; a place in the old pool then says where its row has gone. */
    private void moveRows(int[] newSlots) {
        EdgePool old = edges;
        EdgePool moved = new EdgePool();
        moved.expect(old.end());
        int[] lengths = new int[size];
        int[][] rows = new int[systems.size()][size];
        for (int place = 0; place < size; place++) {
            int slot = order.slots[place];
            for (int s = 0; s < rows.length; s++) {
                rows[s][place] = moved.move(old, systems.get(s).slots().row(slot), newSlots, lengths);
            }
        }
        moved.trim();
        edges = moved;
        consumers = new Consumers();
        consumers.reset(lengths, size);
        for (int place = 0; place < size; place++) {
            addConsumers(place, rows);
        }
        for (int s = 0; s < rows.length; s++) {
            systems.get(s).reorder(order, rows[s]);
        }
    }

    private void addConsumers(int place, int[][] rows) {
        for (int s = 0; s < rows.length; s++) {
            int row = rows[s][place];
            boolean known = row <= EdgePool.UNCOVERED;
            for (int earlier = 0; earlier < s && !known; earlier++) {
                known = rows[earlier][place] == row;
            }
            for (int at = row + 1; !known && at <= row + edges.count(row); at++) {
                consumers.add(EdgePool.slot(edges.heads[at]), place, edges.coefficients[at]);
            }
        }
    }
}
