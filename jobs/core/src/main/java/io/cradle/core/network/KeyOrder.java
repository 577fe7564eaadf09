package io.cradle.core.network;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The order in which the changes of an epoch are taken: by kind, inside a kind by key, inside a key as in the log. Many
 * readings of an epoch share a key and stand in the order of the log already, so keys are sorted and changes gathered
 * under them: sorting the changes themselves would compare keys once and again.
 */
final class KeyOrder {
    private static final Comparator<Change> BY_POSITION = (a, b) -> a.position().compareTo(b.position());

    private KeyOrder() {}

    static List<Change> of(List<Change> changes) {
        Map<Integer, Map<String, List<Change>>> byRank = new TreeMap<>();
        int rank = -1;
        Map<String, List<Change>> ofRank = null;
        for (Change change : changes) {
            if (ofRank == null || change.rank() != rank) {
                rank = change.rank();
                ofRank = byRank.computeIfAbsent(rank, any -> new HashMap<>());
            }
            ofRank.computeIfAbsent(change.key(), key -> new ArrayList<>()).add(change);
        }
        List<Change> ordered = new ArrayList<>(changes.size());
        for (Map<String, List<Change>> keys : byRank.values()) {
            for (List<Change> ofKey : new TreeMap<>(keys).values()) {
                if (!isInOrder(ofKey)) {
                    ofKey.sort(BY_POSITION);
                }
                ordered.addAll(ofKey);
            }
        }
        return ordered;
    }

    private static boolean isInOrder(List<Change> changes) {
        for (int i = 1; i < changes.size(); i++) {
            if (BY_POSITION.compare(changes.get(i - 1), changes.get(i)) > 0) {
                return false;
            }
        }
        return true;
    }
}
