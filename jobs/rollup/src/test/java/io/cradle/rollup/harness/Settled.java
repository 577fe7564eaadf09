package io.cradle.rollup.harness;

import io.cradle.schemas.NetworkRevision;
import io.cradle.schemas.ProductFootprint;
import io.cradle.schemas.wire.InputTopic;
import io.cradle.schemas.wire.OutputTopic;
import io.cradle.schemas.wire.RecordKey;
import io.cradle.testkit.generate.LogBuilder;
import io.cradle.testkit.generate.Records;
import io.cradle.testkit.oracle.LogEntry;
import io.cradle.testkit.oracle.OracleSettings;
import io.cradle.testkit.oracle.PublicationCheck;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Waits until a job on Kafka has settled everything that stands in its input log, with no help but its own ticks. */
public final class Settled {
    private static final String LAST = "last";

    private Settled() {}

    /** Publishes records, and behind them one of each network by which the end can be told; then as {@link #await}. */
    public static List<ProductFootprint> publishAndAwait(
            KafkaRun run, List<LogEntry> records, Collection<String> networks, OracleSettings settings)
            throws Exception {
        run.publish(LogRecords.of(records, run.catalog()));
        run.publish(LogRecords.of(lastOf(networks), run.catalog()));
        return await(run, settings);
    }

    private static List<LogEntry> lastOf(Collection<String> networks) {
        LogBuilder last = new LogBuilder(1);
        for (String network : networks) {
            last.put(Records.purchase(
                    network, LAST, LAST, LAST, "2024-01-01T00:00:00Z", "2024-01-02T00:00:00Z", "1", "kg"));
        }
        return last.entries();
    }

    /** The footprints of the whole log. */
    public static List<ProductFootprint> await(KafkaRun run, OracleSettings settings) throws Exception {
        List<LogEntry> log = run.log();
        Map<String, Long> lastEpochs = lastEpochs(log, settings);
        run.await("a revision of the last epoch of every network", () -> {
            Map<String, Long> settled = new TreeMap<>();
            for (NetworkRevision revision : run.records(OutputTopic.NETWORK_REVISIONS, NetworkRevision.class)) {
                settled.merge(revision.getNetwork(), revision.getAsOf().toEpochMilli(), Math::max);
            }
            return lastEpochs.entrySet().stream()
                    .allMatch(last -> settled.getOrDefault(last.getKey(), Long.MIN_VALUE) >= last.getValue());
        });
        // The topics are read independently: a footprint may be seen after the revision of its epoch.
        run.await(
                "every footprint of the settled epochs", () -> PublicationCheck.compare(footprints(run), log, settings)
                        .missing()
                        .isEmpty());
        return footprints(run);
    }

    private static List<ProductFootprint> footprints(KafkaRun run) {
        return run.records(OutputTopic.PRODUCT_FOOTPRINTS, ProductFootprint.class);
    }

    private static Map<String, Long> lastEpochs(List<LogEntry> log, OracleSettings settings) {
        Map<String, Long> last = new TreeMap<>();
        for (LogEntry entry : log) {
            if (entry.topic() == InputTopic.PURCHASE_RECORDS
                    && RecordKey.split(entry.key()).get(1).equals(LAST)) {
                last.merge(RecordKey.split(entry.key()).get(0), settings.epochEnd(entry.logTimeMs()), Math::max);
            }
        }
        return last;
    }
}
