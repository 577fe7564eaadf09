package io.cradle.cli.demo;

import io.cradle.connectors.kafka.Published;
import io.cradle.schemas.NetworkRevision;
import io.cradle.schemas.ProductFootprint;
import io.cradle.schemas.RejectedRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** What has come out so far: the newest footprint of each product and period, and what was rejected. For one thread. */
final class Board {
    private final Map<Cell, ProductFootprint> newest = new HashMap<>();
    private final SortedMap<String, Long> rejected = new TreeMap<>();
    private final Set<String> withFigures = new HashSet<>();
    private final List<String> rejections = new ArrayList<>();
    private Instant latestAsOf = Instant.MIN;
    private long footprints;

    private record Cell(String product, String period) {}

    void take(Published published) {
        if (published.record() instanceof ProductFootprint footprint) {
            footprints++;
            // At-least-once delivery may repeat: readers keep the largest as-of.
            newest.merge(
                    new Cell(footprint.getProduct(), footprint.getPeriod()),
                    footprint,
                    (held, come) -> come.getAsOf().isBefore(held.getAsOf()) ? held : come);
            if (footprint.getFigures() != null) {
                withFigures.add(footprint.getProduct());
            }
        } else if (published.record() instanceof NetworkRevision revision) {
            latestAsOf = revision.getAsOf().isAfter(latestAsOf) ? revision.getAsOf() : latestAsOf;
        } else if (published.record() instanceof RejectedRecord record) {
            rejected.merge(record.getReason(), 1L, Long::sum);
            rejections.add("rejected " + record.getTopic() + "/" + record.getPartition() + "/" + record.getOffset()
                    + ": " + record.getReason() + ": " + record.getDetail());
        }
    }

    Optional<ProductFootprint> newest(String product, String period) {
        return Optional.ofNullable(newest.get(new Cell(product, period)));
    }

    /** Whether a footprint with figures was published for the product. */
    boolean hasFigures(String product) {
        return withFigures.contains(product);
    }

    int products() {
        return withFigures.size();
    }

    long footprints() {
        return footprints;
    }

    SortedMap<String, Long> rejected() {
        return Collections.unmodifiableSortedMap(rejected);
    }

    long rejectedCount() {
        return rejected.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Sentences about the records rejected since the last call. */
    List<String> newRejections() {
        List<String> since = List.copyOf(rejections);
        rejections.clear();
        return since;
    }

    /** End of the last epoch that was settled. */
    Instant latestAsOf() {
        return latestAsOf;
    }
}
