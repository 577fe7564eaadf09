package io.cradle.cli.job;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.JobSubmissionResult;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.runtime.jobmaster.JobResult;
import org.apache.flink.runtime.minicluster.MiniCluster;

/** A job on the cluster of this process. */
public final class LocalJob {
    private final MiniCluster cluster;
    private final JobID id;
    private final CompletableFuture<JobResult> result;

    private LocalJob(MiniCluster cluster, JobID id, CompletableFuture<JobResult> result) {
        this.cluster = cluster;
        this.id = id;
        this.result = result;
    }

    static LocalJob of(MiniCluster cluster, JobID id, CompletableFuture<JobSubmissionResult> submission) {
        return new LocalJob(cluster, id, submission.thenCompose(submitted -> cluster.requestJobResult(id)));
    }

    /**
     * Waits until the job ends by itself, but not longer than some time.
     *
     * @return whether it has ended
     * @throws JobFailedException if it failed
     */
    public boolean awaitEnd(Duration most) {
        try {
            Optional<? extends Throwable> failure =
                    result.get(most.toNanos(), TimeUnit.NANOSECONDS).getSerializedThrowable();
            if (failure.isPresent()) {
                throw new JobFailedException(failure.get());
            }
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new JobFailedException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new JobFailedException(e);
        }
    }

    /**
     * Stops the job with a savepoint that either backend restores, and waits until it has ended.
     *
     * @param directory where the savepoint gets a directory of its own
     * @return where the savepoint is
     * @throws JobFailedException if none could be taken; the job may run on
     */
    public String stopWithSavepoint(URI directory) {
        try {
            String savepoint = cluster.stopWithSavepoint(id, directory.toString(), false, SavepointFormatType.CANONICAL)
                    .get();
            result.get();
            return savepoint;
        } catch (ExecutionException e) {
            throw new JobFailedException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new JobFailedException(e);
        }
    }

    /** Cancels the job and waits until it has ended. */
    public void cancel() {
        if (!result.isDone()) {
            cluster.cancelJob(id).join();
            result.join();
        }
    }
}
