package io.cradle.core.linear;

import io.cradle.core.footprint.Component;
import java.util.Arrays;

/**
 * The linear system of one period: for every node of a {@link Structure} its constant part, its row of edges and its
 * component values, kgCO2e per unit of the node; and what keeps the values settled.
 *
 * <p>Dirty nodes are evaluated in the order of the structure; a node that moved makes its consumers dirty; a loop goes
 * through rounds until it rests, before what depends on it is looked at. A node keeps its old value while the new one is
 * within the tolerance, so that small moves add up instead of getting lost. Not thread safe.
 */
public final class LinearSystem {
    /** Moves below this share of a node's magnitude are not passed on. */
    public static final double TOLERANCE = 1e-13;

    /** The cause of a node that nothing moved. */
    public static final int NO_CAUSE = Integer.MAX_VALUE;

    /** Rounds after which the loops that still move are solved directly. */
    private static final int PATIENT_ROUNDS = 200;

    /** Rounds over everything after which the order is too old. */
    private static final int ROUNDS_OF_AN_OLD_ORDER = 20;

    private static final int COUNT = Component.COUNT;
    private static final int GROSS = Component.GROSS.ordinal();
    private static final int MAGNITUDE = Component.MAGNITUDE.ordinal();
    /** For every component the one that its moves are measured against. */
    private static final int[] SCALES = scales();

    private final Structure structure;
    private final Evaluation evaluation = new Evaluation();
    private final Productivity productivity;
    private final Coverage coverage;
    private final NodeSet dirty = new NodeSet();
    /** By node, not by slot: the nodes may be numbered again before they are settled. */
    private final NodeSet waiting = new NodeSet();

    private final NodeSet rowsChanged = new NodeSet();
    private final NodeSet changed = new NodeSet();
    private final NodeSet scratch = new NodeSet();
    private final NodeSet turned = new NodeSet();
    private final NodeSet caused = new NodeSet();
    /** Slots with a value beyond what numbers can say. */
    private NodeSet beyond = new NodeSet();

    private int[] rows = new int[16];
    private double[][] constants = new double[16][];
    private double[] values = new double[16 * COUNT];
    private int[] causes = filled(16);
    private MoveListener listener = (node, from, base) -> {};
    private long evaluations;
    private long rounds;

    /** Is told of a node's values just before they change. */
    public interface MoveListener {
        /** The values of {@code node} begin at {@code base} of {@code values}. */
        void moves(int node, double[] values, int base);
    }

    LinearSystem(Structure structure) {
        this.structure = structure;
        this.productivity = new Productivity(structure, this);
        this.coverage = new Coverage(structure, this);
    }

    private static int[] scales() {
        int[] scales = new int[COUNT];
        for (Component component : Component.values()) {
            scales[component.ordinal()] = switch (component) {
                case PRIMARY, COVERED, CARRIED -> GROSS;
                case GROSS, TECHNOLOGICAL_DQR, GEOGRAPHICAL_DQR, TEMPORAL_DQR, TIERS, OUTBOUND -> component.ordinal();
                default -> MAGNITUDE;
            };
        }
        return scales;
    }

    private static int[] filled(int length) {
        int[] causes = new int[length];
        Arrays.fill(causes, NO_CAUSE);
        return causes;
    }

    /** Has every move of a node told, from now on. */
    public void onMove(MoveListener listener) {
        this.listener = listener;
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
        constants[slot] = constant;
        int[] heads = new int[targets.length];
        for (int i = 0; i < heads.length; i++) {
            heads[i] = EdgePool.head(structure.slot(targets[i]), flags[i]);
        }
        int before = rows[slot];
        boolean edgesChanged = !structure.edges().hasEdges(before, heads, coefficients);
        if (edgesChanged || structure.edges().ownCoverage(before) != ownCoverage) {
            rows[slot] = structure.row(slot, before, ownCoverage, heads, coefficients);
            rowsChanged.add(node);
        }
        return edgesChanged;
    }

    /** Gives a node values to start from: what it had when it was last settled. */
    public void seed(int node, double[] from) {
        ensure();
        System.arraycopy(from, 0, values, structure.slot(node) * COUNT, COUNT);
    }

    /** Marks a node for evaluation, with the number of the change that is the cause. */
    public void markDirty(int node, int cause) {
        ensure();
        waiting.add(node);
        noteCause(structure.slot(node), cause);
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
        int slot = structure.slot(node);
        return slot < causes.length ? causes[slot] : NO_CAUSE;
    }

    /** Begins another epoch: what moved before moved for reasons of its own. */
    public void forgetCauses() {
        for (int node = caused.next(0); node >= 0; node = caused.next(node + 1)) {
            causes[structure.slot(node)] = NO_CAUSE;
        }
        caused.clear();
    }

    public double value(int node, Component component) {
        ensure();
        return values[structure.slot(node) * COUNT + component.ordinal()];
    }

    /** A copy of the values of a node. */
    public double[] values(int node) {
        ensure();
        int base = structure.slot(node) * COUNT;
        return Arrays.copyOfRange(values, base, base + COUNT);
    }

    /** PCF excluding biogenic uptake. */
    public double excludingUptake(int node) {
        ensure();
        return Component.excludingUptake(values, structure.slot(node) * COUNT);
    }

    /** Whether every value of a node is a number that can be said. */
    public boolean isFinite(int node) {
        return !beyond.contains(structure.slot(node));
    }

    public boolean isNonProductive(int node) {
        return productivity.isNonProductive(structure.slot(node));
    }

    public boolean isIncomplete(int node) {
        return coverage.isIncomplete(structure.slot(node));
    }

    /** Evaluations of a node since the beginning. */
    public long evaluations() {
        return evaluations;
    }

    /** Rounds through loops since the beginning. */
    public long rounds() {
        return rounds;
    }

    /**
     * Brings everything up to date.
     *
     * @return the nodes whose values moved or whose result may be another; good until the next call
     */
    public NodeSet settle() {
        structure.renumberIfDue();
        ensure();
        changed.clear();
        judge();
        for (int node = waiting.next(0); node >= 0; node = waiting.next(node + 1)) {
            dirty.add(structure.slot(node));
        }
        waiting.clear();
        if (!dirty.isEmpty()) {
            forgetBeyond();
            settleDirty();
        }
        return changed;
    }

    /** Evaluates every node once, in order, whether it is dirty or not. */
    public void sweep() {
        ensure();
        for (int slot = 0; slot < structure.size(); slot++) {
            update(slot);
        }
    }

    private void judge() {
        if (rowsChanged.isEmpty()) {
            return;
        }
        scratch.clear();
        for (int node = rowsChanged.next(0); node >= 0; node = rowsChanged.next(node + 1)) {
            scratch.add(structure.slot(node));
        }
        rowsChanged.clear();
        turned.clear();
        productivity.judge(scratch, turned);
        for (int slot = turned.next(0); slot >= 0; slot = turned.next(slot + 1)) {
            // What enters or leaves a non-productive part starts from 0.
            changed.add(structure.node(slot));
            restart(slot);
        }
        turned.clear();
        coverage.judge(scratch, turned);
        for (int slot = turned.next(0); slot >= 0; slot = turned.next(slot + 1)) {
            changed.add(structure.node(slot));
        }
    }

    private void restart(int slot) {
        listener.moves(structure.node(slot), values, slot * COUNT);
        Arrays.fill(values, slot * COUNT, (slot + 1) * COUNT, 0);
        dirty.add(slot);
    }

    /** In a loop infinity feeds itself and would outlive its cause; from 0 the values are what the facts say. */
    private void forgetBeyond() {
        for (int slot = beyond.next(0); slot >= 0; slot = beyond.next(slot + 1)) {
            restart(slot);
        }
        beyond.clear();
    }

    private void settleDirty() {
        int from = 0;
        int over = 0;
        while (!dirty.isEmpty()) {
            int slot = dirty.next(from);
            if (slot < 0) {
                from = 0;
                over++;
                rounds++;
                if (over == ROUNDS_OF_AN_OLD_ORDER) {
                    renumberWhileDirty();
                } else if (over % PATIENT_ROUNDS == 0) {
                    solveDirectly();
                }
                continue;
            }
            int loop = structure.order().loopAt(slot);
            if (loop < 0) {
                dirty.remove(slot);
                settle(slot);
                from = slot + 1;
            } else {
                settleLoop(structure.order().loopStarts[loop], structure.order().loopEnds[loop]);
                from = structure.order().loopEnds[loop];
            }
        }
    }

    private void renumberWhileDirty() {
        for (int slot = dirty.next(0); slot >= 0; slot = dirty.next(slot + 1)) {
            waiting.add(structure.node(slot));
        }
        dirty.clear();
        structure.renumber();
        for (int node = waiting.next(0); node >= 0; node = waiting.next(node + 1)) {
            dirty.add(structure.slot(node));
        }
        waiting.clear();
    }

    private void settleLoop(int start, int end) {
        for (int round = 1; ; round++) {
            int slot = dirty.next(start);
            if (slot < 0 || slot >= end) {
                return;
            }
            rounds++;
            for (; slot >= 0 && slot < end; slot = dirty.next(slot + 1)) {
                dirty.remove(slot);
                settle(slot);
            }
            if (round % PATIENT_ROUNDS == 0) {
                solveDirectly();
            }
        }
    }

    private void settle(int slot) {
        if (!productivity.isNonProductive(slot) && update(slot)) {
            moved(slot);
        }
    }

    private void moved(int slot) {
        changed.add(structure.node(slot));
        int cause = causes[slot];
        Consumers consumers = structure.consumers();
        int count = consumers.count(slot);
        for (int i = 0; i < count; i++) {
            int consumer = consumers.at(consumers.start(slot) + i);
            dirty.add(consumer);
            noteCause(consumer, cause);
        }
    }

    private boolean update(int slot) {
        evaluations++;
        double[] now = evaluation.evaluate(this, structure.edges(), slot);
        int base = slot * COUNT;
        double[] v = values;
        double finite = 0;
        boolean moved = false;
        for (int c = 0; c < COUNT; c++) {
            finite += now[c] * 0;
            moved |= Math.abs(now[c] - v[base + c]) > TOLERANCE * Math.abs(now[SCALES[c]]);
        }
        if (finite != 0) {
            beyond.add(slot);
            moved = movedBeyond(now, base);
        } else if (!beyond.isEmpty()) {
            beyond.remove(slot);
        }
        if (moved) {
            listener.moves(structure.node(slot), v, base);
            System.arraycopy(now, 0, v, base, COUNT);
        }
        return moved;
    }

    /** Where a scale is infinite, only another value counts as a move. */
    private boolean movedBeyond(double[] now, int base) {
        for (int c = 0; c < COUNT; c++) {
            double scale = Math.abs(now[SCALES[c]]);
            boolean moved = Double.isFinite(scale)
                    ? Math.abs(now[c] - values[base + c]) > TOLERANCE * scale
                    : Double.compare(now[c], values[base + c]) != 0;
            if (moved) {
                return true;
            }
        }
        return false;
    }

    private void solveDirectly() {
        Components components = Components.of(structure.edges(), rows, structure.size(), Components.Over.COUNTED);
        for (int[] members : components.loops()) {
            boolean moving = Arrays.stream(members).anyMatch(dirty::contains);
            if (moving && !productivity.isNonProductive(members[0]) && members.length <= DirectSolve.MAX_NODES) {
                for (int slot : members) {
                    listener.moves(structure.node(slot), values, slot * COUNT);
                }
                DirectSolve.solve(this, structure.edges(), evaluation, members);
                for (int slot : members) {
                    moved(slot);
                }
            }
        }
    }

    private void noteCause(int slot, int cause) {
        if (cause < causes[slot]) {
            if (causes[slot] == NO_CAUSE) {
                caused.add(structure.node(slot));
            }
            causes[slot] = cause;
        }
    }

    int row(int slot) {
        return slot < rows.length ? rows[slot] : EdgePool.EMPTY;
    }

    /** Where the row of every slot begins. */
    int[] rows() {
        return rows;
    }

    double[] constant(int slot) {
        return constants[slot];
    }

    double[] values() {
        return values;
    }

    /** Has room for every node. */
    void ensure() {
        int size = structure.size();
        if (size > rows.length) {
            int had = rows.length;
            int capacity = Math.max(size, had + (had >> 3) + 16);
            rows = Arrays.copyOf(rows, capacity);
            constants = Arrays.copyOf(constants, capacity);
            values = Arrays.copyOf(values, capacity * COUNT);
            causes = Arrays.copyOf(causes, capacity);
            Arrays.fill(causes, had, capacity, NO_CAUSE);
        }
    }

    void useRows(int[] moved) {
        rows = moved;
    }

    /** Moves everything but the rows to another order. */
    void reorder(int[] slots) {
        values = reordered(values, slots, COUNT);
        causes = reordered(causes, slots);
        double[][] ordered = new double[slots.length][];
        for (int place = 0; place < slots.length; place++) {
            ordered[place] = constants[slots[place]];
        }
        constants = ordered;
        beyond = reordered(beyond, slots);
        productivity.reorder(slots);
        coverage.reorder(slots);
    }

    static double[] reordered(double[] numbers, int[] slots, int width) {
        double[] ordered = new double[slots.length * width];
        for (int place = 0; place < slots.length; place++) {
            int from = slots[place] * width;
            if (from < numbers.length) {
                System.arraycopy(numbers, from, ordered, place * width, width);
            }
        }
        return ordered;
    }

    static int[] reordered(int[] numbers, int[] slots) {
        int[] ordered = new int[slots.length];
        for (int place = 0; place < slots.length; place++) {
            ordered[place] = slots[place] < numbers.length ? numbers[slots[place]] : 0;
        }
        return ordered;
    }

    static NodeSet reordered(NodeSet members, int[] slots) {
        NodeSet ordered = new NodeSet();
        for (int place = 0; !members.isEmpty() && place < slots.length; place++) {
            if (members.contains(slots[place])) {
                ordered.add(place);
            }
        }
        return ordered;
    }
}
