package io.cradle.cli.bench.load;

import io.cradle.cli.CommandException;
import io.cradle.cli.terminal.StopSignal;
import io.cradle.connectors.kafka.KafkaAccess;
import io.cradle.connectors.kafka.OutputReader;
import io.cradle.connectors.kafka.RecordPublisher;
import io.cradle.schemas.NetworkRevision;
import io.cradle.schemas.wire.InputTopic;
import io.cradle.schemas.wire.OutputTopic;
import io.cradle.schemas.wire.SchemaCatalog;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;

/** Publishes what a network is made of and waits until its job has settled all of it. */
public final class SettledLoad {
    private static final Duration STEP = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final KafkaAccess access;
    private final SchemaCatalog catalog;
    private final StopSignal stop;
    private long ofNetworks;
    private long applied;

    public SettledLoad(KafkaAccess access, SchemaCatalog catalog, StopSignal stop) {
        this.access = access;
        this.catalog = catalog;
        this.stop = stop;
    }

    /**
     * Publishes and waits.
     *
     * @param definitions gives every record to a consumer
     * @return seconds from the first record to the last revision
     * @throws CommandException if a record is rejected, or the job stands still for minutes
     */
    public double run(RecordPublisher publisher, Consumer<Consumer<SpecificRecord>> definitions) {
        try (OutputReader revisions = OutputReader.fromEnd(access, catalog, List.of(OutputTopic.NETWORK_REVISIONS))) {
            long startNanos = System.nanoTime();
            definitions.accept(record -> publish(publisher, record));
            publisher.flush();
            awaitApplied(revisions);
            return (System.nanoTime() - startNanos) / 1e9;
        }
    }

    private void publish(RecordPublisher publisher, SpecificRecord record) {
        InputTopic topic = topicOf(record);
        publisher.publish(topic, record);
        // Factors belong to no network: no revision counts them.
        ofNetworks += topic == InputTopic.EMISSION_FACTORS ? 0 : 1;
    }

    private void awaitApplied(OutputReader revisions) {
        long lastNanos = System.nanoTime();
        while (applied < ofNetworks) {
            var records = revisions.poll(STEP);
            records.forEach(one -> add((NetworkRevision) one.record()));
            if (!records.isEmpty()) {
                lastNanos = System.nanoTime();
            }
            if (stop.isGiven()) {
                throw new CommandException("stopped before the end: there is no report");
            }
            if (System.nanoTime() - lastNanos > PATIENCE.toNanos()) {
                throw new CommandException(
                        "the job stands still: of " + ofNetworks + " records of the network it applied " + applied
                                + " and has said nothing for " + PATIENCE.toMinutes() + " minutes");
            }
        }
    }

    private void add(NetworkRevision revision) {
        applied += revision.getChangesApplied();
        if (revision.getRejected() > 0) {
            throw new CommandException(revision.getRejected() + " records were rejected, expected none");
        }
    }

    private static InputTopic topicOf(SpecificRecord record) {
        return Arrays.stream(InputTopic.values())
                .filter(topic -> topic.schema().equals(record.getSchema()))
                .findFirst()
                .orElseThrow();
    }
}
