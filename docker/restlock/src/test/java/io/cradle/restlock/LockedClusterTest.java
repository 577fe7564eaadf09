package io.cradle.restlock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.configuration.Configuration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Flink's own server, with the lock as it ships: the job outlives everything, until it is stopped with a savepoint. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LockedClusterTest {
    @TempDir
    private static Path directory;

    private static LockedCluster cluster;

    @BeforeAll
    static void start() throws Exception {
        cluster = new LockedCluster(directory, new Configuration());
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PATCH /jobs/JOB",
                "PATCH /v1/jobs/JOB?mode=cancel",
                "PATCH //jobs/JOB/",
                "PATCH /%6Aobs/JOB",
                "GET /jobs/JOB/yarn-cancel",
                "GET /jobs/JOB/yarn-stop/",
                "GET /jobs/JOB/yarn%2Dcancel",
                "GET /jobs/JOB/yarn%252Dcancel",
                "GET /jobs/JOB/yarn-cancel%3Fx",
                "DELETE /cluster",
                "POST /jobs",
                "POST /jars/upload",
                "POST /jars/some/run",
                "DELETE /jars/some",
                "POST /savepoint-disposal",
                "PATCH /jobs/JOB/rescaling?parallelism=2",
                "PUT /jobs/JOB/resource-requirements",
            })
    @Order(1)
    void whatChangesTheClusterIsRefusedAndTheJobRuns(String request) throws Exception {
        String[] words = request.split(" ");
        HttpResponse<String> answer = cluster.send(words[0], words[1], "{}");
        assertEquals(403, answer.statusCode(), answer.body());
        assertTrue(answer.body().startsWith("{\"errors\":[\""), answer.body());
        assertEquals(JobStatus.RUNNING, cluster.status());
    }

    @Test
    @Order(1)
    void theLockIsAllThatRefusesThem() throws Exception {
        assertTrue(cluster.send("GET", "/config", "").body().contains("\"web-cancel\":true"));
        assertEquals(200, cluster.send("GET", "/jars", "").statusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/config", "/v1/jobs", "/jobs/JOB", "/jobs/JOB/checkpoints", "/taskmanagers"})
    @Order(1)
    void readsAreAnswered(String path) throws Exception {
        assertEquals(200, cluster.send("GET", path, "").statusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/jars/upload", "/jobs", "/jobs/JOB/stop"})
    @Order(1)
    void aJarDoesNotReachTheDisk(String path) throws Exception {
        String file = "--x\r\nContent-Disposition: form-data; name=\"jarfile\"; filename=\"evil.jar\"\r\n"
                + "Content-Type: application/x-java-archive\r\n\r\n" + "e".repeat(1 << 20) + "\r\n--x--\r\n";
        HttpResponse<String> answer = cluster.send(HttpRequest.newBuilder(cluster.address(path))
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(HttpRequest.BodyPublishers.ofString(file)));
        assertEquals(403, answer.statusCode(), answer.body());
        assertTrue(Files.isDirectory(cluster.uploads()));
        assertEquals(List.of(), below(cluster.uploads()));
    }

    @Test
    @Order(1)
    void aRequestBehindAnotherOnTheSameConnectionIsJudged() throws Exception {
        String cancel = "PATCH /jobs/" + cluster.job() + " HTTP/1.1\r\nHost: x\r\n\r\n";
        String answers = exchange("GET /jobs HTTP/1.1\r\nHost: x\r\n\r\n" + cancel + cancel);
        assertEquals(1, answers.split("HTTP/1.1 403", -1).length - 1, answers);
        assertEquals(JobStatus.RUNNING, cluster.status());
    }

    @Test
    @Order(1)
    void theJobIsNotDrained() throws Exception {
        HttpResponse<String> answer = cluster.send("POST", "/jobs/JOB/stop", "{\"drain\":true}");
        assertEquals(403, answer.statusCode(), answer.body());
        assertEquals(JobStatus.RUNNING, cluster.status());
    }

    @Test
    @Order(2)
    void aSavepointIsTaken() throws Exception {
        complete("/jobs/JOB/savepoints", "target-directory");
        assertEquals(1, savepoints());
        assertEquals(JobStatus.RUNNING, cluster.status());
    }

    @Test
    @Order(3)
    void theJobIsStoppedWithASavepoint() throws Exception {
        complete("/v1/jobs/JOB/stop", "targetDirectory");
        LockedCluster.await(() -> cluster.status() == JobStatus.FINISHED);
        assertEquals(2, savepoints());
    }

    @Test
    @Order(4)
    void whereCancellingIsAllowedTheVeryRequestCancels(@TempDir Path other) throws Exception {
        Configuration cancelling = new Configuration();
        cancelling.setString("cradle.rest.allow", "cancel");
        try (LockedCluster unlocked = new LockedCluster(other, cancelling)) {
            HttpResponse<String> answer = unlocked.send("PATCH", "/jobs/JOB", "{}");
            assertEquals(202, answer.statusCode(), answer.body());
            LockedCluster.await(() -> unlocked.status() == JobStatus.CANCELED);
        }
    }

    @Test
    @Order(4)
    void whereTheConfigurationNamesNoActNothingIsAnswered(@TempDir Path other) throws Exception {
        Configuration misspelt = new Configuration();
        misspelt.setString("cradle.rest.allow", "cancle");
        try (LockedCluster closed = new LockedCluster(other, misspelt)) {
            assertThrows(IOException.class, () -> closed.send("GET", "/jobs", ""));
        }
    }

    /** Asks for a savepoint and, as Flink wants it, for what came of it. */
    private static void complete(String path, String directory) throws IOException, InterruptedException {
        HttpResponse<String> answer = cluster.send(
                "POST", path, "{\"" + directory + "\":\"" + cluster.savepoints().toUri() + "\"}");
        assertEquals(202, answer.statusCode(), answer.body());
        String trigger = answer.body().replaceAll(".*\"request-id\":\"(\\w+)\".*", "$1");
        LockedCluster.await(() -> cluster.isCompleted("/jobs/JOB/savepoints/" + trigger));
    }

    private static long savepoints() {
        return below(cluster.savepoints()).stream()
                .filter(savepoint -> Files.exists(savepoint.resolve("_metadata")))
                .count();
    }

    private static List<Path> below(Path directory) {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> paths = Files.list(directory)) {
            return paths.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is answered until the server closes. */
    private static String exchange(String requests) throws IOException {
        URI address = cluster.address("/");
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.getOutputStream().write(requests.getBytes(StandardCharsets.US_ASCII));
            String answers = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertFalse(answers.isEmpty());
            return answers;
        }
    }
}
