package io.cradle.core.network;

import io.cradle.core.linear.Structure;
import java.util.Arrays;

/** What the nodes of a network's structure stand for; the same in all its periods. */
final class Nodes {
    private final Structure structure = new Structure();
    private NodeKey[] keys = new NodeKey[16];
    /** Nodes plus one by the hash of their key, the next free place after it; 0 is free. */
    private int[] table = new int[64];

    Structure structure() {
        return structure;
    }

    NodeKey key(int node) {
        return keys[node];
    }

    /** The node of a key, or -1. */
    int find(NodeKey key) {
        int at = place(key, table);
        return table[at] - 1;
    }

    /** The node of a key; it is added where it is new. */
    int ensure(NodeKey key) {
        int at = place(key, table);
        if (table[at] != 0) {
            return table[at] - 1;
        }
        int node = structure.addNode();
        if (node == keys.length) {
            keys = Arrays.copyOf(keys, node + (node >> 1));
        }
        keys[node] = key;
        table[at] = node + 1;
        if (2 * structure.size() > table.length) {
            int[] larger = new int[2 * table.length];
            for (int known = 0; known < structure.size(); known++) {
                larger[place(keys[known], larger)] = known + 1;
            }
            table = larger;
        }
        return node;
    }

    private int place(NodeKey key, int[] of) {
        int hash = key.hashCode() * 0x9E3779B9;
        int at = (hash ^ hash >>> 15) & of.length - 1;
        while (of[at] != 0 && !keys[of[at] - 1].equals(key)) {
            at = at + 1 & of.length - 1;
        }
        return at;
    }
}
