package io.cradle.rollup.harness;

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
import io.cradle.testkit.oracle.LogEntry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.metrics.Counter;
import org.apache.flink.runtime.testutils.InMemoryReporter;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.consumer.ConsumerRecord;
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
    private final InMemoryReporter metrics = InMemoryReporter.create();
    private JobClient job;

    private KafkaRun(EmbeddedBroker broker) {
        this.broker = broker;
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
        return new KafkaRun(EmbeddedBroker.start());
    }

    /** Appends records to the input topics, in their order; at return the broker has them. */
    public void publish(List<LogRecord> records) {
        try (RecordPublisher publisher = RecordPublisher.open(access, schemas)) {
            records.forEach(publisher::publish);
            publisher.flush();
        }
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

    private void start(Settings settings, int parallelism, Configuration more) throws Exception {
        Settings here = settings.with(Options.BOOTSTRAP, broker.bootstrapServers())
                .with(Options.PARALLELISM, Integer.toString(parallelism));
        Configuration flink = RollupEnvironment.configuration(here);
        flink.addAll(more);
        metrics.addToConfiguration(flink);
        StreamExecutionEnvironment env = StreamExecutionEnvironment.createLocalEnvironment(parallelism, flink);
        KafkaRollup.define(env, here);
        job = env.executeAsync("kafka to kafka");
    }

    /** Stops the job. */
    public String stopWithSavepoint(Path directory) throws Exception {
        String savepoint = job.stopWithSavepoint(false, directory.toUri().toString(), SavepointFormatType.CANONICAL)
                .get();
        job.getJobExecutionResult().get();
        job = null;
        return savepoint;
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
            if (System.nanoTime() > deadline) {
                Assertions.fail("not within " + PATIENCE + ": " + what + "; the job is "
                        + job.getJobStatus().get());
            }
        }
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
        return InputLog.read(access, schemas);
    }

    /** The sum of a counter over the subtasks of the job that runs. */
    public long counter(String name) {
        return metrics.findMetrics(job.getJobID(), name).values().stream()
                .mapToLong(metric -> ((Counter) metric).getCount())
                .sum();
    }

    /** Keeps the job from reading a partition further than to where it ends now. */
    public HeldPartition hold(InputTopic topic, int partition) {
        return HeldPartition.hold(access, topic, partition);
    }

    /** Hands over every record of the input topics as it stands there, without ticks. */
    public void scanInputs(Consumer<ConsumerRecord<byte[], byte[]>> reader) {
        InputLog.scan(access, reader);
    }

    @Override
    public void close() {
        if (job != null) {
            job.cancel().join();
        }
        outputs.close();
        schemas.close();
        broker.close();
    }
}
