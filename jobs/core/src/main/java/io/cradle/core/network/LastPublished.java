package io.cradle.core.network;

import io.cradle.core.footprint.Component;
import io.cradle.core.footprint.Published;
import io.cradle.core.footprint.Result;
import io.cradle.core.footprint.Status;
import io.cradle.core.linear.LinearSystem;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * What was last published of every product of a period. Most products have the values still that were published, so
 * only those of products that have moved since are kept apart.
 */
final class LastPublished {
    private static final Status[] STATUSES = Status.values();
    private static final Result[] RESULTS = Result.values();
    private static final int PUBLISHED = 1;
    private static final int EVER_FINAL = 2;
    private static final int FIGURES = 4;
    private static final int STATUS_SHIFT = 3;
    private static final int RESULT_SHIFT = 5;
    private static final int NO_RESULT = 3;

    private final LinearSystem system;
    /** Values as published, of products that have moved since. */
    private final Map<Integer, double[]> moved = new HashMap<>();

    private byte[] states = new byte[16];
    private double[] coverages = new double[16];
    private long[] versions = new long[16];

    LastPublished(LinearSystem system) {
        this.system = system;
        system.onMove(this::beforeMove);
    }

    private void beforeMove(int node, double[] values, int base) {
        if (node < states.length && (states[node] & FIGURES) != 0) {
            moved.computeIfAbsent(node, n -> Arrays.copyOfRange(values, base, base + Component.COUNT));
        }
    }

    /** What was published of a product, or null. */
    Published of(int node) {
        if (node >= states.length || (states[node] & PUBLISHED) == 0) {
            return null;
        }
        int state = states[node];
        int result = state >>> RESULT_SHIFT & NO_RESULT;
        return new Published(
                STATUSES[state >>> STATUS_SHIFT & 3],
                result == NO_RESULT ? null : RESULTS[result],
                coverages[node],
                values(node, state),
                VersionDigest.text(versions[node]),
                (state & EVER_FINAL) != 0);
    }

    private double[] values(int node, int state) {
        if ((state & FIGURES) == 0) {
            return new double[0];
        }
        double[] apart = moved.get(node);
        return apart == null ? system.values(node) : apart;
    }

    /** Remembers what was published before a restart; the node starts from these values. */
    void restore(int node, Published published) {
        remember(node, published);
        if (published.values().length > 0) {
            system.seed(node, published.values());
        }
    }

    /** Remembers what is published now, with the values that the node has. */
    void remember(int node, Published published) {
        if (node >= states.length) {
            int length = Math.max(node + 1, states.length + (states.length >> 3) + 16);
            states = Arrays.copyOf(states, length);
            coverages = Arrays.copyOf(coverages, length);
            versions = Arrays.copyOf(versions, length);
        }
        int result = published.result() == null ? NO_RESULT : published.result().ordinal();
        states[node] = (byte) (PUBLISHED
                | (published.everFinal() ? EVER_FINAL : 0)
                | (published.values().length > 0 ? FIGURES : 0)
                | published.status().ordinal() << STATUS_SHIFT
                | result << RESULT_SHIFT);
        coverages[node] = published.coverage();
        versions[node] = VersionDigest.of(published.versions());
        moved.remove(node);
    }
}
