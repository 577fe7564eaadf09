package io.cradle.cli.bench.pipeline;

import io.cradle.cli.CommandException;
import io.cradle.cli.bench.Progress;
import io.cradle.cli.cluster.ClusterOptions;
import io.cradle.connectors.kafka.KafkaAccess;
import io.cradle.connectors.kafka.KafkaDoorException;
import io.cradle.connectors.kafka.schemas.TopicSchemas;
import io.cradle.connectors.kafka.topics.TopicAdmin;
import io.cradle.connectors.kafka.topics.TopicSettings;
import io.cradle.testkit.cluster.KafkaProcesses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A broker, which is a process of its own, and everybody who writes and reads there. */
final class BenchBroker implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path directory;
    private final KafkaProcesses kafka;
    private final KafkaAccess access;
    private final TopicSchemas schemas;
    private int jobs;

    private BenchBroker(Path directory, KafkaProcesses kafka, KafkaAccess access) {
        this.directory = directory;
        this.kafka = kafka;
        this.access = access;
        this.schemas = new TopicSchemas(access);
    }

    /** Starts a broker and creates the topics. */
    static BenchBroker start(Path directory, Progress progress) {
        progress.next("starting a broker");
        KafkaProcesses kafka = KafkaProcesses.start(ClusterOptions.home(), directory, 1);
        try {
            KafkaAccess access = KafkaAccess.of(kafka.bootstrapServers()).answeringWithin(PATIENCE);
            createTopics(access);
            return new BenchBroker(directory, kafka, access);
        } catch (RuntimeException e) {
            kafka.close();
            throw e;
        }
    }

    /** A broker answers before it leads itself, hence more than one try. */
    private static void createTopics(KafkaAccess access) {
        TopicSettings topics = new TopicSettings(
                PipelineSetup.PARTITIONS, PipelineSetup.PARTITIONS, (short) 1, TopicSettings.UNLIMITED);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            access.requireAnswer();
            try {
                TopicAdmin.create(access, topics);
                return;
            } catch (KafkaDoorException e) {
                if (System.nanoTime() > deadline) {
                    throw e;
                }
            }
        }
    }

    WrittenLog write(PipelineSetup setup, MeteredPlants plants, Progress progress) {
        progress.next("writing readings of " + setup.networks() + " networks");
        return WrittenLog.write(
                access,
                schemas,
                setup,
                plants,
                written -> progress.of("readings written", written, setup.readings() + setup.warmUp()));
    }

    /** Lets the consumer that only decodes read the readings twice: the first time Java may still compile it. */
    List<BareConsumer.Speed> consumeTwice(Progress progress) {
        progress.next("decoding and doing nothing else");
        return List.of(BareConsumer.read(access, schemas), BareConsumer.read(access, schemas));
    }

    JobMeasurement runJob(PipelineSetup setup, WrittenLog log, Progress progress) {
        progress.next("settling on " + setup.backendName());
        try {
            Path own = Files.createDirectories(directory.resolve("job-" + ++jobs));
            return new MeasuredJob(own, setup, access)
                    .run(schemas, log, done -> progress.of("records settled", done, log.ofNetworks()));
        } catch (IOException e) {
            throw new CommandException("the job cannot be measured in " + directory + ": " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        schemas.close();
        kafka.close();
    }
}
