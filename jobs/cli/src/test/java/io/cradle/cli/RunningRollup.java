package io.cradle.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.fail;

import io.cradle.cli.terminal.StopSignal;
import io.cradle.connectors.kafka.InputLog;
import io.cradle.connectors.kafka.KafkaAccess;
import io.cradle.connectors.kafka.OutputReader;
import io.cradle.connectors.kafka.RecordPublisher;
import io.cradle.connectors.kafka.schemas.TopicSchemas;
import io.cradle.schemas.NetworkRevision;
import io.cradle.schemas.ProductFootprint;
import io.cradle.schemas.RejectedRecord;
import io.cradle.schemas.wire.InputTopic;
import io.cradle.schemas.wire.LogRecord;
import io.cradle.schemas.wire.OutputTopic;
import io.cradle.schemas.wire.RecordKey;
import io.cradle.schemas.wire.SchemaCatalog;
import io.cradle.testkit.broker.EmbeddedBroker;
import io.cradle.testkit.oracle.DecodedLog;
import io.cradle.testkit.oracle.LogDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import org.apache.avro.specific.SpecificRecord;

/** A broker with all topics, and the job running on it as {@code cradle rollup} does, under settings of a test. */
public final class RunningRollup implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);
    private static final long EPOCH_MS = 500;

    /** Periods that stay open and retained whatever the date of the run. */
    public static final List<String> SETTINGS =
            List.of("--set", "reporting.grace=30000 d", "--set", "reporting.retention-months=1200");

    private final EmbeddedBroker broker;
    private final KafkaAccess access;
    private final TopicSchemas schemas;
    private final OutputReader outputs;
    private final List<SpecificRecord> seen = new ArrayList<>();
    private final StopSignal interrupt = new StopSignal();
    private final CompletableFuture<Executed> job;

    private RunningRollup(EmbeddedBroker broker) {
        this.broker = broker;
        this.access = KafkaAccess.of(broker.bootstrapServers());
        Executed created = on("topics", "create", "--partitions", "2");
        assertEquals(ExitCode.DONE, created.exitCode(), created.everything());
        this.schemas = new TopicSchemas(access);
        this.outputs = OutputReader.fromBeginning(access, schemas, List.of(OutputTopic.values()));
        List<String> command = new ArrayList<>(List.of("rollup", "--bootstrap-servers", broker.bootstrapServers()));
        command.addAll(SETTINGS);
        this.job = CompletableFuture.supplyAsync(() -> Executed.until(interrupt, command.toArray(String[]::new)));
    }

    public static RunningRollup start() {
        return new RunningRollup(EmbeddedBroker.start());
    }

    /** Executes a command on this cluster. */
    public Executed on(String... arguments) {
        List<String> all = new ArrayList<>(Arrays.asList(arguments));
        all.addAll(List.of("--bootstrap-servers", broker.bootstrapServers()));
        return Executed.of(all.toArray(String[]::new));
    }

    /** The same, telling it the settings of the job. */
    public Executed onWithSettings(String... arguments) {
        List<String> all = new ArrayList<>(Arrays.asList(arguments));
        all.addAll(SETTINGS);
        return on(all.toArray(String[]::new));
    }

    public KafkaAccess access() {
        return access;
    }

    public SchemaCatalog schemas() {
        return schemas;
    }

    /** Appends a record under the key that its fields make. */
    public void publish(InputTopic topic, SpecificRecord record) {
        try (RecordPublisher publisher = RecordPublisher.open(access, schemas)) {
            publisher.publish(topic, record);
            publisher.flush();
        }
    }

    /** Appends bytes as they are. */
    public void publish(LogRecord record) {
        try (RecordPublisher publisher = RecordPublisher.open(access, schemas)) {
            publisher.publish(record);
            publisher.flush();
        }
    }

    /** The input log as it stands. */
    public DecodedLog log() {
        LogDecoder decoder = new LogDecoder(schemas);
        try (InputLog log = InputLog.open(access)) {
            log.read(InputLog.NO_LIMIT, decoder::add);
        }
        return decoder.log();
    }

    /** Waits until the last usable record of a network is in a revision. */
    public long awaitSettled(String network) {
        long lastMs = log().entries().stream()
                .filter(entry -> entry.topic() != InputTopic.EMISSION_FACTORS
                        && RecordKey.split(entry.key()).get(0).equals(network))
                .mapToLong(entry -> -Math.floorDiv(-entry.logTimeMs(), EPOCH_MS) * EPOCH_MS)
                .max()
                .orElseThrow();
        await("revision of " + network + " as of " + lastMs, () -> records(NetworkRevision.class).stream()
                .anyMatch(revision -> revision.getNetwork().equals(network)
                        && revision.getAsOf().toEpochMilli() >= lastMs));
        return lastMs;
    }

    /** Reads what the job writes until a condition holds. */
    public void await(String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertFalse(job.isDone(), () -> "the job has ended: " + job.join());
            outputs.poll(LOOK_AGAIN).forEach(published -> {
                if (published.topic() != OutputTopic.LATEST_PRODUCT_FOOTPRINTS) {
                    seen.add(published.record());
                }
            });
            if (System.nanoTime() > deadline) {
                fail("not within " + PATIENCE + ": " + what);
            }
        }
    }

    /** What was written so far, of one kind. */
    public <T extends SpecificRecord> List<T> records(Class<T> type) {
        return seen.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** The newest publication of a product. */
    public ProductFootprint newest(String network, String product) {
        return records(ProductFootprint.class).stream()
                .filter(footprint -> footprint.getNetwork().equals(network)
                        && footprint.getProduct().equals(product))
                .reduce((earlier, later) -> later.getAsOf().isBefore(earlier.getAsOf()) ? earlier : later)
                .orElseThrow();
    }

    /** Waits for a rejection of a record with this key, and returns its position. */
    public String awaitRejected(String key) {
        await("rejection of " + key, () -> rejected(key).size() == 1);
        RejectedRecord record = rejected(key).get(0);
        return record.getTopic() + "/" + record.getPartition() + "/" + record.getOffset();
    }

    private List<RejectedRecord> rejected(String key) {
        return records(RejectedRecord.class).stream()
                .filter(record -> StandardCharsets.UTF_8
                        .decode(record.getKey().duplicate())
                        .toString()
                        .equals(key))
                .toList();
    }

    @Override
    public void close() {
        interrupt.give();
        Executed ended = job.join();
        outputs.close();
        schemas.close();
        broker.close();
        assertEquals(ExitCode.DONE, ended.exitCode(), ended.everything());
    }
}
