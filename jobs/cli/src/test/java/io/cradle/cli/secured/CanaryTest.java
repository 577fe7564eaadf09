package io.cradle.cli.secured;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cradle.cli.job.LocalCluster;
import io.cradle.cli.job.LocalJob;
import io.cradle.rollup.KafkaRollup;
import io.cradle.rollup.RollupEnvironment;
import io.cradle.rollup.config.Settings;
import io.cradle.schemas.wire.OutputTopic;
import io.cradle.testkit.broker.Identity;
import io.cradle.testkit.broker.TrustStore;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A job whose every secret is a word that is found nowhere else, and everything that a job leaves behind or shows: none
 * of the words is in it.
 */
@Timeout(180)
class CanaryTest {
    private static final String LOGIN = "canary-of-the-login";
    private static final String TRUST = "canary-of-the-trust-store";
    private static final String STORE = "canary-of-the-key-store";
    private static final String KEY = "canary-of-the-key";
    private static final String CANARY = "canary-of-the";

    @TempDir
    Path directory;

    @Test
    void noSecretIsShippedStoredShownOrLogged() throws Exception {
        try (SecuredCluster cluster = SecuredCluster.start(directory);
                HeardLog log = new HeardLog(Level.DEBUG)) {
            Settings settings = Settings.of(settings(cluster));
            String shown = show(cluster, settings);
            found("Flink's REST API", shown, "input log");
            found("the log", log.text(), "ssl.key.password = [hidden]");
            found("checkpoints and savepoint", bytes(directory.resolve("checkpoints")), "meter-readings");
            found("the job graph", graph(settings), "${file:");
            found("the topics that it writes", outputs(cluster), "nonsense");
        }
    }

    private Map<String, String> settings(SecuredCluster cluster) throws IOException {
        cluster.broker.addUser(SecuredCluster.JOB, LOGIN);
        Identity key = cluster.broker.certified(SecuredCluster.CERTIFIED_JOB);
        Path keys = directory.resolve("keys.jks");
        key.copyTo(keys, STORE, KEY);
        Map<String, String> client = cluster.broker.passwordClient(SecuredCluster.JOB, LOGIN);
        TrustStore believed = cluster.broker.trustStore(directory.resolve("trust.p12"), TRUST);
        client.put("ssl.truststore.location", believed.store().toString());
        client.put("ssl.truststore.password", believed.password());
        client.put("ssl.keystore.type", "JKS");
        client.put("ssl.keystore.location", keys.toString());
        client.put("ssl.keystore.password", STORE);
        client.put("ssl.key.password", KEY);
        Map<String, String> settings = cluster.settings(client);
        settings.put(
                "checkpoint.directory", directory.resolve("checkpoints").toUri().toString());
        return settings;
    }

    private String show(SecuredCluster cluster, Settings settings) throws Exception {
        try (LocalCluster flink = LocalCluster.start(2, LocalCluster.ANY_PORT)) {
            StreamExecutionEnvironment env = flink.environment(RollupEnvironment.configuration(settings));
            KafkaRollup.define(env, settings);
            LocalJob job = flink.submit(env, "cradle rollup");
            send(cluster);
            awaitRejected(cluster, job);
            RestCrawl rest = new RestCrawl(flink.url());
            rest.savepoint(
                    rest.jobs().get(0),
                    directory.resolve("checkpoints/savepoint").toUri().toString());
            Map<String, String> answers = rest.everything();
            assertTrue(answers.size() > 30, answers.keySet()::toString);
            job.cancel();
            return answers.toString();
        }
    }

    private void send(SecuredCluster cluster) throws IOException {
        Path files = Files.createDirectory(directory.resolve("files"));
        Files.writeString(files.resolve("bills-of-materials.csv"), """
                network,product,declared_unit,valid_from,input_kind,input,amount,unit
                n,crooked,kg,2024-01-01,flow,electricity,3,nonsense
                """);
        cluster.done(SecuredCluster.SUPPLIER, "import", files.toString());
    }

    private static void awaitRejected(SecuredCluster cluster, LocalJob job) {
        while (outputs(cluster).isEmpty()) {
            assertFalse(job.awaitEnd(Duration.ofMillis(100)), "the job has ended");
        }
    }

    /** The bytes of all output topics, dead letters among them. */
    private static String outputs(SecuredCluster cluster) {
        StringBuilder text = new StringBuilder();
        ByteArrayDeserializer bytes = new ByteArrayDeserializer();
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(new HashMap<>(cluster.broker.adminClient()), bytes, bytes)) {
            List<TopicPartition> partitions = Arrays.stream(OutputTopic.values())
                    .flatMap(topic -> consumer.partitionsFor(topic.topicName()).stream())
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            for (ConsumerRecord<byte[], byte[]> message : consumer.poll(Duration.ofSeconds(2))) {
                text.append(latin(message.key())).append(latin(message.value()));
            }
        }
        return text.toString();
    }

    private static String graph(Settings settings) throws IOException {
        StreamExecutionEnvironment env =
                StreamExecutionEnvironment.getExecutionEnvironment(RollupEnvironment.configuration(settings));
        KafkaRollup.define(env, settings);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(env.getStreamGraph().getJobGraph());
        }
        return latin(bytes.toByteArray());
    }

    private static String bytes(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile).map(CanaryTest::content).reduce("", String::concat);
        }
    }

    private static String content(Path file) {
        try {
            return latin(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String latin(byte[] bytes) {
        return bytes == null ? "" : new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /** A search that finds what must be there finds no canary. */
    private static void found(String where, String text, String expected) {
        assertTrue(text.contains(expected), () -> expected + " in " + where);
        int at = text.indexOf(CANARY);
        assertEquals("", at < 0 ? "" : text.substring(Math.max(0, at - 200), at + CANARY.length()), where);
    }
}
