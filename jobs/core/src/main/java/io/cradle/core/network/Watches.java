package io.cradle.core.network;

import io.cradle.core.linear.IntList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What rows looked at and neither name nor take of: facts of other names, nodes without anything to take, flows without
 * a factor. Whoever has an edge is found through it, so this stays small.
 */
final class Watches {
    /** Watching nodes, in the order in which they began to. */
    private final Map<Object, Set<Integer>> watchers = new HashMap<>();

    private final Map<Integer, Set<Object>> watchedBy = new HashMap<>();

    /** What a row being built looks at, and the nodes through whose edges it would be found all the same. */
    static final class Seen {
        private final List<Object> things = new ArrayList<>();
        private final IntList impliedBy = new IntList();

        /** Notes a thing; {@code node} and {@code other} may be -1. */
        void add(Object thing, int node, int other) {
            things.add(thing);
            impliedBy.add(node);
            impliedBy.add(other);
        }
    }

    Set<Integer> of(Object thing) {
        return watchers.getOrDefault(thing, Set.of());
    }

    /** Replaces what a node watches by what its new row has seen. */
    void replace(int node, Seen seen, int[] targets) {
        Set<Object> before = watchedBy.getOrDefault(node, Set.of());
        Set<Object> now = notImplied(seen, targets);
        for (Object thing : before) {
            if (!now.contains(thing)) {
                Set<Integer> nodes = watchers.get(thing);
                nodes.remove(node);
                if (nodes.isEmpty()) {
                    watchers.remove(thing);
                }
            }
        }
        now.forEach(thing ->
                watchers.computeIfAbsent(thing, t -> new LinkedHashSet<>(2)).add(node));
        if (!now.isEmpty()) {
            watchedBy.put(node, now);
        } else if (!before.isEmpty()) {
            watchedBy.remove(node);
        }
    }

    private static Set<Object> notImplied(Seen seen, int[] targets) {
        int[] sorted = targets.clone();
        Arrays.sort(sorted);
        Set<Object> things = new LinkedHashSet<>();
        for (int i = 0; i < seen.things.size(); i++) {
            boolean implied = Arrays.binarySearch(sorted, seen.impliedBy.get(2 * i)) >= 0
                    || Arrays.binarySearch(sorted, seen.impliedBy.get(2 * i + 1)) >= 0;
            if (!implied) {
                things.add(seen.things.get(i));
            }
        }
        return things;
    }
}
