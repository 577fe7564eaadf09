package io.cradle.testkit.cluster;

import io.cradle.testkit.broker.LoopbackPorts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The command lines of Flink's processes: what the images' entry points run, with addresses on loopback. */
final class FlinkCommands {
    static final String JOB_MANAGER_NAME = "jobmanager";
    static final String OUTPUT = "output.log";
    static final String CHECKPOINTS = "checkpoints";
    static final String SAVEPOINTS = "savepoints";

    private static final String JOB_MANAGER =
            "org.apache.flink.container.entrypoint.StandaloneApplicationClusterEntryPoint";
    private static final String TASK_MANAGER = "org.apache.flink.runtime.taskexecutor.TaskManagerRunner";
    private static final String JOB = "io.cradle.rollup.RollupJob";

    private final ClusterHome home;
    private final Path directory;
    private final List<String> more;
    private final List<Integer> ports = LoopbackPorts.free(2);

    /** {@code more}: configuration over the shipped one, as key=value. */
    FlinkCommands(ClusterHome home, Path directory, List<String> more) {
        this.home = home;
        this.directory = directory;
        this.more = List.copyOf(more);
    }

    String restUrl() {
        return "http://" + LoopbackPorts.HOST + ":" + ports.get(1);
    }

    Map<String, String> environment() {
        return Map.of(
                "FLINK_CONF_DIR", home.flinkConfiguration().toString(),
                "FLINK_LIB_DIR", home.flinkLib().toString(),
                "FLINK_PLUGINS_DIR", home.flinkPlugins().toString());
    }

    /** The JobManager with the job in it, from the newest state that there is now. */
    List<String> jobManager(FlinkMemory memory, Path settings) {
        List<String> command = java(memory, JOB_MANAGER_NAME, JOB_MANAGER, List.of());
        configure(command, JOB_MANAGER_NAME, memory);
        command.addAll(List.of("--job-classname", JOB));
        newestState().ifPresent(state -> command.addAll(List.of("--fromSavepoint", state)));
        command.addAll(List.of("--", "--config", settings.toString()));
        return command;
    }

    List<String> taskManager(FlinkMemory memory, int number) {
        String name = taskManagerName(number);
        List<String> command = java(memory, name, TASK_MANAGER, home.javaOptions("taskmanager"));
        configure(command, name, memory);
        command.addAll(List.of("-D", "taskmanager.resource-id=" + name));
        return command;
    }

    /** Its resource id, and the name of its process and directory. */
    static String taskManagerName(int number) {
        return "taskmanager-" + number;
    }

    /** A directory below that of the cluster. */
    Path directory(String name) {
        try {
            return Files.createDirectories(directory.resolve(name));
        } catch (IOException e) {
            throw new ClusterException("no room in " + directory + ": " + e.getMessage(), e);
        }
    }

    private List<String> java(FlinkMemory memory, String process, String main, List<String> ofItsKind) {
        List<String> command = new ArrayList<>(List.of(ClusterHome.java()));
        command.addAll(memory.jvm());
        command.addAll(home.javaOptions("all"));
        command.addAll(ofItsKind);
        command.add("-Dlog4j.configurationFile="
                + home.flinkConfiguration().resolve("log4j-console.properties").toUri());
        // Where Flink's page looks for it.
        command.add("-Dlog.file=" + directory(process).resolve(OUTPUT));
        command.addAll(List.of("-cp", home.flinkLib() + "/*", main));
        return command;
    }

    private void configure(List<String> command, String process, FlinkMemory memory) {
        command.addAll(List.of("--configDir", home.flinkConfiguration().toString()));
        command.addAll(memory.configuration());
        List<String> here = new ArrayList<>(more);
        for (String host : List.of(
                "jobmanager.rpc.address",
                "jobmanager.bind-host",
                "rest.address",
                "taskmanager.host",
                "taskmanager.bind-host")) {
            here.add(host + "=" + LoopbackPorts.HOST);
        }
        here.add("jobmanager.rpc.port=" + ports.get(0));
        here.add("rest.port=" + ports.get(1));
        here.add("rest.bind-port=" + ports.get(1));
        here.add("metrics.reporter.prom.port=0");
        here.add("io.tmp.dirs=" + directory(process + "/tmp"));
        here.add("env.log.dir=" + directory(process));
        here.forEach(setting -> command.addAll(List.of("-D", setting)));
    }

    private Optional<String> newestState() {
        try {
            Process script = new ProcessBuilder(
                            "sh",
                            home.flinkConfiguration().resolve("newest-state.sh").toString(),
                            directory.resolve(CHECKPOINTS).toString(),
                            directory.resolve(SAVEPOINTS).toString())
                    .start();
            String state = new String(script.getInputStream().readAllBytes(), StandardCharsets.UTF_8).trim();
            if (script.waitFor() != 0) {
                throw new ClusterException("the newest state cannot be looked for in " + directory);
            }
            return Optional.of(state).filter(path -> !path.isEmpty());
        } catch (IOException e) {
            throw new ClusterException("the newest state cannot be looked for: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ClusterException("interrupted while looking for the newest state", e);
        }
    }
}
