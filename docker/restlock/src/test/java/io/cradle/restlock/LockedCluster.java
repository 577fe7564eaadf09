package io.cradle.restlock;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiterStrategy;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.WebOptions;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.runtime.jobgraph.JobGraph;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;

/**
 * A real Flink that finds the lock on its class path as it does in {@code lib/}, and a job in it that never ends. Submitting
 * and cancelling are switched on, so that nothing but the lock refuses.
 */
final class LockedCluster implements AutoCloseable {
    private static final String LOOPBACK = "127.0.0.1";
    private static final Duration MOST = Duration.ofSeconds(60);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

    private final HttpClient client = HttpClient.newHttpClient();
    private final Path directory;
    private final MiniCluster cluster;
    private final JobID job;

    /** {@code more} goes over the configuration. */
    LockedCluster(Path directory, Configuration more) throws Exception {
        this.directory = directory;
        cluster = new MiniCluster(new MiniClusterConfiguration.Builder()
                .setConfiguration(configuration(directory, more))
                .setNumTaskManagers(1)
                .setNumSlotsPerTaskManager(1)
                .setCommonBindAddress(LOOPBACK)
                .build());
        cluster.start();
        JobGraph graph = endless();
        job = graph.getJobID();
        cluster.submitJob(graph).join();
        await(() -> status() == JobStatus.RUNNING);
    }

    private static Configuration configuration(Path directory, Configuration more) {
        Configuration flink = new Configuration(more);
        flink.set(RestOptions.ADDRESS, LOOPBACK);
        flink.set(RestOptions.BIND_ADDRESS, LOOPBACK);
        flink.set(RestOptions.BIND_PORT, "0");
        flink.set(WebOptions.SUBMIT_ENABLE, true);
        flink.set(WebOptions.CANCEL_ENABLE, true);
        flink.set(WebOptions.UPLOAD_DIR, directory.resolve("uploads").toString());
        flink.set(WebOptions.TMP_DIR, directory.resolve("web").toString());
        flink.set(CoreOptions.TMP_DIRS, directory.resolve("tmp").toString());
        return flink;
    }

    private static JobGraph endless() {
        StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
        env.setParallelism(1);
        env.fromSource(
                        new DataGeneratorSource<>(
                                n -> n, Long.MAX_VALUE, RateLimiterStrategy.perSecond(100), Types.LONG),
                        WatermarkStrategy.noWatermarks(),
                        "numbers")
                .sinkTo(new DiscardingSink<>());
        return env.getStreamGraph().getJobGraph();
    }

    JobID job() {
        return job;
    }

    JobStatus status() {
        return cluster.getJobStatus(job).join();
    }

    /** Of a path, taken as it is but for JOB, which is the id of the job. */
    URI address(String path) {
        return URI.create(cluster.getRestAddress().join() + path.replace("JOB", job.toString()));
    }

    Path savepoints() {
        return directory.resolve("savepoints");
    }

    /** Where Flink puts what is uploaded, jars and parts of requests alike. */
    Path uploads() {
        return directory.resolve("uploads/flink-web-upload");
    }

    /** Sends a request with a body of JSON. */
    HttpResponse<String> send(String method, String path, String body) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(address(path))
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body)));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.timeout(MOST).build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Whether an order that Flink has taken is carried out. */
    boolean isCompleted(String path) {
        try {
            return send(HttpRequest.newBuilder(address(path))).body().contains("\"COMPLETED\"");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + MOST.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("not within " + MOST.toSeconds() + " s");
            }
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
        }
    }

    @Override
    public void close() {
        if (!status().isGloballyTerminalState()) {
            cluster.cancelJob(job).join();
        }
        // Flink does not end before somebody has asked how its job ended.
        cluster.requestJobResult(job).join();
        cluster.closeAsync().join();
    }
}
