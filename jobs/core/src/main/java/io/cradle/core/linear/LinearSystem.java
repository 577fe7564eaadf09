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

    /** Magnitudes and tiers only scale what is allowed. */
    private static final double ALLOWED_SCALE = 1e-6;

    /** A move of this share of a magnitude is passed on without asking who cares. */
    private static final double LARGE_MOVE = 1e-8;

    /** The cause of a node that nothing moved. */
    public static final int NO_CAUSE = Integer.MAX_VALUE;

    /** Rounds after which the loops that still move are solved directly. */
    private static final int PATIENT_ROUNDS = 200;

    /** Rounds over everything after which the order is too old. */
    private static final int ROUNDS_OF_AN_OLD_ORDER = 20;

    /** Numbers of a slot: its components, and how urgent the cause is that moved it in this epoch. */
    static final int STRIDE = Component.COUNT + 1;

    /** Where the cause stands: {@link #NO_CAUSE} less its number, 0 for none. */
    static final int CAUSE = Component.COUNT;

    private static final int COUNT = Component.COUNT;
    private static final int MAGNITUDE = Component.MAGNITUDE.ordinal();
    private static final int TIERS = Component.TIERS.ordinal();
    private static final int PACKAGING = Component.PACKAGING.ordinal();
    private static final int OUTBOUND = Component.OUTBOUND.ordinal();

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
    private double[] values = new double[16 * STRIDE];
    /** What each slot at most is off by, and what it may be: two numbers a slot. */
    private double[] off = new double[16 * 2];

    /** Causes that slots were marked with. */
    private int[] marks = filled(16);

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

    private static int[] filled(int length) {
        int[] marks = new int[length];
        Arrays.fill(marks, NO_CAUSE);
        return marks;
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
        System.arraycopy(from, 0, values, structure.slot(node) * STRIDE, COUNT);
    }

    /** Marks a node for evaluation, with the number of the change that is the cause. */
    public void markDirty(int node, int cause) {
        ensure();
        waiting.add(node);
        int slot = structure.slot(node);
        if (cause < marks[slot]) {
            marks[slot] = cause;
            caused.add(node);
        }
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
        if (slot >= marks.length) {
            return NO_CAUSE;
        }
        return Math.min(marks[slot], NO_CAUSE - (int) values[slot * STRIDE + CAUSE]);
    }

    /** Begins another epoch: what moved before moved for reasons of its own. */
    public void forgetCauses() {
        for (int node = caused.next(0); node >= 0; node = caused.next(node + 1)) {
            int slot = structure.slot(node);
            marks[slot] = NO_CAUSE;
            values[slot * STRIDE + CAUSE] = 0;
        }
        caused.clear();
    }

    public double value(int node, Component component) {
        ensure();
        return values[structure.slot(node) * STRIDE + component.ordinal()];
    }

    /** A copy of the values of a node. */
    public double[] values(int node) {
        ensure();
        int base = structure.slot(node) * STRIDE;
        return Arrays.copyOfRange(values, base, base + COUNT);
    }

    /** PCF excluding biogenic uptake. */
    public double excludingUptake(int node) {
        ensure();
        return Component.excludingUptake(values, structure.slot(node) * STRIDE);
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
        listener.moves(structure.node(slot), values, slot * STRIDE);
        Arrays.fill(values, slot * STRIDE, slot * STRIDE + COUNT, 0);
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
        if (productivity.isNonProductive(slot)) {
            return;
        }
        double move = update(slot);
        if (move > 0) {
            noteMove(slot);
            if (move > LARGE_MOVE * values[slot * STRIDE + MAGNITUDE]) {
                moved(slot);
            } else {
                movedLittle(slot, move);
            }
        }
    }

    private void moved(int slot) {
        Consumers consumers = structure.consumers();
        int start = consumers.start(slot);
        int end = start + consumers.count(slot);
        for (int at = start; at < end; at++) {
            dirty.add(consumers.at(at));
        }
    }

    private void movedLittle(int slot, double move) {
        Consumers consumers = structure.consumers();
        int start = consumers.start(slot);
        int end = start + consumers.count(slot);
        for (int at = start; at < end; at++) {
            int consumer = consumers.at(at);
            off[2 * consumer] += move * consumers.amount(at);
            if (off[2 * consumer] > off[2 * consumer + 1]) {
                dirty.add(consumer);
            }
        }
    }

    /** Notes that a slot moved, for the cause that moved its inputs or that it was marked with. */
    private void noteMove(int slot) {
        int node = structure.node(slot);
        changed.add(node);
        double cause = Math.max(evaluation.cause(), NO_CAUSE - marks[slot]);
        if (cause > values[slot * STRIDE + CAUSE]) {
            values[slot * STRIDE + CAUSE] = cause;
            caused.add(node);
        }
    }

    /** Evaluates a slot; gives by how much it moved, 0 where it keeps its value. */
    private double update(int slot) {
        evaluations++;
        double[] now = evaluation.evaluate(this, structure.edges(), slot);
        int base = slot * STRIDE;
        double[] v = values;
        double finite = 0;
        double largest = 0;
        for (int c = 0; c < MAGNITUDE; c++) {
            finite += now[c] * 0;
            largest = Math.max(largest, Math.abs(now[c] - v[base + c]));
        }
        largest = Math.max(largest, Math.abs(now[PACKAGING] - v[base + PACKAGING]));
        finite += (now[MAGNITUDE] + now[TIERS] + now[PACKAGING] + now[OUTBOUND]) * 0;
        if (finite != 0) {
            return updateBeyond(slot, now);
        }
        if (!beyond.isEmpty()) {
            beyond.remove(slot);
        }
        // An excluding total is a sum of seven.
        largest = Math.max(largest, Math.abs(Component.excludingUptake(now, 0) - Component.excludingUptake(v, base)));
        double allowed = now[TIERS] == 0 ? 0 : ALLOWED * now[MAGNITUDE] * (now[MAGNITUDE] / now[TIERS]);
        off[2 * slot + 1] = allowed;
        double outbound = Math.abs(now[OUTBOUND] - v[base + OUTBOUND]);
        boolean rescaled = Math.abs(now[MAGNITUDE] - v[base + MAGNITUDE]) > ALLOWED_SCALE * now[MAGNITUDE]
                || Math.abs(now[TIERS] - v[base + TIERS]) > ALLOWED_SCALE * now[TIERS];
        boolean moved =
                largest > allowed || rescaled || outbound > Math.max(allowed, ALLOWED * Math.abs(now[OUTBOUND]));
        if (!moved) {
            off[2 * slot] = largest;
            return 0;
        }
        off[2 * slot] = 0;
        listener.moves(structure.node(slot), v, base);
        System.arraycopy(now, 0, v, base, COUNT);
        // What scales allowances moved: consumers must hear of it even if nothing else did.
        return rescaled ? Double.MAX_VALUE : Math.max(largest, Double.MIN_VALUE);
    }

    /** Beyond what numbers can say only another value is a move, and all consumers hear of it. */
    private double updateBeyond(int slot, double[] now) {
        beyond.add(slot);
        off[2 * slot] = 0;
        int base = slot * STRIDE;
        if (Arrays.equals(now, 0, COUNT, values, base, base + COUNT)) {
            return 0;
        }
        listener.moves(structure.node(slot), values, base);
        System.arraycopy(now, 0, values, base, COUNT);
        return Double.MAX_VALUE;
    }

    /**
     * Bound on the error of settled values, as a share of gross.
     *
     * @param values of a node, as {@link #values(int)} gives them
     */
    public static double errorBound(double[] values) {
        double gross = values[Component.GROSS.ordinal()];
        double magnitude = values[MAGNITUDE];
        return gross > 0 ? ALLOWED * (magnitude / gross) * (1 + Math.log(values[TIERS] / magnitude)) : 0;
    }

    private void solveDirectly() {
        Components components = Components.of(structure.edges(), rows, structure.size(), Components.Over.COUNTED);
        for (int[] members : components.loops()) {
            boolean moving = Arrays.stream(members).anyMatch(dirty::contains);
            if (moving && !productivity.isNonProductive(members[0]) && members.length <= DirectSolve.MAX_NODES) {
                for (int slot : members) {
                    listener.moves(structure.node(slot), values, slot * STRIDE);
                }
                DirectSolve.solve(this, structure.edges(), evaluation, members);
                for (int slot : members) {
                    evaluation.evaluate(this, structure.edges(), slot);
                    noteMove(slot);
                    moved(slot);
                }
            }
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
            values = Arrays.copyOf(values, capacity * STRIDE);
            off = Arrays.copyOf(off, capacity * 2);
            marks = Arrays.copyOf(marks, capacity);
            Arrays.fill(marks, had, capacity, NO_CAUSE);
        }
    }

    void useRows(int[] moved) {
        rows = moved;
    }

    /** Moves everything but the rows to another order. */
    void reorder(int[] slots) {
        values = reordered(values, slots, STRIDE);
        off = reordered(off, slots, 2);
        marks = reordered(marks, slots);
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
