package io.cradle.core.linear;

import java.util.Arrays;

/**
 * Knows which nodes lie in a non-productive loop (spectral radius of |A| over the loop at least 1) or depend on one.
 *
 * <p>Every other node carries a certificate: positive numbers h with h ≥ (1 + δ) Σ|a|·h over each row's edges inside the
 * footprint. Where one exists, no loop among these nodes has a radius of 1 or more (Collatz–Wielandt). A changed row
 * that still satisfies its inequality cannot have made a loop non-productive; one that does not raises its h and passes
 * the question on to its consumers. Only when that finds no end, or a node without figures is concerned, is every loop
 * judged by its radius.
 */
final class Productivity {
    /** How much h exceeds what its row asks for: small changes then end where they began. */
    private static final double SLACK = 1.02;

    private static final double MARGIN = 1 + 1e-9;
    private static final double LARGEST = 1e200;
    private static final int LOOP_ROUNDS = 64;
    private static final int LEAST_PATIENCE = 20_000;

    private final Structure structure;
    private final Slots slots;
    private final NodeSet suspects = new NodeSet();
    private double[] h = new double[0];
    private NodeSet nonProductive = new NodeSet();
    /** A loop is productive, but too nearly not to be certified. */
    private boolean uncertified;

    Productivity(Structure structure, Slots slots) {
        this.structure = structure;
        this.slots = slots;
    }

    boolean isNonProductive(int slot) {
        return nonProductive.contains(slot);
    }

    NodeSet nonProductive() {
        return nonProductive;
    }

    void reorder(Order order) {
        h = order.of(h, 1);
        nonProductive = order.of(nonProductive);
    }

    /**
     * Judges after rows have changed.
     *
     * @param changed slots whose edges changed
     * @param turned receives the slots that have entered or left the non-productive part
     */
    void judge(NodeSet changed, NodeSet turned) {
        if (h.length < structure.size()) {
            h = Arrays.copyOf(h, Math.max(structure.size(), h.length + (h.length >> 2)));
        }
        if (changed.isEmpty()) {
            return;
        }
        boolean exact = uncertified || changed.size() > structure.size() / 2;
        for (int slot = changed.next(0); !exact && slot >= 0; slot = changed.next(slot + 1)) {
            exact = nonProductive.contains(slot);
        }
        if (exact || !certify(changed, turned)) {
            judgeAll(turned);
        }
    }

    private boolean certify(NodeSet changed, NodeSet turned) {
        suspects.addAll(changed);
        int patience = Math.max(LEAST_PATIENCE, structure.size());
        int from = 0;
        while (!suspects.isEmpty()) {
            int slot = suspects.next(from);
            if (slot < 0) {
                from = 0;
                continue;
            }
            suspects.remove(slot);
            from = slot + 1;
            if (nonProductive.contains(slot)) {
                continue;
            }
            double asked = asked(slot);
            if (asked == Double.POSITIVE_INFINITY) {
                nonProductive.add(slot);
                turned.add(slot);
                passOn(slot);
            } else if (!isCertified(slot, asked)) {
                if (!raise(slot, asked) || --patience < 0) {
                    suspects.clear();
                    return false;
                }
                passOn(slot);
            }
        }
        return true;
    }

    private void passOn(int slot) {
        Consumers consumers = structure.consumers();
        int start = consumers.start(slot);
        for (int i = 0; i < consumers.count(slot); i++) {
            suspects.add(consumers.at(start + i));
        }
    }

    /** Σ|a|·h over the other nodes that a row takes of; infinite where one of them is non-productive. */
    private double asked(int slot) {
        EdgePool edges = structure.edges();
        int row = slots.row(slot);
        double sum = 0;
        for (int at = row + 1; at <= row + edges.count(row); at++) {
            int head = edges.heads[at];
            if (EdgePool.isInside(head)) {
                int target = EdgePool.slot(head);
                if (nonProductive.contains(target)) {
                    return Double.POSITIVE_INFINITY;
                }
                sum += target == slot ? 0 : Math.abs(edges.coefficients[at]) * h[target];
            }
        }
        return sum;
    }

    private double ofItself(int slot) {
        EdgePool edges = structure.edges();
        int row = slots.row(slot);
        double sum = 0;
        for (int at = row + 1; at <= row + edges.count(row); at++) {
            if (EdgePool.slot(edges.heads[at]) == slot && EdgePool.isInside(edges.heads[at])) {
                sum += Math.abs(edges.coefficients[at]);
            }
        }
        return sum;
    }

    private boolean isCertified(int slot, double asked) {
        return h[slot] * (1 - ofItself(slot)) >= asked * MARGIN && h[slot] > 0;
    }

    /** Raises h to what a row asks for; whether that can be said. */
    private boolean raise(int slot, double asked) {
        double rest = 1 - ofItself(slot);
        double raised = (1 + SLACK * asked) / rest;
        if (!(rest > 0) || !(raised < LARGEST)) {
            return false;
        }
        h[slot] = raised;
        return true;
    }

    private void judgeAll(NodeSet turned) {
        NodeSet before = nonProductive;
        nonProductive = new NodeSet();
        uncertified = false;
        Arrays.fill(h, 0);
        Components components = Components.of(structure.edges(), slots.rows, structure.size(), Components.Over.COUNTED);
        int[] ordered = components.ordered();
        int[] starts = components.starts();
        for (int i = 0; i + 1 < starts.length; i++) {
            judge(Arrays.copyOfRange(ordered, starts[i], starts[i + 1]));
        }
        spread();
        addDifference(before, nonProductive, turned);
        addDifference(nonProductive, before, turned);
    }

    private void judge(int[] members) {
        if (members.length == 1) {
            judgeAlone(members[0]);
            return;
        }
        for (int round = 0; round < LOOP_ROUNDS; round++) {
            boolean settled = true;
            for (int slot : members) {
                double asked = asked(slot);
                if (asked == Double.POSITIVE_INFINITY) {
                    exclude(members);
                    return;
                }
                if (!isCertified(slot, asked)) {
                    settled = false;
                    if (!raise(slot, asked)) {
                        round = LOOP_ROUNDS;
                        break;
                    }
                }
            }
            if (settled) {
                return;
            }
        }
        judgeByRadius(members);
    }

    private void judgeAlone(int slot) {
        double asked = asked(slot);
        double rest = 1 - ofItself(slot);
        if (asked == Double.POSITIVE_INFINITY || rest <= SpectralRadius.ROUNDING) {
            nonProductive.add(slot);
        } else {
            h[slot] = Math.min(LARGEST, (1 + SLACK * asked) / rest);
        }
    }

    private void judgeByRadius(int[] members) {
        if (SpectralRadius.isNonProductive(structure.edges(), slots.rows, members)) {
            exclude(members);
        } else {
            uncertified = true;
            for (int slot : members) {
                h[slot] = Math.max(1, h[slot]);
            }
        }
    }

    private void exclude(int[] members) {
        for (int slot : members) {
            nonProductive.add(slot);
        }
    }

    /** Everything that takes of a non-productive node inside its footprint, be it an amount of 0, has no figures either. */
    private void spread() {
        suspects.clear();
        for (int slot = nonProductive.next(0); slot >= 0; slot = nonProductive.next(slot + 1)) {
            passOn(slot);
        }
        while (!suspects.isEmpty()) {
            int slot = suspects.next(0);
            suspects.remove(slot);
            if (!nonProductive.contains(slot) && asked(slot) == Double.POSITIVE_INFINITY) {
                nonProductive.add(slot);
                passOn(slot);
            }
        }
    }

    private static void addDifference(NodeSet some, NodeSet others, NodeSet difference) {
        for (int slot = some.next(0); slot >= 0; slot = some.next(slot + 1)) {
            if (!others.contains(slot)) {
                difference.add(slot);
            }
        }
    }
}
