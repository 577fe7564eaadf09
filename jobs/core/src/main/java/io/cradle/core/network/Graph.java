package io.cradle.core.network;

import io.cradle.core.footprint.Component;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The linear system of one network and period as numbers: for every node its constant part, its edges by target and its
 * component values. Edges are addressed by their place in their row; several to one target are legal.
 */
final class Graph {
    static final byte PRIMARY = 1;
    static final byte CARRIED = 2;
    static final byte PACKAGING = 4;
    static final byte OUTBOUND = 8;

    private static final int[] NO_TARGETS = {};
    private static final double[] NO_COEFFICIENTS = {};
    private static final byte[] NO_FLAGS = {};

    private final Map<NodeKey, Integer> ids = new HashMap<>();
    private final NavigableMap<String, Integer> processes = new TreeMap<>();
    private NodeKey[] keys = new NodeKey[16];
    private Row[] rows = new Row[16];
    private int[][] targets = new int[16][];
    private double[][] coefficients = new double[16][];
    private byte[][] flags = new byte[16][];
    private IntList[] consumers = new IntList[16];
    private double[] values = new double[16 * Component.COUNT];
    private int size;

    int size() {
        return size;
    }

    /** The id of a node, or -1. */
    int find(NodeKey key) {
        return ids.getOrDefault(key, -1);
    }

    /** The nodes of processes, by name. */
    NavigableMap<String, Integer> processes() {
        return processes;
    }

    NodeKey key(int node) {
        return keys[node];
    }

    Row row(int node) {
        return rows[node];
    }

    int[] targets(int node) {
        return targets[node];
    }

    double[] coefficients(int node) {
        return coefficients[node];
    }

    byte[] flags(int node) {
        return flags[node];
    }

    /** Nodes with an edge to this one, once per edge. */
    IntList consumers(int node) {
        return consumers[node];
    }

    /** All values; those of a node start at {@code node * Component.COUNT}. */
    double[] values() {
        return values;
    }

    double value(int node, Component component) {
        return values[node * Component.COUNT + component.ordinal()];
    }

    double excludingUptake(int node) {
        return Component.excludingUptake(values, node * Component.COUNT);
    }

    /** Adds a node without a row. */
    int add(NodeKey key) {
        if (size == keys.length) {
            grow();
        }
        int node = size++;
        ids.put(key, node);
        if (key.kind() == NodeKey.Kind.PROCESS) {
            processes.put(key.id(), node);
        }
        keys[node] = key;
        targets[node] = NO_TARGETS;
        coefficients[node] = NO_COEFFICIENTS;
        flags[node] = NO_FLAGS;
        consumers[node] = new IntList();
        return node;
    }

    /** Replaces a node's row; all targets are in the graph. Gives whether its edges changed. */
    boolean setRow(int node, Row row) {
        int count = row.edges.size();
        int[] newTargets = count == 0 ? NO_TARGETS : new int[count];
        double[] newCoefficients = count == 0 ? NO_COEFFICIENTS : new double[count];
        byte[] newFlags = count == 0 ? NO_FLAGS : new byte[count];
        for (int i = 0; i < count; i++) {
            Edge edge = row.edges.get(i);
            newTargets[i] = ids.get(edge.target());
            newCoefficients[i] = edge.coefficient();
            newFlags[i] = flagsOf(edge);
        }
        boolean changed = !Arrays.equals(newTargets, targets[node])
                || !Arrays.equals(newCoefficients, coefficients[node])
                || !Arrays.equals(newFlags, flags[node]);
        if (changed) {
            for (int target : targets[node]) {
                consumers[target].removeOne(node);
            }
            for (int target : newTargets) {
                consumers[target].add(node);
            }
            targets[node] = newTargets;
            coefficients[node] = newCoefficients;
            flags[node] = newFlags;
        }
        rows[node] = row;
        return changed;
    }

    private static byte flagsOf(Edge edge) {
        int flags = (edge.primary() ? PRIMARY : 0) | (edge.carried() ? CARRIED : 0);
        if (edge.purpose() == Purpose.PACKAGING) {
            flags |= PACKAGING;
        } else if (edge.purpose() == Purpose.OUTBOUND) {
            flags |= OUTBOUND;
        }
        return (byte) flags;
    }

    private void grow() {
        int capacity = 2 * size;
        keys = Arrays.copyOf(keys, capacity);
        rows = Arrays.copyOf(rows, capacity);
        targets = Arrays.copyOf(targets, capacity);
        coefficients = Arrays.copyOf(coefficients, capacity);
        flags = Arrays.copyOf(flags, capacity);
        consumers = Arrays.copyOf(consumers, capacity);
        values = Arrays.copyOf(values, capacity * Component.COUNT);
    }
}
