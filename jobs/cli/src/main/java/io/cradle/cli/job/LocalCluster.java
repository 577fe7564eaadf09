package io.cradle.cli.job;

import io.cradle.cli.CommandException;
import java.io.IOException;
import java.net.BindException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.configuration.WebOptions;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.ExceptionUtils;

/**
 * A Flink cluster in this process, reachable on loopback only, for reads and savepoints. What it writes, checkpoints among it, lies in a temporary
 * directory that is deleted when it is closed.
 */
public final class LocalCluster implements AutoCloseable {
    /** Let the system choose a port. */
    public static final int ANY_PORT = 0;

    private static final String LOOPBACK = "127.0.0.1";

    private final MiniCluster cluster;
    private final TemporaryDirectory directory;

    private LocalCluster(MiniCluster cluster, TemporaryDirectory directory) {
        this.cluster = cluster;
        this.directory = directory;
    }

    /**
     * Starts a cluster.
     *
     * @param slots the largest parallelism of a job
     * @param webPort where its web page and API listen, or {@link #ANY_PORT}
     * @throws CommandException if the port is taken
     */
    public static LocalCluster start(int slots, int webPort) {
        TemporaryDirectory directory = TemporaryDirectory.create("cradle-flink");
        Configuration flink = configuration(directory.path(), webPort);
        MiniCluster cluster = new MiniCluster(new MiniClusterConfiguration.Builder()
                .setConfiguration(flink)
                .setNumTaskManagers(1)
                .setNumSlotsPerTaskManager(slots)
                .setCommonBindAddress(LOOPBACK)
                .build());
        try {
            cluster.start();
            return new LocalCluster(cluster, directory);
        } catch (Exception e) {
            directory.close();
            if (ExceptionUtils.findThrowable(e, BindException.class).isPresent()) {
                throw new CommandException(
                        "port " + webPort + " on " + LOOPBACK
                                + " is in use: choose another port for Flink's web page, or stop the program that listens"
                                + " there",
                        e);
            }
            throw new IllegalStateException("the local Flink cluster does not start", e);
        }
    }

    /** An environment to draw a job in; where it names no directory for checkpoints, they go to the temporary one. */
    public StreamExecutionEnvironment environment(Configuration jobConfiguration) {
        Configuration configuration = new Configuration(jobConfiguration);
        if (configuration.get(CheckpointingOptions.CHECKPOINTS_DIRECTORY) == null) {
            configuration.set(CheckpointingOptions.CHECKPOINT_STORAGE, "filesystem");
            configuration.set(
                    CheckpointingOptions.CHECKPOINTS_DIRECTORY,
                    directory.path().resolve("checkpoints").toUri().toString());
        }
        return StreamExecutionEnvironment.getExecutionEnvironment(configuration);
    }

    /** Starts the job that was drawn in an environment. */
    public LocalJob submit(StreamExecutionEnvironment env, String name) {
        var graph = env.getStreamGraph();
        graph.setJobName(name);
        var job = graph.getJobGraph();
        return LocalJob.of(cluster, job.getJobID(), cluster.submitJob(job));
    }

    /** Where its web page is. */
    public String url() {
        return cluster.getRestAddress().join().toString();
    }

    @Override
    public void close() {
        try {
            cluster.close();
        } catch (Exception e) {
            throw new IllegalStateException("the local Flink cluster does not stop", e);
        } finally {
            directory.close();
        }
    }

    private static Configuration configuration(Path directory, int webPort) {
        Configuration flink = new Configuration();
        flink.set(RestOptions.ADDRESS, LOOPBACK);
        flink.set(RestOptions.BIND_ADDRESS, LOOPBACK);
        flink.set(RestOptions.BIND_PORT, Integer.toString(webPort));
        flink.set(JobManagerOptions.BIND_HOST, LOOPBACK);
        flink.set(TaskManagerOptions.BIND_HOST, LOOPBACK);
        flink.set(TaskManagerOptions.HOST, LOOPBACK);
        flink.set(WebOptions.SUBMIT_ENABLE, false);
        flink.set(WebOptions.CANCEL_ENABLE, false);
        // No page of others, in a browser on this machine, gets to read answers.
        flink.set(WebOptions.ACCESS_CONTROL_ALLOW_ORIGIN, "http://" + LOOPBACK);
        flink.set(CoreOptions.TMP_DIRS, created(directory.resolve("tmp")));
        flink.set(WebOptions.TMP_DIR, created(directory.resolve("web")));
        return flink;
    }

    private static String created(Path directory) {
        try {
            return Files.createDirectories(directory).toString();
        } catch (IOException e) {
            throw new CommandException(
                    "no temporary directory can be made at " + directory + ": make room there, or set TMPDIR", e);
        }
    }
}
