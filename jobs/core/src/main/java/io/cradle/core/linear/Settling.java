package io.cradle.core.linear;

import static io.cradle.core.linear.Slots.CAUSE;
import static io.cradle.core.linear.Slots.STRIDE;

import io.cradle.core.footprint.Component;
import java.util.Arrays;

/** Evaluates what is dirty until nothing is: see {@link LinearSystem} for the order and for what is allowed. */
final class Settling {
    /** Magnitudes and tiers only scale what is allowed. */
    private static final double ALLOWED_SCALE = 1e-6;

    /** A move of this share of a magnitude is passed on without asking who cares. */
    private static final double LARGE_MOVE = 1e-8;

    /** Rounds after which the loops that still move are solved directly. */
    private static final int PATIENT_ROUNDS = 200;

    /** Rounds over everything after which the order is too old. */
    private static final int ROUNDS_OF_AN_OLD_ORDER = 20;

    private static final int COUNT = Component.COUNT;
    private static final int MAGNITUDE = Component.MAGNITUDE.ordinal();
    private static final int TIERS = Component.TIERS.ordinal();
    private static final int PACKAGING = Component.PACKAGING.ordinal();
    private static final int OUTBOUND = Component.OUTBOUND.ordinal();

    private final Structure structure;
    private final Slots slots;
    private final Productivity productivity;
    private final Evaluation evaluation;
    private final Ahead ahead;
    private final NodeSet dirty = new NodeSet();
    /** Nodes that moved since they were last asked for. */
    private final NodeSet changed = new NodeSet();
    /** Nodes with a cause. */
    private final NodeSet caused = new NodeSet();
    /** Slots with a value beyond what numbers can say. */
    private NodeSet beyond = new NodeSet();

    private LinearSystem.MoveListener listener = (node, values, base) -> {};
    private long evaluations;
    private long rounds;

    Settling(Structure structure, Slots slots, Productivity productivity) {
        this.structure = structure;
        this.slots = slots;
        this.productivity = productivity;
        this.evaluation = new Evaluation(slots);
        this.ahead = new Ahead(structure, slots);
    }

    void onMove(LinearSystem.MoveListener told) {
        listener = told;
    }

    /** Nodes that moved or were restarted; whoever asks clears it. */
    NodeSet changed() {
        return changed;
    }

    long evaluations() {
        return evaluations;
    }

    long rounds() {
        return rounds;
    }

    boolean isFinite(int slot) {
        return !beyond.contains(slot);
    }

    void markDirty(int slot) {
        dirty.add(slot);
    }

    void markCause(int node, int cause) {
        int slot = structure.slot(node);
        if (cause < slots.marks[slot]) {
            slots.marks[slot] = cause;
            caused.add(node);
        }
    }

    void forgetCauses() {
        for (int node = caused.next(0); node >= 0; node = caused.next(node + 1)) {
            slots.forgetCause(structure.slot(node));
        }
        caused.clear();
    }

    void reorder(Order order) {
        beyond = order.of(beyond);
    }

    /** Evaluates until nothing is dirty. */
    void settle() {
        if (!dirty.isEmpty()) {
            forgetBeyond();
            ahead.forget();
            settleDirty();
        }
    }

    /** Begins a slot again from 0. */
    void restart(int slot) {
        changed.add(structure.node(slot));
        listener.moves(structure.node(slot), slots.values, slot * STRIDE);
        Arrays.fill(slots.values, slot * STRIDE, slot * STRIDE + COUNT, 0);
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
                ahead.read(dirty, slot, Integer.MAX_VALUE);
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
        IntList nodes = new IntList();
        for (int slot = dirty.next(0); slot >= 0; slot = dirty.next(slot + 1)) {
            nodes.add(structure.node(slot));
        }
        dirty.clear();
        structure.renumber();
        for (int i = 0; i < nodes.size(); i++) {
            dirty.add(structure.slot(nodes.get(i)));
        }
    }

    private void settleLoop(int start, int end) {
        for (int round = 1; ; round++) {
            int slot = dirty.next(start);
            if (slot < 0 || slot >= end) {
                return;
            }
            rounds++;
            for (; slot >= 0 && slot < end; slot = dirty.next(slot + 1)) {
                ahead.read(dirty, slot, end);
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
            if (move > LARGE_MOVE * slots.values[slot * STRIDE + MAGNITUDE]) {
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
            slots.off[2 * consumer] += move * consumers.amount(at);
            if (slots.off[2 * consumer] > slots.off[2 * consumer + 1]) {
                dirty.add(consumer);
            }
        }
    }

    /** Notes that a slot moved, for the cause that moved its inputs or that it was marked with. */
    private void noteMove(int slot) {
        int node = structure.node(slot);
        changed.add(node);
        double cause = Math.max(evaluation.cause(), LinearSystem.NO_CAUSE - slots.marks[slot]);
        if (cause > slots.values[slot * STRIDE + CAUSE]) {
            slots.values[slot * STRIDE + CAUSE] = cause;
            caused.add(node);
        }
    }

    /** Evaluates a slot; gives by how much it moved, 0 where it keeps its value. */
    double update(int slot) {
        evaluations++;
        double[] now = evaluation.evaluate(structure.edges(), slot);
        GrossParts.requireSome(now);
        int base = slot * STRIDE;
        double[] v = slots.values;
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
        double allowed = LinearSystem.allowed(now[MAGNITUDE], now);
        slots.off[2 * slot + 1] = allowed;
        double outbound = Math.abs(now[OUTBOUND] - v[base + OUTBOUND]);
        boolean rescaled = Math.abs(now[MAGNITUDE] - v[base + MAGNITUDE]) > ALLOWED_SCALE * now[MAGNITUDE]
                || Math.abs(now[TIERS] - v[base + TIERS]) > ALLOWED_SCALE * now[TIERS]
                || GrossParts.move(now, v, base);
        boolean moved = largest > allowed
                || rescaled
                || outbound > Math.max(allowed, LinearSystem.ALLOWED * Math.abs(now[OUTBOUND]));
        if (!moved) {
            slots.off[2 * slot] = largest;
            return 0;
        }
        slots.off[2 * slot] = 0;
        listener.moves(structure.node(slot), v, base);
        System.arraycopy(now, 0, v, base, COUNT);
        // What scales allowances moved: consumers must hear of it even if nothing else did.
        return rescaled ? Double.MAX_VALUE : Math.max(largest, Double.MIN_VALUE);
    }

    /** Beyond what numbers can say only another value is a move, and all consumers hear of it. */
    private double updateBeyond(int slot, double[] now) {
        beyond.add(slot);
        slots.off[2 * slot] = 0;
        int base = slot * STRIDE;
        if (Arrays.equals(now, 0, COUNT, slots.values, base, base + COUNT)) {
            return 0;
        }
        listener.moves(structure.node(slot), slots.values, base);
        System.arraycopy(now, 0, slots.values, base, COUNT);
        return Double.MAX_VALUE;
    }

    private void solveDirectly() {
        Components components = Components.of(structure.edges(), slots.rows, structure.size(), Components.Over.COUNTED);
        for (int[] members : components.loops()) {
            boolean moving = Arrays.stream(members).anyMatch(dirty::contains);
            if (moving && !productivity.isNonProductive(members[0]) && members.length <= DirectSolve.MAX_NODES) {
                for (int slot : members) {
                    listener.moves(structure.node(slot), slots.values, slot * STRIDE);
                }
                DirectSolve.solve(slots, structure.edges(), evaluation, members);
                for (int slot : members) {
                    evaluation.evaluate(structure.edges(), slot);
                    noteMove(slot);
                    moved(slot);
                }
            }
        }
    }
}
