package io.cradle.cli.secured;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cradle.cli.Executed;
import io.cradle.cli.ExitCode;
import io.cradle.connectors.kafka.KafkaAccess;
import io.cradle.connectors.kafka.KafkaDoorException;
import io.cradle.connectors.kafka.OutputReader;
import io.cradle.connectors.kafka.RecordPublisher;
import io.cradle.schemas.wire.InputTopic;
import io.cradle.schemas.wire.OutputTopic;
import io.cradle.schemas.wire.SchemaCatalog;
import io.cradle.testkit.broker.Identity;
import io.cradle.testkit.broker.TrustStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** What a secured broker refuses is said in one sentence that says what to do, and tells nobody anything. */
@Timeout(180)
class RefusalsTest {
    private static final String WRONG = "canary-of-a-wrong-password";

    @TempDir
    static Path directory;

    private static SecuredCluster cluster;

    @BeforeAll
    static void start() throws IOException {
        cluster = SecuredCluster.start(directory);
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    @Test
    void aWrongPasswordIsSaidAndNotRepeated() throws IOException {
        Map<String, String> client = cluster.broker.passwordClient(SecuredCluster.JOB, WRONG);
        refused(rollup(cluster.settings(client)), "does not accept the credentials", cluster.broker.bootstrapServers());
        refused(check(client), "does not accept the credentials");
    }

    @Test
    void anUnknownCertificateOfTheBrokerIsSaid() throws IOException {
        Identity stranger = Identity.create("stranger", directory, WRONG);
        TrustStore trust = TrustStore.of(directory.resolve("strange trust.p12"), WRONG, List.of(stranger));
        Map<String, String> client = cluster.client(SecuredCluster.JOB);
        client.put("ssl.truststore.location", trust.store().toString());
        client.put("ssl.truststore.password", trust.password());
        refused(rollup(cluster.settings(client)), "nobody in ssl.truststore.location vouches for");
        refused(
                check(cluster.broker.certificateClient(stranger)),
                "wants a certificate that it knows, in ssl.keystore.location");
    }

    @Test
    void aWrongPasswordOfAStoreIsSaidAndNotRepeated() throws IOException {
        Map<String, String> client = cluster.client(SecuredCluster.JOB);
        client.put("ssl.truststore.password", WRONG);
        refused(rollup(cluster.settings(client)), client.get("ssl.truststore.location"));
    }

    @Test
    void anUnreadableLoginIsSaidAndNotRepeated() throws IOException {
        Map<String, String> client = cluster.client(SecuredCluster.JOB);
        client.put("sasl.jaas.config", "Module required username=\"a\" password=\"b\" " + WRONG + ";");
        refused(check(client), "sasl.jaas.config cannot be read");
    }

    @Test
    void aReferenceToNothingIsNamed() throws IOException {
        Map<String, String> settings = cluster.settings(cluster.client(SecuredCluster.JOB));
        settings.put("kafka.ssl.truststore.password", "${env:CRADLE_NO_SUCH_VARIABLE}");
        refused(rollup(settings), "nothing is found for ssl.truststore.password=${env:CRADLE_NO_SUCH_VARIABLE}");
        settings.put("kafka.ssl.truststore.password", "${file:/no/such/file:key}");
        refused(rollup(settings), "/no/such/file");
    }

    @Test
    void aSecretThatIsWrittenOutIsRefused() throws IOException {
        Map<String, String> settings = cluster.settings(cluster.client(SecuredCluster.JOB));
        settings.put("kafka.ssl.truststore.password", WRONG);
        refused(rollup(settings), "kafka.ssl.truststore.password", "${file:");
    }

    @Test
    void whatIsNotGrantedIsNamed() throws IOException {
        AclBinding read = binding("User:" + SecuredCluster.JOB, AclOperation.READ, "meter-readings");
        AclBinding write = binding("User:" + SecuredCluster.JOB, AclOperation.WRITE, "network-revisions");
        remove(read, write);
        Executed refused = rollup(cluster.settings(cluster.client(SecuredCluster.JOB)));
        refused(refused, "Read on topic meter-readings", "Write on topic network-revisions", "cradle topics acl");
        String[] job = {"topics", "acl", "--job-principal", "User:" + SecuredCluster.JOB};
        Executed check = cluster.as("admin", with(job, "--check"));
        assertEquals(ExitCode.NO, check.exitCode(), check.everything());
        assertTrue(check.out().contains("missing: User:cradle-job may Read topic meter-readings"), check.out());
        Executed applied = cluster.as("admin", with(job, "--apply"));
        assertTrue(applied.out().contains("2 of 37 ACLs granted"), applied.everything());
        Executed again = cluster.as("admin", with(job, "--apply"));
        assertTrue(again.out().contains("0 of 37 ACLs granted"), again.everything());
        assertEquals(ExitCode.DONE, cluster.as("admin", with(job, "--check")).exitCode());
    }

    @Test
    void whatIsTooWideIsNamed() throws Exception {
        String principal = "User:" + SecuredCluster.READER;
        AclBinding wide = binding(principal, AclOperation.ALL, "*");
        try (Admin admin = Admin.create(new HashMap<>(cluster.broker.adminClient()))) {
            admin.createAcls(List.of(wide)).all().get();
        }
        Executed check = cluster.as("admin", "topics", "acl", "--reader-principal", principal, "--check");
        remove(wide);
        assertEquals(ExitCode.NO, check.exitCode(), check.everything());
        assertTrue(check.out().contains("too wide: User:reader may All topic *"), check.out());
        assertTrue(
                check.out().contains("--remove --force --allow-principal User:reader --operation All --topic '*'"),
                check.out());
    }

    @Test
    void aForeignerLearnsNothing() throws Exception {
        KafkaAccess foreigner = cluster.access(SecuredCluster.FOREIGNER);
        for (OutputTopic topic : OutputTopic.values()) {
            refused(
                    () -> OutputReader.fromBeginning(foreigner, SchemaCatalog.bundled(), List.of(topic)),
                    topic.topicName());
        }
        for (InputTopic topic : InputTopic.values()) {
            refused(() -> send(foreigner, topic), topic.topicName());
        }
        try (Admin admin = Admin.create(new HashMap<>(cluster.client(SecuredCluster.FOREIGNER)))) {
            assertEquals(Set.of(), admin.listTopics().names().get());
            assertEquals(List.of(), List.copyOf(admin.listGroups().all().get()));
        }
        refused(check(cluster.client(SecuredCluster.FOREIGNER)), "Describe on topic", "cradle topics acl");
    }

    @Test
    void aSupplierReadsNoFiguresAndWritesNoOtherTopic() {
        KafkaAccess supplier = cluster.access(SecuredCluster.SUPPLIER);
        refused(
                () -> OutputReader.fromBeginning(
                        supplier, SchemaCatalog.bundled(), List.of(OutputTopic.PRODUCT_FOOTPRINTS)),
                "product-footprints");
        refused(() -> send(supplier, InputTopic.METER_READINGS), "Write on topic meter-readings is not granted");
    }

    @Test
    void aReaderSeesNoRejectedRecordsAndSendsNothing() {
        KafkaAccess reader = cluster.access(SecuredCluster.READER);
        refused(
                () -> OutputReader.fromBeginning(
                        reader, SchemaCatalog.bundled(), List.of(OutputTopic.REJECTED_RECORDS)),
                "rejected-records");
        refused(() -> send(reader, InputTopic.EMISSION_FACTORS), "emission-factors");
    }

    private static void send(KafkaAccess access, InputTopic topic) {
        try (RecordPublisher publisher = RecordPublisher.open(access, SchemaCatalog.bundled())) {
            publisher.delete(topic, "key");
            publisher.flush();
        }
    }

    /** The sentence is about what was asked for and nothing else that exists. */
    private static void refused(Executable door, String words) {
        String sentence = assertThrows(KafkaDoorException.class, door).getMessage();
        assertTrue(sentence.contains(words), sentence);
        assertTrue(sentence.contains("cradle topics acl"), sentence);
        Stream.concat(
                        Arrays.stream(InputTopic.values()).map(InputTopic::topicName),
                        Arrays.stream(OutputTopic.values()).map(OutputTopic::topicName))
                .filter(topic -> !words.contains(topic))
                .forEach(topic -> assertFalse(sentence.contains(" " + topic), sentence));
    }

    private static Executed rollup(Map<String, String> settings) throws IOException {
        return Executed.of(
                "rollup",
                "--config",
                cluster.write("settings " + settings.hashCode(), settings).toString());
    }

    private static Executed check(Map<String, String> client) throws IOException {
        return Executed.of(
                "topics",
                "check",
                "--bootstrap-servers",
                client.get("bootstrap.servers"),
                "--config",
                cluster.write("client " + client.hashCode(), client).toString());
    }

    private static void refused(Executed executed, String... words) {
        assertEquals(ExitCode.COULD_NOT_RUN, executed.exitCode(), executed.everything());
        assertFalse(executed.everything().contains(WRONG), executed.everything());
        assertEquals(1, executed.err().lines().count(), executed.everything());
        for (String word : words) {
            assertTrue(executed.err().contains(word), word + " in " + executed.err());
        }
    }

    private static void remove(AclBinding... acls) {
        try (Admin admin = Admin.create(new HashMap<>(cluster.broker.adminClient()))) {
            admin.deleteAcls(Arrays.stream(acls).map(AclBinding::toFilter).toList())
                    .all()
                    .get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static AclBinding binding(String principal, AclOperation operation, String topic) {
        return new AclBinding(
                new ResourcePattern(ResourceType.TOPIC, topic, PatternType.LITERAL),
                new AccessControlEntry(principal, "*", operation, AclPermissionType.ALLOW));
    }

    private static String[] with(String[] command, String option) {
        return Stream.concat(Arrays.stream(command), Stream.of(option)).toArray(String[]::new);
    }
}
