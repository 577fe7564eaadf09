package io.cradle.testkit.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** What Flink's HTTP interface says of the one job of a cluster. */
public final class FlinkRest {
    private static final Duration TO_ANSWER = Duration.ofSeconds(5);
    private static final Duration TO_STOP = Duration.ofMinutes(2);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(TO_ANSWER).build();

    private final String url;

    FlinkRest(String url) {
        this.url = url;
    }

    public String url() {
        return url;
    }

    /** Id of the job, where the JobManager answers and has one. */
    public Optional<String> job() {
        return get("/jobs")
                .map(jobs -> jobs.path("jobs").path(0).path("id").asText(""))
                .filter(id -> !id.isEmpty());
    }

    /** Whether every task of the job runs. */
    public boolean isRunning() {
        return job().flatMap(id -> get("/jobs/" + id)).filter(FlinkRest::allRun).isPresent();
    }

    private static boolean allRun(JsonNode job) {
        if (!job.path("state").asText().equals("RUNNING")) {
            return false;
        }
        for (JsonNode vertex : job.path("vertices")) {
            if (vertex.path("tasks").path("RUNNING").asInt()
                    != vertex.path("parallelism").asInt()) {
                return false;
            }
        }
        return true;
    }

    /** How many subtasks the widest part of the running job has; 0 where it does not run. */
    public int parallelism() {
        int widest = 0;
        Optional<JsonNode> job = job().flatMap(id -> get("/jobs/" + id)).filter(FlinkRest::allRun);
        for (JsonNode vertex : job.map(known -> known.path("vertices")).orElse(MissingNode.getInstance())) {
            widest = Math.max(widest, vertex.path("parallelism").asInt());
        }
        return widest;
    }

    /** The resource ids of the TaskManagers that run a task of the job. */
    public Set<String> busyTaskManagers() {
        Set<String> busy = new TreeSet<>();
        Optional<String> id = job();
        Optional<JsonNode> job = id.flatMap(known -> get("/jobs/" + known));
        for (JsonNode vertex : job.map(known -> known.path("vertices")).orElse(MissingNode.getInstance())) {
            String path = "/jobs/" + id.get() + "/vertices/" + vertex.path("id").asText();
            for (JsonNode task : get(path).map(known -> known.path("subtasks")).orElse(MissingNode.getInstance())) {
                busy.add(task.path("taskmanager-id").asText());
            }
        }
        return busy;
    }

    /** The message of the newest failure of the job. */
    public Optional<String> newestFailure() {
        return job().flatMap(id -> get("/jobs/" + id + "/exceptions"))
                .map(answer -> answer.path("exceptionHistory")
                        .path("entries")
                        .path(0)
                        .path("stacktrace")
                        .asText(""))
                .filter(text -> !text.isEmpty())
                .map(text -> text.lines().findFirst().orElse(""));
    }

    /**
     * Sum over all subtasks of a metric of some operator, as it was since the last restart and last asked for; empty where
     * the job does not run, or none of them tells.
     */
    public OptionalLong sumOfMetric(String operatorAndName) {
        Optional<String> id = job();
        Optional<JsonNode> job = id.flatMap(known -> get("/jobs/" + known));
        if (job.isEmpty() || !allRun(job.get())) {
            return OptionalLong.empty();
        }
        OptionalLong sum = OptionalLong.empty();
        for (JsonNode vertex : job.get().path("vertices")) {
            String metrics =
                    "/jobs/" + id.get() + "/vertices/" + vertex.path("id").asText() + "/subtasks/metrics";
            for (JsonNode value :
                    get(metrics + "?agg=sum&get=" + operatorAndName).orElse(MissingNode.getInstance())) {
                sum = OptionalLong.of(sum.orElse(0) + value.path("sum").asLong());
            }
        }
        return sum;
    }

    /** How many checkpoints of the job have failed since its JobManager started; empty where that does not say. */
    public OptionalLong failedCheckpoints() {
        JsonNode failed = job().flatMap(id -> get("/jobs/" + id + "/checkpoints"))
                .map(answer -> answer.path("counts").path("failed"))
                .orElse(MissingNode.getInstance());
        return failed.isNumber() ? OptionalLong.of(failed.asLong()) : OptionalLong.empty();
    }

    /** The completed checkpoints that the JobManager remembers, some ten of them; none where it does not answer. */
    public List<CompletedCheckpoint> completedCheckpoints() {
        return job().flatMap(id -> get("/jobs/" + id + "/checkpoints"))
                .map(CompletedCheckpoint::listed)
                .orElse(List.of());
    }

    /**
     * Stops the job with a savepoint and waits until it stands.
     *
     * @throws ClusterException if it does not in time
     */
    void stopWithSavepoint(Path directory) {
        long deadline = System.nanoTime() + TO_STOP.toNanos();
        String id = job().orElseThrow(() -> new ClusterException("no job to stop: the JobManager does not answer"));
        String body = JSON.valueToTree(
                        Map.of("targetDirectory", directory.toUri().toString(), "drain", false))
                .toString();
        JsonNode trigger = send(HttpRequest.newBuilder(URI.create(url + "/jobs/" + id + "/stop"))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body)))
                .orElseThrow(() -> new ClusterException("the JobManager does not take the order to stop its job"));
        String operation =
                "/jobs/" + id + "/savepoints/" + trigger.path("request-id").asText();
        while (System.nanoTime() < deadline) {
            Optional<JsonNode> answer = get(operation);
            if (answer.isEmpty() && job().filter(id::equals).isEmpty()) {
                // The JobManager ended before it could be asked again: its job has stopped.
                return;
            }
            if (answer.filter(FlinkRest::completed).isPresent()) {
                requireSavepoint(answer.get());
                return;
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
        throw new ClusterException("the job did not stop with a savepoint within " + TO_STOP.toSeconds() + " s");
    }

    private static boolean completed(JsonNode answer) {
        return answer.path("status").path("id").asText().equals("COMPLETED");
    }

    private static void requireSavepoint(JsonNode answer) {
        JsonNode failure = answer.path("operation").path("failure-cause");
        if (!failure.isMissingNode()) {
            throw new ClusterException("no savepoint: "
                    + failure.path("stack-trace").asText().lines().findFirst().orElse("no reason given"));
        }
    }

    /** A document, where the JobManager answers with one. */
    private Optional<JsonNode> get(String path) {
        return send(HttpRequest.newBuilder(URI.create(url + path)).GET());
    }

    private static Optional<JsonNode> send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer =
                    CLIENT.send(request.timeout(TO_ANSWER).build(), HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() / 100 == 2 ? Optional.of(JSON.readTree(answer.body())) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ClusterException("interrupted while asking the JobManager", e);
        }
    }
}
