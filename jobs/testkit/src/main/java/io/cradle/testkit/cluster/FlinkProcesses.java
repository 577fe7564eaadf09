package io.cradle.testkit.cluster;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Flink on loopback in application mode: a JobManager that starts the job from its newest state whenever it starts
 * itself, and TaskManagers.
 */
public final class FlinkProcesses implements AutoCloseable {
    private final FlinkCommands commands;
    private final SupervisedProcess jobManager;
    private final List<SupervisedProcess> taskManagers = new ArrayList<>();

    private FlinkProcesses(ClusterHome home, Path directory, Path settings, List<String> configuration) {
        this.commands = new FlinkCommands(home, directory, configuration);
        FlinkMemory memory =
                FlinkMemory.ofJobManager(home, commands.directory(FlinkCommands.JOB_MANAGER_NAME), configuration);
        this.jobManager = new SupervisedProcess(
                "JobManager",
                () -> commands.jobManager(memory, settings),
                commands.environment(),
                commands.directory(FlinkCommands.JOB_MANAGER_NAME).resolve(FlinkCommands.OUTPUT));
    }

    /**
     * Starts the processes; the job runs a little later.
     *
     * @param directory gets state, output and temporary files
     * @param settings file with the settings of the job, read at every start of the JobManager; its checkpoint directory
     *     must be {@link #checkpoints}
     * @param configuration over the shipped one, as key=value
     */
    public static FlinkProcesses start(
            ClusterHome home, Path directory, Path settings, int taskManagers, List<String> configuration) {
        FlinkProcesses flink = new FlinkProcesses(home, directory, settings, configuration);
        flink.commands.directory(FlinkCommands.CHECKPOINTS);
        flink.commands.directory(FlinkCommands.SAVEPOINTS);
        try {
            flink.jobManager.start();
            FlinkMemory memory = FlinkMemory.ofTaskManager(
                    home, flink.commands.directory(FlinkCommands.JOB_MANAGER_NAME), configuration);
            for (int number = 1; number <= taskManagers; number++) {
                List<String> command = flink.commands.taskManager(memory, number);
                SupervisedProcess process = new SupervisedProcess(
                        FlinkCommands.taskManagerName(number),
                        () -> command,
                        flink.commands.environment(),
                        flink.commands
                                .directory(FlinkCommands.taskManagerName(number))
                                .resolve(FlinkCommands.OUTPUT));
                flink.taskManagers.add(process);
                process.start();
            }
            return flink;
        } catch (RuntimeException e) {
            flink.close();
            throw e;
        }
    }

    /** Where the job of a cluster in a directory keeps its checkpoints. */
    public static Path checkpoints(Path directory) {
        return directory.resolve(FlinkCommands.CHECKPOINTS);
    }

    public SupervisedProcess jobManager() {
        return jobManager;
    }

    public List<SupervisedProcess> taskManagers() {
        return List.copyOf(taskManagers);
    }

    /** Those that run a task of the job at the moment. */
    public List<SupervisedProcess> busyTaskManagers() {
        Set<String> busy = rest().busyTaskManagers();
        return taskManagers.stream()
                .filter(process -> busy.contains(process.name()))
                .toList();
    }

    /** The cluster's HTTP interface. */
    public FlinkRest rest() {
        return new FlinkRest(commands.restUrl());
    }

    /**
     * Stops the job with a savepoint. Its JobManager then ends, is started again, reads the settings anew and goes on
     * from the savepoint.
     */
    public void startAgainFromSavepoint() {
        rest().stopWithSavepoint(commands.directory(FlinkCommands.SAVEPOINTS));
    }

    @Override
    public void close() {
        // TaskManagers first, or they would look for their JobManager for a while.
        taskManagers.forEach(SupervisedProcess::holdDown);
        jobManager.close();
        taskManagers.forEach(SupervisedProcess::close);
    }
}
