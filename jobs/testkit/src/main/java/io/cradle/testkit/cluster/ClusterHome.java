package io.cradle.testkit.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Where the programs and the shipped configuration stand.
 *
 * @param root directory of the checkout, built
 */
public record ClusterHome(Path root) {

    /**
     * A checkout.
     *
     * @throws ClusterException if it is not built
     */
    public static ClusterHome of(Path root) {
        ClusterHome home = new ClusterHome(root.toAbsolutePath().normalize());
        for (Path needed : List.of(home.flinkLib(), home.flinkPlugins(), home.usrlib(), home.brokerLib())) {
            if (!Files.isDirectory(needed)) {
                throw new ClusterException(
                        needed + " is not there: build Cradle with ./mvnw package -DskipTests, then try again");
            }
        }
        return home;
    }

    Path flinkLib() {
        return root.resolve("docker/target/flink/lib");
    }

    Path flinkPlugins() {
        return root.resolve("docker/target/flink/plugins");
    }

    /** Holds the job's jar and nothing else. */
    Path usrlib() {
        return root.resolve("docker/target/flink/usrlib");
    }

    Path brokerLib() {
        return root.resolve("jobs/cli/target/lib");
    }

    /** Flink's shipped configuration. */
    Path flinkConfiguration() {
        return root.resolve("docker/flink");
    }

    Path brokerConfiguration() {
        return root.resolve("docker/kafka/server.properties");
    }

    /**
     * What the shipped configuration asks of the Java of Flink's processes.
     *
     * @param processes {@code all}, or {@code taskmanager}
     */
    List<String> javaOptions(String processes) {
        String key = "env.java.opts." + processes + ":";
        try (var lines = Files.lines(flinkConfiguration().resolve("config.yaml"))) {
            return lines.filter(line -> line.startsWith(key))
                    .flatMap(line -> List.of(line.substring(key.length()).trim().split("\\s+")).stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The java program that runs this process. */
    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
