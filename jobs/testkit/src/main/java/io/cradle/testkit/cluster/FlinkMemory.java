package io.cradle.testkit.cluster;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How much memory a process of Flink gets, as Flink's own start scripts find out: by its own tool, from the shipped
 * configuration.
 *
 * @param jvm options of the JVM
 * @param configuration what the process is told on its command line
 */
record FlinkMemory(List<String> jvm, List<String> configuration) {
    private static final String TOOL = "org.apache.flink.runtime.util.bash.BashJavaUtils";
    private static final String RESULT = "BASH_JAVA_UTILS_EXEC_RESULT:";

    static FlinkMemory ofJobManager(ClusterHome home, Path directory) {
        return ask(home, directory, "GET_JM_RESOURCE_PARAMS");
    }

    static FlinkMemory ofTaskManager(ClusterHome home, Path directory) {
        return ask(home, directory, "GET_TM_RESOURCE_PARAMS");
    }

    private static FlinkMemory ask(ClusterHome home, Path directory, String question) {
        List<String> command = List.of(
                ClusterHome.java(),
                "-Xmx128m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                home.flinkLib() + "/*",
                TOOL,
                question,
                "--configDir",
                home.flinkConfiguration().toString());
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
