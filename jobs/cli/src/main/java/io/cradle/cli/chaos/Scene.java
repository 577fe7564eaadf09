package io.cradle.cli.chaos;

import io.cradle.cli.CommandException;
import io.cradle.cli.cluster.ProcessCluster;
import io.cradle.cli.terminal.StopSignal;
import io.cradle.testkit.cluster.SupervisedProcess;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/**
 * Where faults strike.
 *
 * @param cluster the processes
 * @param random chooses among them
 * @param stop whether the user wants an end
 */
record Scene(ProcessCluster cluster, Random random, StopSignal stop) {
    private static final Duration TO_RUN = Duration.ofMinutes(3);

    SupervisedProcess any(List<SupervisedProcess> processes) {
        return processes.get(random.nextInt(processes.size()));
    }

    /** A TaskManager that will be missed. */
    SupervisedProcess busyTaskManager() {
        cluster.awaitRunning(TO_RUN, stop);
        return any(cluster.flink().busyTaskManagers());
    }

    /** Lets a fault last. */
    void pause(Duration time) {
        if (stop.await(time)) {
            throw new CommandException("stopped in the middle of a fault");
        }
    }

    /** A job that does not run takes no savepoint. */
    void rescale(int parallelism) {
        cluster.awaitRunning(TO_RUN, stop);
        cluster.rescale(parallelism);
    }
}
