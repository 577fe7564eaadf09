package io.cradle.cli.chaos;

import io.cradle.cli.CommandException;
import io.cradle.cli.cluster.ProcessCluster;
import io.cradle.cli.terminal.StopSignal;
import io.cradle.testkit.cluster.ClusterException;
import io.cradle.testkit.cluster.SupervisedProcess;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.BooleanSupplier;

/**
 * Where faults strike.
 *
 * @param cluster the processes
 * @param random chooses among them
 * @param stop whether the user wants an end
 */
record Scene(ProcessCluster cluster, Random random, StopSignal stop) {
    private static final Duration TO_RUN = Duration.ofMinutes(3);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(250);
    private static final int ATTEMPTS = 3;
    private static final String THROTTLE_TIME = "output_topics__Writer.KafkaProducer.produce-throttle-time-max";

    SupervisedProcess any(List<SupervisedProcess> processes) {
        return processes.get(random.nextInt(processes.size()));
    }

    /** A TaskManager that will be missed. */
    SupervisedProcess busyTaskManager() {
        long deadline = System.nanoTime() + TO_RUN.toNanos();
        while (System.nanoTime() < deadline) {
            cluster.awaitRunning(TO_RUN, stop);
            List<SupervisedProcess> busy = cluster.flink().busyTaskManagers();
            if (!busy.isEmpty()) {
                return any(busy);
            }
        }
        throw new CommandException("the JobManager does not say which TaskManagers run the job");
    }

    /** Waits until the job is seen not to run. */
    void awaitInterruption() {
        awaitNoticed(
                () -> !cluster.flink().rest().isRunning(),
                "a process was killed and the job ran on as if nothing had happened");
    }

    /** How many checkpoints have failed so far. */
    long failedCheckpoints() {
        cluster.awaitRunning(TO_RUN, stop);
        return cluster.flink().rest().failedCheckpoints().orElse(0);
    }

    /** Waits until more checkpoints have failed than before. */
    void awaitFailedCheckpoint(long before) {
        awaitNoticed(
                () -> cluster.flink().rest().failedCheckpoints().orElse(before) > before,
                "no checkpoint could be written and none failed");
    }

    /** Waits until the sink says that brokers held its producers back. */
    void awaitThrottling() {
        awaitNoticed(
                () -> cluster.flink().rest().sumOfMetric(THROTTLE_TIME).orElse(0) > 0,
                "the brokers were told to take output slowly and the sink did not notice: raise --rate");
    }

    /** A fault that nobody notices proves nothing. */
    private void awaitNoticed(BooleanSupplier sign, String otherwise) {
        long deadline = System.nanoTime() + TO_RUN.toNanos();
        while (!sign.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new CommandException(otherwise);
            }
            pause(LOOK_AGAIN);
        }
    }

    /** Lets a fault last. */
    void pause(Duration time) {
        if (stop.await(time)) {
            throw new CommandException("stopped in the middle of a fault");
        }
    }

    /**
     * Stops with a savepoint and starts again, as often as it takes: a job that does not run takes none, and one that fails
     * while it is being stopped goes on from its newest checkpoint, with what it had before.
     */
    void rescale(int parallelism) {
        for (int attempt = 1; ; attempt++) {
            cluster.awaitRunning(TO_RUN, stop);
            try {
                cluster.rescale(parallelism);
                awaitParallelism(parallelism);
                return;
            } catch (ClusterException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private void awaitParallelism(int parallelism) {
        long deadline = System.nanoTime() + TO_RUN.toNanos();
        while (cluster.flink().rest().parallelism() != parallelism) {
            if (System.nanoTime() > deadline) {
                throw new ClusterException("the job does not run with parallelism " + parallelism);
            }
            pause(LOOK_AGAIN);
        }
    }
}
