package io.cradle.core.linear;

import io.cradle.core.footprint.Component;
import java.util.Arrays;

/**
 * The linear system of one period: for every node of a {@link Structure} its constant part, its row of edges and its
 * component values, kgCO2e per unit of the node; and what keeps the values settled.
 *
 * <p>Dirty nodes are evaluated in the order of the structure; a loop goes through rounds until it rests, before what
 * depends on it is looked at. A node keeps its old value while the new one is within its allowance. A node that moved
 * makes its consumers dirty; where it moved so little that many of them will not, it adds to what each of them is known
 * to be off by, and only those that are off by more than their allowance are evaluated. So small moves add up instead of
 * getting lost, and at rest every node is within its allowance of what its row says.
 *
 * <p>The allowance of a node is {@link #ALLOWED} · m ÷ T: m its magnitude, T the mean number of tiers above and in it
 * (TIERS ÷ MAGNITUDE, T = 1 + Σ|a|·mᵢ·Tᵢ ÷ m). Then the error of a value is at most {@link #ALLOWED} · m · (1 + ln T): the
 * claim holds for a node if it holds for its inputs, since Σ|a|·mᵢ·(1 + ln Tᵢ) ≤ m·(1 + ln(T − 1)) by concavity, and
 * ln T − ln(T − 1) ≥ 1 ÷ T. Not thread safe.
 */
public final class LinearSystem {
    /** What a node with nothing above it may be off by, as a share of its magnitude. */
    public static final double ALLOWED = 5e-11;

    /** What a node may be off by, of a scale such as its magnitude: the allowance over the mean number of its tiers. */
    static double allowed(double scale, double[] values) {
        double tiers = values[Component.TIERS.ordinal()];
        return tiers == 0 ? 0 : ALLOWED * scale * (values[Component.MAGNITUDE.ordinal()] / tiers);
    }

    /** The cause of a node that nothing moved. */
    public static final int NO_CAUSE = Integer.MAX_VALUE;

    private final Structure structure;
    private final Slots slots = new Slots();
    private final Productivity productivity;
    private final Coverage coverage;
    private final Settling settling;
    /** By node, not by slot: the nodes may be numbered again before they are settled. */
    private final NodeSet waiting = new NodeSet();

    private final NodeSet rowsChanged = new NodeSet();
    /** Kept between calls, as {@link #turned}: a new one would cost its size in a large network. */
    private final NodeSet slotsChanged = new NodeSet();

    private final NodeSet turned = new NodeSet();

    /** Is told of a node's values just before they change. */
    public interface MoveListener {
        /** The values of {@code node} begin at {@code base} of {@code values}. */
        void moves(int node, double[] values, int base);
    }

    LinearSystem(Structure structure) {
        this.structure = structure;
        this.productivity = new Productivity(structure, slots);
        this.coverage = new Coverage(structure, slots);
        this.settling = new Settling(structure, slots, productivity);
    }

    /** Has every move of a node told, from now on. */
    public void onMove(MoveListener listener) {
        settling.onMove(listener);
    }

    /**
     * Replaces the row of a node and marks nothing: see {@link #markDirty}.
     *
     * @param constant components of its direct emissions, or of a leaf; null for none
     * @param ownCoverage 0–1
     * @param targets nodes that it takes of; several edges to one are legal
     * @param coefficients units of the target per unit of the node; negative is a credit
     * @param flags of {@link Edges}
     * @return whether its edges changed
     */
    public boolean setRow(
            int node, double[] constant, double ownCoverage, int[] targets, double[] coefficients, byte[] flags) {
        ensure();
        int slot = structure.slot(node);
        slots.constants[slot] = constant;
        int[] heads = new int[targets.length];
        for (int i = 0; i < heads.length; i++) {
            heads[i] = EdgePool.head(structure.slot(targets[i]), flags[i]);
        }
        int before = slots.rows[slot];
        boolean edgesChanged = !structure.edges().hasEdges(before, heads, coefficients);
        if (edgesChanged || structure.edges().ownCoverage(before) != ownCoverage) {
            slots.rows[slot] = structure.row(slot, before, ownCoverage, heads, coefficients);
            rowsChanged.add(node);
        }
        return edgesChanged;
    }

    /** Gives a node values to start from: what it had when it was last settled. */
    public void seed(int node, double[] from) {
        ensure();
        System.arraycopy(from, 0, slots.values, structure.slot(node) * Slots.STRIDE, Component.COUNT);
    }

    /** Marks a node for evaluation, with the number of the change that is the cause. */
    public void markDirty(int node, int cause) {
        ensure();
        waiting.add(node);
        settling.markCause(node, cause);
    }

    /** Marks everything that takes of a node. */
    public void markConsumersDirty(int node, int cause) {
        forConsumers(node, consumer -> markDirty(consumer, cause));
    }

    /** Is given nodes. */
    public interface NodeVisitor {
        void node(int node);
    }

    /** Visits the nodes that take of one, and perhaps others that have. */
    public void forConsumers(int node, NodeVisitor visitor) {
        Consumers consumers = structure.consumers();
        int slot = structure.slot(node);
        int count = consumers.count(slot);
        for (int i = 0; i < count; i++) {
            visitor.node(structure.node(consumers.at(consumers.start(slot) + i)));
        }
    }

    /** The smallest number of the changes that moved a node in the last settling; {@link #NO_CAUSE} where none did. */
    public int cause(int node) {
        return slots.cause(structure.slot(node));
    }

    /** Begins another epoch: what moved before moved for reasons of its own. */
    public void forgetCauses() {
        settling.forgetCauses();
    }

    public double value(int node, Component component) {
        ensure();
        return slots.values[structure.slot(node) * Slots.STRIDE + component.ordinal()];
    }

    /** A copy of the values of a node. */
    public double[] values(int node) {
        ensure();
        int base = structure.slot(node) * Slots.STRIDE;
        return Arrays.copyOfRange(slots.values, base, base + Component.COUNT);
    }

    /** PCF excluding biogenic uptake. */
    public double excludingUptake(int node) {
        ensure();
        return Component.excludingUptake(slots.values, structure.slot(node) * Slots.STRIDE);
    }

    /** Whether every value of a node is a number that can be said. */
    public boolean isFinite(int node) {
        return settling.isFinite(structure.slot(node));
    }

    public boolean isNonProductive(int node) {
        return productivity.isNonProductive(structure.slot(node));
    }

    public boolean isIncomplete(int node) {
        return coverage.isIncomplete(structure.slot(node));
    }

    /** Evaluations of a node since the beginning. */
    public long evaluations() {
        return settling.evaluations();
    }

    /** Rounds through loops since the beginning. */
    public long rounds() {
        return settling.rounds();
    }

    /**
     * Brings everything up to date.
     *
     * @return the nodes whose values moved or whose result may be another; good until the next call
     */
    public NodeSet settle() {
        structure.renumberIfDue();
        ensure();
        settling.changed().clear();
        judge();
        for (int node = waiting.next(0); node >= 0; node = waiting.next(node + 1)) {
            settling.markDirty(structure.slot(node));
        }
        waiting.clear();
        settling.settle();
        return settling.changed();
    }

    /** Evaluates every node once, in order, whether it is dirty or not. */
    public void sweep() {
        ensure();
        for (int slot = 0; slot < structure.size(); slot++) {
            settling.update(slot);
        }
    }

    private void judge() {
        if (rowsChanged.isEmpty()) {
            return;
        }
        slotsChanged.clear();
        for (int node = rowsChanged.next(0); node >= 0; node = rowsChanged.next(node + 1)) {
            slotsChanged.add(structure.slot(node));
        }
        rowsChanged.clear();
        turned.clear();
        productivity.judge(slotsChanged, turned);
        for (int slot = turned.next(0); slot >= 0; slot = turned.next(slot + 1)) {
            // What enters or leaves a non-productive part starts from 0.
            settling.restart(slot);
        }
        turned.clear();
        coverage.judge(slotsChanged, turned);
        for (int slot = turned.next(0); slot >= 0; slot = turned.next(slot + 1)) {
            settling.changed().add(structure.node(slot));
        }
    }

    /**
     * Bound on the error of settled values, as a share of gross.
     *
     * @param values of a node, as {@link #values(int)} gives them
     */
    public static double errorBound(double[] values) {
        double gross = values[Component.GROSS.ordinal()];
        double magnitude = values[Component.MAGNITUDE.ordinal()];
        return gross > 0
                ? ALLOWED * (magnitude / gross) * (1 + Math.log(values[Component.TIERS.ordinal()] / magnitude))
                : 0;
    }

    Slots slots() {
        return slots;
    }

    /** Has room for every node. */
    void ensure() {
        slots.ensure(structure.size());
    }

    /** Moves everything to another order. */
    void reorder(Order order, int[] movedRows) {
        slots.reorder(order, movedRows);
        settling.reorder(order);
        productivity.reorder(order);
        coverage.reorder(order);
    }
}
