package io.cradle.cli.secured;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/** Everything that Flink's REST API says about a cluster and its jobs. */
final class RestCrawl {
    private static final Pattern ID = Pattern.compile("\"(?:id|jid)\":\"([0-9a-f]{32})\"");
    private static final Pattern TASK_MANAGER = Pattern.compile("\"id\":\"([^\"]{8,})\",\"path\"");

    private final HttpClient http = HttpClient.newHttpClient();
    private final String url;
    private final Map<String, String> answers = new LinkedHashMap<>();

    RestCrawl(String url) {
        this.url = url;
    }

    /** Answers by path; those that are refused are left out. */
    Map<String, String> everything() throws IOException, InterruptedException {
        each("", "/config", "/overview", "/jobs", "/jobs/overview", "/taskmanagers", "/datasets", "/jars");
        each("/jobmanager", "/config", "/environment", "/metrics", "/logs", "/thread-dump");
        for (String job : ids(answers.get("/jobs"))) {
            each("/jobs/" + job, "", "/config", "/exceptions", "/plan", "/accumulators", "/checkpoints");
            each("/jobs/" + job, "/checkpoints/config", "/jobmanager/config", "/jobmanager/environment", "/metrics");
            for (String vertex : ids(answers.get("/jobs/" + job))) {
                each("/jobs/" + job + "/vertices/" + vertex, "", "/accumulators", "/subtasks/metrics", "/taskmanagers");
            }
        }
        for (String taskManager : matches(TASK_MANAGER, answers.get("/taskmanagers"))) {
            each("/taskmanagers/" + taskManager, "", "/logs", "/metrics", "/thread-dump");
        }
        return answers;
    }

    List<String> jobs() throws IOException, InterruptedException {
        return ids(get("/jobs").orElse(""));
    }

    /** Makes a savepoint and waits until it is there. */
    void savepoint(String job, String directory) throws IOException, InterruptedException {
        String body = "{\"target-directory\":\"" + directory + "\",\"cancel-job\":false}";
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/jobs/" + job + "/savepoints"))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        String answer = http.send(request, BodyHandlers.ofString()).body();
        String id = answer.replaceAll(".*\"request-id\":\"([0-9a-f]+)\".*", "$1");
        String status;
        do {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
            status = get("/jobs/" + job + "/savepoints/" + id).orElse(answer);
        } while (status.contains("IN_PROGRESS"));
        if (!status.contains("location")) {
            throw new IllegalStateException("no savepoint: " + status);
        }
    }

    private void each(String under, String... paths) throws IOException, InterruptedException {
        for (String path : paths) {
            get(under + path).ifPresent(answer -> answers.put(under + path, answer));
        }
    }

    private Optional<String> get(String path) throws IOException, InterruptedException {
        var answer = http.send(HttpRequest.newBuilder(URI.create(url + path)).build(), BodyHandlers.ofString());
        return answer.statusCode() == 200 ? Optional.of(answer.body()) : Optional.empty();
    }

    private static List<String> ids(String json) {
        return matches(ID, json);
    }

    private static List<String> matches(Pattern pattern, String json) {
        return pattern.matcher(json == null ? "" : json)
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();
    }
}
