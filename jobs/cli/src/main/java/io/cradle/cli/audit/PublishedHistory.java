package io.cradle.cli.audit;

import io.cradle.cli.terminal.StatusLine;
import io.cradle.connectors.kafka.KafkaAccess;
import io.cradle.connectors.kafka.OutputReader;
import io.cradle.connectors.kafka.Published;
import io.cradle.schemas.NetworkRevision;
import io.cradle.schemas.ProductFootprint;
import io.cradle.schemas.wire.OutputTopic;
import io.cradle.schemas.wire.SchemaCatalog;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;

/** What a job has published of one network, as far as it was read. */
final class PublishedHistory implements AutoCloseable {
    private static final int RECORDS_PER_DRAWING = 5_000;

    private final String network;
    private final OutputReader reader;
    private final List<ProductFootprint> footprints = new ArrayList<>();
    private final TreeSet<String> networks = new TreeSet<>();
    private Optional<NetworkRevision> lastRevision = Optional.empty();
    private long read;

    private PublishedHistory(String network, OutputReader reader) {
        this.network = network;
        this.reader = reader;
    }

    static PublishedHistory open(KafkaAccess access, SchemaCatalog schemas, String network) {
        return new PublishedHistory(
                network,
                OutputReader.fromBeginning(
                        access, schemas, List.of(OutputTopic.NETWORK_REVISIONS, OutputTopic.PRODUCT_FOOTPRINTS)));
    }

    /** Reads on to where the topics end now; returns whether anything of the network was there. */
    boolean readToEnd(StatusLine status) {
        int before = footprints.size();
        reader.readToEnd(published -> {
            take(published);
            if (++read % RECORDS_PER_DRAWING == 0) {
                status.draw("reading what was published: " + read + " records");
            }
        });
        return footprints.size() > before;
    }

    private void take(Published published) {
        if (published.record() instanceof NetworkRevision revision) {
            networks.add(revision.getNetwork());
            boolean newest = lastRevision
                    .map(last -> !revision.getAsOf().isBefore(last.getAsOf()))
                    .orElse(true);
            if (revision.getNetwork().equals(network) && newest) {
                lastRevision = Optional.of(revision);
            }
        } else if (published.record() instanceof ProductFootprint footprint
                && footprint.getNetwork().equals(network)) {
            footprints.add(footprint);
        }
    }

    /** Every publication of the network up to a log time, in no order. */
    List<ProductFootprint> upTo(long asOfMs) {
        return footprints.stream()
                .filter(footprint -> footprint.getAsOf().toEpochMilli() <= asOfMs)
                .toList();
    }

    /** End of the last epoch of the network that anything was published of; empty where nothing was. */
    OptionalLong lastEpochMs() {
        long ofFootprints = footprints.stream()
                .mapToLong(footprint -> footprint.getAsOf().toEpochMilli())
                .max()
                .orElse(Long.MIN_VALUE);
        long last = Math.max(ofFootprints, settledMs().orElse(Long.MIN_VALUE));
        return last == Long.MIN_VALUE ? OptionalLong.empty() : OptionalLong.of(last);
    }

    /** End of the last epoch that network-revisions says was settled. */
    OptionalLong settledMs() {
        return lastRevision
                .map(revision -> OptionalLong.of(revision.getAsOf().toEpochMilli()))
                .orElse(OptionalLong.empty());
    }

    /** What the job says of its own error, relative to the gross emissions. */
    Optional<Double> errorBound() {
        return lastRevision.map(NetworkRevision::getErrorBound);
    }

    /** Every network that has a revision. */
    List<String> networks() {
        return List.copyOf(networks);
    }

    @Override
    public void close() {
        reader.close();
    }
}
