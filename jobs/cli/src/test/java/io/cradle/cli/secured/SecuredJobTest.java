package io.cradle.cli.secured;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.cradle.cli.Executed;
import io.cradle.cli.ExitCode;
import io.cradle.cli.terminal.StopSignal;
import io.cradle.connectors.kafka.OutputReader;
import io.cradle.connectors.kafka.Published;
import io.cradle.connectors.kafka.acl.Grant;
import io.cradle.connectors.kafka.acl.Role;
import io.cradle.connectors.kafka.schemas.TopicSchemas;
import io.cradle.rollup.KafkaRollup;
import io.cradle.rollup.config.Settings;
import io.cradle.schemas.ProductFootprint;
import io.cradle.schemas.wire.OutputTopic;
import io.cradle.testkit.broker.RecordingAuthorizer.Asked;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The job against a secured broker, with exactly the ACLs that {@code cradle topics acl} grants: it works, and each of
 * them is used.
 */
@Timeout(180)
class SecuredJobTest {
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
    void rollsUpWithAPassword() throws Exception {
        Map<String, String> settings = cluster.settings(cluster.client(SecuredCluster.JOB));
        rollsUp("password", SecuredCluster.JOB, settings);
        wantsNothingElse(SecuredCluster.JOB);
    }

    @Test
    void rollsUpWithACertificateAndTransactions() throws Exception {
        Map<String, String> settings = cluster.exactlyOnce();
        rollsUp("certificate", SecuredCluster.CERTIFIED_JOB, settings);
        wantsNothingElse(SecuredCluster.CERTIFIED_JOB);
    }

    @Test
    void thePeopleAroundItAreGrantedWhatTheyUse() throws Exception {
        cluster.done("cradle-admin", "topics", "check", "--partitions", "2");
        send("sent only");
        Role supplier = new Role.Supplier(SecuredCluster.SUPPLIED);
        assertEquals(List.of(), unused("cradle-admin", new Role.Administrator()), "granted and not used");
        assertEquals(List.of(), unused(SecuredCluster.SUPPLIER, supplier), "granted and not used");
        wantsNothingElse("cradle-admin");
        wantsNothingElse(SecuredCluster.SUPPLIER);
    }

    private static void rollsUp(String product, String user, Map<String, String> settings) throws Exception {
        Path file = cluster.write("settings of " + product, settings);
        StopSignal interrupt = new StopSignal();
        CompletableFuture<Executed> rollup =
                CompletableFuture.supplyAsync(() -> Executed.until(interrupt, "rollup", "--config", file.toString()));
        send(product);
        ProductFootprint footprint = footprint(product, rollup);
        assertEquals(1.5, footprint.getFigures().getPcfExcludingBiogenicUptake(), 1e-12);
        awaitUse(user, KafkaRollup.role(Settings.of(settings)), rollup);
        interrupt.give();
        Executed ended = rollup.join();
        assertEquals(ExitCode.DONE, ended.exitCode(), ended.everything());
    }

    private static void send(String product) throws IOException {
        Path files = Files.createDirectory(directory.resolve("files of " + product));
        Files.writeString(files.resolve("emission-factors.csv"), """
                flow,kind,valid_from,unit,fossil
                electricity,supply,2024-01-01,kW.h,0.5
                """);
        Files.writeString(files.resolve("bills-of-materials.csv"), """
                network,product,declared_unit,valid_from,input_kind,input,amount,unit
                n,%s,kg,2024-01-01,flow,electricity,3,kW.h
                n,crooked,kg,2024-01-01,flow,electricity,3,nonsense
                """.formatted(product));
        Instant end = Instant.now().minusSeconds(60);
        Files.writeString(files.resolve("activity-records.csv"), """
                network,record,process,start,end,input_kind,input,amount,unit
                n,%s,mill,%s,%s,flow,electricity,10,kW.h
                """.formatted(product, end.minusSeconds(60), end));
        Files.writeString(files.resolve("production-records.csv"), """
                network,record,process,product,start,end,amount,unit
                n,%s,mill,%s,%s,%s,20,kg
                """.formatted(
                        product, "made " + product, end.minusSeconds(60), end));
        cluster.done(SecuredCluster.SUPPLIER, "import", files.toString());
    }

    private static ProductFootprint footprint(String product, CompletableFuture<Executed> job) {
        try (TopicSchemas schemas = new TopicSchemas(cluster.access(SecuredCluster.READER));
                OutputReader reader = OutputReader.fromBeginning(
                        cluster.access(SecuredCluster.READER), schemas, List.of(OutputTopic.PRODUCT_FOOTPRINTS))) {
            while (true) {
                assertFalse(job.isDone(), () -> "the job has ended: " + job.join());
                for (Published published : reader.poll(Duration.ofMillis(200))) {
                    ProductFootprint footprint = (ProductFootprint) published.record();
                    if (footprint.getProduct().equals(product)) {
                        return footprint;
                    }
                }
            }
        }
    }

    /** Waits until everything that is granted was used; what never is shows up in the message. */
    private static void awaitUse(String user, Role.Job role, CompletableFuture<Executed> job) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        List<Grant> unused = unused(user, role);
        while (!unused.isEmpty() && System.nanoTime() < deadline) {
            assertFalse(job.isDone(), () -> "the job has ended: " + job.join());
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
            unused = unused(user, role);
        }
        assertEquals(List.of(), unused, "granted and not used");
    }

    private static List<Grant> unused(String user, Role role) {
        Set<Asked> asked = asked(user);
        return role.grants().stream()
                .filter(grant -> asked.stream().noneMatch(ask -> ask.allowed() && isFor(grant, ask)))
                .toList();
    }

    /** Whatever else it asked for is implied by what it was granted; nothing was refused. */
    private static void wantsNothingElse(String user) {
        List<Asked> refused = asked(user).stream().filter(ask -> !ask.allowed()).toList();
        assertEquals(List.of(), refused, "wanted and not granted");
    }

    /**
     * Without two questions that are only asked first: producers would like to write to any topic, and who creates a
     * topic to create any. They are content with the topic at hand.
     */
    private static Set<Asked> asked(String user) {
        Set<AclOperation> askedFirst = Set.of(AclOperation.IDEMPOTENT_WRITE, AclOperation.CREATE);
        return cluster.broker.asked().stream()
                .filter(ask -> ask.principal().equals("User:" + user)
                        && !(ask.type() == ResourceType.CLUSTER && askedFirst.contains(ask.operation()))
                        && !ask.resource().equals("hardcode"))
                .collect(Collectors.toSet());
    }

    private static boolean isFor(Grant grant, Asked ask) {
        boolean name = grant.pattern() == PatternType.PREFIXED
                ? ask.resource().startsWith(grant.name())
                : ask.resource().equals(grant.name());
        return name && grant.type() == ask.type() && grant.operation() == ask.operation();
    }
}
