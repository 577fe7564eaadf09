package io.cradle.rollup.harness;

import io.cradle.connectors.kafka.Published;
import io.cradle.schemas.NetworkRevision;
import io.cradle.schemas.ProductFootprint;
import io.cradle.schemas.wire.OutputTopic;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Whether all that belongs to an epoch was read: topics are read independently, and a revision says how many footprints
 * there are of its epoch.
 */
public final class EpochCounts {
    private final Map<String, int[]> readAndSaid = new HashMap<>();
    private final Map<String, Long> settledMs = new HashMap<>();

    /** Takes in whatever the job wrote. */
    public void read(Published one) {
        if (one.record() instanceof NetworkRevision revision) {
            of(revision.getNetwork(), revision.getAsOf())[1] += revision.getProductsChanged();
            settledMs.merge(revision.getNetwork(), revision.getAsOf().toEpochMilli(), Math::max);
        } else if (one.topic() == OutputTopic.PRODUCT_FOOTPRINTS
                && one.record() instanceof ProductFootprint footprint) {
            of(footprint.getNetwork(), footprint.getAsOf())[0]++;
        }
    }

    /** Whether everything of an epoch was read, and its revision. */
    public boolean isComplete(String network, long asOfMs) {
        int[] counts = readAndSaid.get(place(network, asOfMs));
        return counts != null && counts[0] == counts[1] && isSettled(network, asOfMs);
    }

    /** Whether a revision of this epoch or a later one was read of a network. */
    public boolean isSettled(String network, long asOfMs) {
        return settledMs.getOrDefault(network, Long.MIN_VALUE) >= asOfMs;
    }

    /** Whether everything was read of every epoch of which anything was. */
    public boolean isWhole() {
        return readAndSaid.values().stream().allMatch(counts -> counts[0] == counts[1]);
    }

    private int[] of(String network, Instant asOf) {
        return readAndSaid.computeIfAbsent(place(network, asOf.toEpochMilli()), key -> new int[2]);
    }

    private static String place(String network, long asOfMs) {
        return network + " " + asOfMs;
    }
}
