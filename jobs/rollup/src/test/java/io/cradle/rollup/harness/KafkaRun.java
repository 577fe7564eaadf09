package io.cradle.rollup.harness;

import io.cradle.connectors.kafka.InputLog;
import io.cradle.connectors.kafka.KafkaAccess;
import io.cradle.connectors.kafka.KafkaDoorException;
import io.cradle.connectors.kafka.OutputReader;
import io.cradle.connectors.kafka.Published;
import io.cradle.connectors.kafka.RecordPublisher;
import io.cradle.connectors.kafka.schemas.TopicSchemas;
import io.cradle.connectors.kafka.topics.TopicAdmin;
import io.cradle.connectors.kafka.topics.TopicSettings;
import io.cradle.rollup.KafkaRollup;
import io.cradle.rollup.RollupEnvironment;
import io.cradle.rollup.config.Options;
import io.cradle.rollup.config.Settings;
import io.cradle.schemas.wire.InputTopic;
import io.cradle.schemas.wire.LogRecord;
import io.cradle.schemas.wire.OutputTopic;
import io.cradle.schemas.wire.SchemaCatalog;
import io.cradle.testkit.broker.EmbeddedBroker;
import io.cradle.testkit.oracle.DecodedLog;
import io.cradle.testkit.oracle.LogDecoder;
import io.cradle.testkit.oracle.LogEntry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.Metric;
import org.apache.flink.runtime.testutils.InMemoryReporter;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.FileUtils;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Assertions;

/** The whole job on a broker of its own, started and stopped at will; everything it writes is collected. */
public final class KafkaRun implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(ProofSize.of(2, 30));
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);
    private static final Duration LEFT = Duration.ofSeconds(1);
    private static final int PARTITIONS = 4;

    private final EmbeddedBroker broker;
    private final KafkaAccess access;
    private final TopicSchemas schemas;
    private final OutputReader outputs;
    private final List<Published> seen = new ArrayList<>();
    private final Past past;
    private final Path checkpoints = temporaryDirectory();
    private InMemoryReporter metrics;
    private JobClient job;
    private CompletableFuture<JobExecutionResult> end;

    private KafkaRun(EmbeddedBroker broker, Past past) {
        this.broker = broker;
        this.past = past;
        this.seen.addAll(past.published());
        this.access = KafkaAccess.of(broker.bootstrapServers());
        TopicAdmin.create(access, new TopicSettings(PARTITIONS, PARTITIONS, (short) 1, TopicSettings.UNLIMITED));
        this.schemas = new TopicSchemas(access);
        this.outputs = openWhenKnown(access, schemas);
    }

    /** A topic that was created is known to the controller at once, to a broker a moment later. */
    private static OutputReader openWhenKnown(KafkaAccess access, SchemaCatalog catalog) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                return OutputReader.fromBeginning(access, catalog, List.of(OutputTopic.values()));
            } catch (KafkaDoorException e) {
                if (System.nanoTime() > deadline) {
                    throw e;
                }
            }
        }
    }

    /** A broker with all topics and nothing in them. */
    public static KafkaRun onNewBroker() {
        return onBroker(EmbeddedBroker.start(), Past.NONE);
    }

    /** A broker that holds what an earlier run left behind; missing topics are created. It is closed with the run. */
    public static KafkaRun onBroker(EmbeddedBroker broker, Past past) {
        return new KafkaRun(broker, past);
    }

    /** Appends records to the input topics, in their order; at return the broker has them. */
    public void publish(List<LogRecord> records) {
        try (RecordPublisher publisher = RecordPublisher.open(access, schemas)) {
            records.forEach(publisher::publish);
            publisher.flush();
        }
    }

    /** Publishes records and waits until a checkpoint of the running job holds that they were read. */
    public void publishAndAwaitRead(List<LogRecord> records) throws Exception {
        publish(records);
        try (Admin admin = Admin.create(access.properties())) {
            Map<String, Long> ends = ends(admin);
            await("the last record to be read", () -> {
                Map<String, Long> read = committed(admin);
                return ends.entrySet().stream().allMatch(end -> read.getOrDefault(end.getKey(), 0L) >= end.getValue());
            });
        }
    }

    private static Map<String, Long> committed(Admin admin) {
        try {
            Map<String, Long> offsets = new HashMap<>();
            admin.listConsumerGroupOffsets(Options.GROUP.defaultText())
                    .partitionsToOffsetAndMetadata()
                    .get()
                    .forEach((partition, offset) ->
                            offsets.put(partition.toString(), offset == null ? 0 : offset.offset()));
            return offsets;
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException("asking for committed offsets failed", e);
        }
    }

    /** Where the input topics end now, by partition. */
    private static Map<String, Long> ends(Admin admin) throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
        for (InputTopic topic : InputTopic.values()) {
            for (int partition = 0; partition < PARTITIONS; partition++) {
                asked.put(new TopicPartition(topic.topicName(), partition), OffsetSpec.latest());
            }
        }
        Map<String, Long> ends = new HashMap<>();
        admin.listOffsets(asked).all().get().forEach((partition, end) -> ends.put(partition.toString(), end.offset()));
        return ends;
    }

    /** The ids under which values are framed here. */
    public SchemaCatalog catalog() {
        return schemas;
    }

    /** Starts the job. */
    public void start(Settings settings, int parallelism) throws Exception {
        start(settings, parallelism, new Configuration());
    }

    /** Starts the job from a savepoint. */
    public void resume(Settings settings, int parallelism, String savepoint) throws Exception {
        Configuration recovery = new Configuration();
        recovery.set(StateRecoveryOptions.SAVEPOINT_PATH, savepoint);
        start(settings, parallelism, recovery);
    }

    /** Starts the job with more of Flink's configuration. */
    public void start(Settings settings, int parallelism, Configuration more) throws Exception {
        Settings here = settings.with(Options.BOOTSTRAP, broker.bootstrapServers())
                .with(Options.PARALLELISM, Integer.toString(parallelism));
        if (here.get(Options.CHECKPOINT_DIRECTORY).isEmpty()) {
            // In the JobManager's memory no state of more than 5 MB has room.
            here = here.with(Options.CHECKPOINT_DIRECTORY, checkpoints.toUri().toString());
        }
        Configuration flink = RollupEnvironment.configuration(here);
        flink.addAll(more);
        // One for each start: a reporter is given to one cluster only.
        metrics = InMemoryReporter.create();
        metrics.addToConfiguration(flink);
        StreamExecutionEnvironment env = StreamExecutionEnvironment.createLocalEnvironment(parallelism, flink);
        KafkaRollup.define(env, here);
        job = env.executeAsync("kafka to kafka");
        end = job.getJobExecutionResult();
    }

    private static Path temporaryDirectory() {
        try {
            return Files.createTempDirectory("checkpoints");
        } catch (IOException e) {
            throw new UncheckedIOException("no directory for checkpoints", e);
        }
    }

    /** Stops the job. */
    public String stopWithSavepoint(Path directory) throws Exception {
        String savepoint = job.stopWithSavepoint(false, directory.toUri().toString(), SavepointFormatType.CANONICAL)
                .get();
        job.getJobExecutionResult().get();
        job = null;
        return savepoint;
    }

    /** Ends the job where it stands, as a failure would; its newest checkpoint is kept. */
    public void abandon() throws Exception {
        job.cancel().get();
        job.getJobExecutionResult().handle((result, cancelled) -> null).get();
        job = null;
    }

    /** The cluster that the job reads and writes. */
    public KafkaAccess access() {
        return access;
    }

    /** Reads what the job writes until a condition holds, and fails where it does not in time. */
    public void await(String what, BooleanSupplier condition) throws Exception {
        follow(what, seen::add, condition);
    }

    /** As {@link #await}, but hands what it reads to a reader and keeps nothing, for runs that write much. */
    public void follow(String what, Consumer<Published> reader, BooleanSupplier condition) throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            outputs.poll(LOOK_AGAIN).forEach(reader);
            if (job != null && end.isCompletedExceptionally()) {
                // Whatever is awaited will not come; the reason says more than that it did not.
                end.get();
            }
            if (System.nanoTime() > deadline) {
                Assertions.fail("not within " + PATIENCE + ": " + what + "; the job is "
                        + job.getJobStatus().get());
            }
        }
    }

    /** Everything that the job has written, as far as it was read. */
    public List<Published> published() {
        return List.copyOf(seen);
    }

    /** Reads what a job that has stopped left in the topics. */
    public void drain(Consumer<Published> reader) {
        for (List<Published> rest = outputs.poll(LEFT); !rest.isEmpty(); rest = outputs.poll(LEFT)) {
            rest.forEach(reader);
        }
    }

    /** What the job has written to a topic, as far as it was read. */
    public <T extends SpecificRecord> List<T> records(OutputTopic topic, Class<T> type) {
        return seen.stream()
                .filter(one -> one.topic() == topic)
                .map(one -> type.cast(one.record()))
                .toList();
    }

    /** The input log as it stands in the topics, without ticks; records that do not decode are left out. */
    public List<LogEntry> log() {
        return decodedLog().entries();
    }

    /** The same, with the positions of the records that do not decode. */
    public DecodedLog decodedLog() {
        LogDecoder decoder = new LogDecoder(schemas);
        past.log().forEach(decoder::add);
        try (InputLog log = InputLog.open(access)) {
            log.read(InputLog.NO_LIMIT, record -> {
                if (!past.holds(record)) {
                    decoder.add(record);
                }
            });
        }
        return decoder.log();
    }

    /** The sum of a counter or gauge of whole numbers over the subtasks of the job that runs. */
    public long sum(String metric) {
        return metrics.findMetrics(job.getJobID(), metric).values().stream()
                .mapToLong(KafkaRun::value)
                .sum();
    }

    private static long value(Metric metric) {
        return metric instanceof Counter counter ? counter.getCount() : (Long) ((Gauge<?>) metric).getValue();
    }

    /** Keeps the job from reading a partition further than to where it ends now. */
    public HeldPartition hold(InputTopic topic, int partition) {
        return HeldPartition.hold(access, topic, partition);
    }

    /** Hands over every record of the input topics as it stands there, with its log time, without ticks. */
    public void scanInputs(Consumer<LogRecord> reader) {
        try (InputLog log = InputLog.open(access)) {
            log.read(InputLog.NO_LIMIT, reader);
        }
    }

    @Override
    public void close() {
        if (job != null) {
            job.cancel().join();
        }
        outputs.close();
        schemas.close();
        broker.close();
        FileUtils.deleteDirectoryQuietly(checkpoints.toFile());
    }
}
