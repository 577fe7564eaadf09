package io.cradle.testkit.cluster;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How much memory a process of Flink gets, as Flink's own start scripts find out: by its own tool, from the shipped
 * configuration and what goes over it.
 *
 * @param jvm options of the JVM
 * @param configuration what the process is told on its command line
 */
record FlinkMemory(List<String> jvm, List<String> configuration) {
    private static final String TOOL = "org.apache.flink.runtime.util.bash.BashJavaUtils";
    private static final String RESULT = "BASH_JAVA_UTILS_EXEC_RESULT:";

    /** {@code more}: configuration over the shipped one, as key=value. */
    static FlinkMemory ofJobManager(ClusterHome home, Path directory, List<String> more) {
        return ask(directory, command(home, "GET_JM_RESOURCE_PARAMS", more));
    }

    static FlinkMemory ofTaskManager(ClusterHome home, Path directory, List<String> more) {
        return ask(directory, command(home, "GET_TM_RESOURCE_PARAMS", more));
    }

    static List<String> command(ClusterHome home, String question, List<String> more) {
        List<String> command = new ArrayList<>(List.of(
                ClusterHome.java(),
                "-Xmx128m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                home.flinkLib() + "/*",
                TOOL,
                question,
                "--configDir",
                home.flinkConfiguration().toString()));
        more.forEach(setting -> command.addAll(List.of("-D", setting)));
        return command;
    }

    private static FlinkMemory ask(Path directory, List<String> command) {
        try {
            ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
            builder.redirectErrorStream(true);
            Process tool = builder.start();
            String text = new String(tool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            List<String> results = text.lines()
                    .filter(line -> line.startsWith(RESULT))
                    .map(line -> line.substring(RESULT.length()))
                    .toList();
            if (results.size() < 2) {
                throw new ClusterException("Flink cannot say how much memory its processes get: " + text.strip());
            }
            return new FlinkMemory(words(results.get(0)), words(results.get(1)));
        } catch (IOException e) {
            throw new ClusterException("Flink's memory tool does not start: " + e.getMessage(), e);
        }
    }

    private static List<String> words(String line) {
        return new ArrayList<>(Arrays.stream(line.trim().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList());
    }
}
