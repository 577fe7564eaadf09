package io.cradle.connectors.kafka;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Assertions;

/** Jobs on a cluster in this JVM, as strict about types and uids as the real job. */
public final class LocalJob implements AutoCloseable {
    private static final long PATIENCE_S = 60;

    private final JobClient client;
    private boolean ended;

    private LocalJob(JobClient client) {
        this.client = client;
    }

    public static StreamExecutionEnvironment environment(int parallelism) {
        Configuration configuration = new Configuration();
        configuration.set(PipelineOptions.GENERIC_TYPES, false);
        configuration.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
        configuration.set(PipelineOptions.AUTO_WATERMARK_INTERVAL, Duration.ofMillis(5));
        return StreamExecutionEnvironment.createLocalEnvironment(parallelism, configuration);
    }

    public static LocalJob start(StreamExecutionEnvironment env) throws Exception {
        return new LocalJob(env.executeAsync());
    }

    /** The next element that the job puts into a queue. */
    public <T> T next(BlockingQueue<T> queue) throws InterruptedException, ExecutionException {
        T element = queue.poll(PATIENCE_S, TimeUnit.SECONDS);
        if (element == null) {
            Assertions.fail("nothing within " + PATIENCE_S + " s; the job is "
                    + client.getJobStatus().get());
        }
        return element;
    }

    /** Waits until the job has come to the end of its input. */
    void awaitEnd() throws InterruptedException, ExecutionException {
        client.getJobExecutionResult().get();
        ended = true;
    }

    void stopWithSavepoint(Path directory) throws InterruptedException, ExecutionException {
        client.stopWithSavepoint(false, directory.toUri().toString(), SavepointFormatType.CANONICAL)
                .get();
        awaitEnd();
    }

    @Override
    public void close() {
        // The cluster goes away with its job, so a job that has ended cannot be asked for its state.
        if (ended) {
            return;
        }
        try {
            client.cancel().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the job cannot be stopped", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while stopping the job", e);
        }
    }
}
