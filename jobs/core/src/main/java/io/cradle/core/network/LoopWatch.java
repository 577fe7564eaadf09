package io.cradle.core.network;

import java.util.BitSet;

/**
 * Knows which nodes have no figures because of a non-productive loop, and which are incomplete. Both are properties of
 * the graph; they are judged again only when rows changed in a way that can matter.
 */
final class LoopWatch {
    private final Graph graph;
    private BitSet nonProductive = new BitSet();
    private BitSet incomplete = new BitSet();
    private BitSet reset = new BitSet();
    private boolean judgeLoops;
    private boolean judgeCoverage;

    LoopWatch(Graph graph) {
        this.graph = graph;
    }

    boolean isNonProductive(int node) {
        return nonProductive.get(node);
    }

    boolean isIncomplete(int node) {
        return incomplete.get(node);
    }

    BitSet nonProductive() {
        return nonProductive;
    }

    /** Nodes whose values start from 0 after the last judgement: they have just entered or left a non-productive part. */
    BitSet reset() {
        return reset;
    }

    /** Notes that the edges of a node changed; edges to leaves alone cannot make or break a loop. */
    void edgesChanged(int node) {
        judgeCoverage = true;
        if (judgeLoops) {
            return;
        }
        for (int target : graph.targets(node)) {
            if (graph.targets(target).length > 0 || graph.key(target).kind() == NodeKey.Kind.PRODUCT) {
                judgeLoops = true;
                return;
            }
        }
        judgeLoops = !nonProductive.isEmpty();
    }

    void coverageChanged(Row before, Row now) {
        judgeCoverage |= before == null || before.isFullyCovered() != now.isFullyCovered();
    }

    /** Judges what may have changed; gives the nodes whose result is another now. */
    BitSet judge() {
        BitSet changed = new BitSet();
        reset = new BitSet();
        if (judgeLoops) {
            BitSet now = dependents(nonProductiveMembers());
            reset = difference(nonProductive, now);
            changed.or(reset);
            nonProductive = now;
        }
        if (judgeCoverage) {
            BitSet now = dependents(uncovered());
            changed.or(difference(incomplete, now));
            incomplete = now;
        }
        judgeLoops = false;
        judgeCoverage = false;
        return changed;
    }

    private BitSet nonProductiveMembers() {
        BitSet members = new BitSet();
        for (int[] loop : Loops.of(graph)) {
            if (SpectralRadius.isNonProductive(graph, loop)) {
                for (int node : loop) {
                    members.set(node);
                }
            }
        }
        return members;
    }

    private BitSet uncovered() {
        BitSet nodes = new BitSet();
        for (int node = 0; node < graph.size(); node++) {
            if (!graph.row(node).isFullyCovered()) {
                nodes.set(node);
            }
        }
        return nodes;
    }

    /** The nodes and everything that depends on them over edges inside the footprint. */
    private BitSet dependents(BitSet nodes) {
        BitSet reached = (BitSet) nodes.clone();
        IntList open = new IntList();
        nodes.stream().forEach(open::add);
        while (open.size() > 0) {
            int node = open.get(open.size() - 1);
            open.removeLast();
            IntList consumers = graph.consumers(node);
            for (int i = 0; i < consumers.size(); i++) {
                int consumer = consumers.get(i);
                if (!reached.get(consumer) && hasInsideEdge(consumer, node)) {
                    reached.set(consumer);
                    open.add(consumer);
                }
            }
        }
        return reached;
    }

    private boolean hasInsideEdge(int consumer, int target) {
        int[] targets = graph.targets(consumer);
        byte[] flags = graph.flags(consumer);
        for (int i = 0; i < targets.length; i++) {
            if (targets[i] == target && (flags[i] & Graph.OUTBOUND) == 0) {
                return true;
            }
        }
        return false;
    }

    private static BitSet difference(BitSet before, BitSet now) {
        BitSet difference = (BitSet) before.clone();
        difference.xor(now);
        return difference;
    }
}
