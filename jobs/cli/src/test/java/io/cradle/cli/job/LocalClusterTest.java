package io.cradle.cli.job;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

class LocalClusterTest {
    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void itsPageShowsAndChangesNothing() throws Exception {
        try (LocalCluster cluster = LocalCluster.start(1, LocalCluster.ANY_PORT)) {
            HttpResponse<String> overview = answer(cluster, "GET", "/jobs");
            assertEquals(200, overview.statusCode());
            assertEquals(
                    "http://127.0.0.1",
                    overview.headers().firstValue("access-control-allow-origin").orElseThrow());
            assertEquals(403, answer(cluster, "DELETE", "/cluster").statusCode());
            assertEquals(
                    403, answer(cluster, "PATCH", "/jobs/" + "0".repeat(32)).statusCode());
            assertEquals(200, answer(cluster, "GET", "/jobs").statusCode());
        }
    }

    private HttpResponse<String> answer(LocalCluster cluster, String method, String path)
            throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(cluster.url() + path))
                        .method(method, HttpRequest.BodyPublishers.noBody())
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
