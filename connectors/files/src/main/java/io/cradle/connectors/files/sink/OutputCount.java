package io.cradle.connectors.files.sink;

import io.cradle.connectors.files.RunProgress;
import io.cradle.schemas.NetworkRevision;
import io.cradle.schemas.ProductFootprint;
import io.cradle.schemas.RejectedRecord;
import io.cradle.schemas.wire.RecordKey;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;

/** What the summary of a run counts. */
final class OutputCount {
    private final RunProgress progress;
    private final Set<String> products = new HashSet<>();
    private final Set<Long> epochs = new HashSet<>();
    private final Map<String, Long> rejectedByReason = new TreeMap<>();
    private long footprints;

    OutputCount(RunProgress progress) {
        this.progress = progress;
    }

    void add(SpecificRecord record) {
        if (record instanceof ProductFootprint footprint) {
            footprints++;
            products.add(RecordKey.join(footprint.getNetwork(), footprint.getProduct()));
        } else if (record instanceof NetworkRevision revision) {
            epochs.add(revision.getAsOf().toEpochMilli());
        } else if (record instanceof RejectedRecord rejected) {
            rejectedByReason.merge(rejected.getReason(), 1L, Long::sum);
        }
    }

    void report() {
        progress.written(footprints, products.size(), epochs.size());
        progress.rejected(rejectedByReason);
    }
}
