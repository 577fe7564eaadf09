package io.cradle.testkit.cluster;

import io.cradle.testkit.broker.LoopbackPorts;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;

/** Kafka brokers on loopback, each a process; one, or three that replicate to each other. */
public final class KafkaProcesses implements AutoCloseable {
    private static final String HEAP = "-Xmx384m";

    private final List<SupervisedProcess> brokers = new ArrayList<>();
    private final List<Integer> ports;

    private KafkaProcesses(List<Integer> ports) {
        this.ports = ports;
    }

    /**
     * Starts brokers with logs of their own; they answer a little later.
     *
     * @param directory gets logs and output of the brokers
     */
    public static KafkaProcesses start(ClusterHome home, Path directory, int count) {
        List<Integer> free = LoopbackPorts.free(2 * count);
        KafkaProcesses kafka = new KafkaProcesses(free.subList(0, count));
        List<Integer> controllers = free.subList(count, 2 * count);
        String clusterId = Uuid.randomUuid().toString();
        for (int node = 1; node <= count; node++) {
            Path own = directory.resolve("broker-" + node);
            Path settings = write(own, properties(home, own, node, kafka.ports, controllers));
            format(settings, clusterId);
            kafka.brokers.add(process(home, own, node, settings));
        }
        try {
            kafka.brokers.forEach(SupervisedProcess::start);
            return kafka;
        } catch (RuntimeException e) {
            kafka.close();
            throw e;
        }
    }

    public List<SupervisedProcess> brokers() {
        return List.copyOf(brokers);
    }

    /** Hosts and ports, as Kafka clients want them. */
    public String bootstrapServers() {
        return ports.stream().map(port -> LoopbackPorts.HOST + ":" + port).collect(Collectors.joining(","));
    }

    @Override
    public void close() {
        // At once: nobody needs what a clean end would write.
        brokers.forEach(SupervisedProcess::holdDown);
        brokers.forEach(SupervisedProcess::close);
    }

    private static Properties properties(
            ClusterHome home, Path own, int node, List<Integer> ports, List<Integer> controllers) {
        Properties settings = new Properties();
        try (Reader shipped = Files.newBufferedReader(home.brokerConfiguration(), StandardCharsets.UTF_8)) {
            settings.load(shipped);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String listener = "PLAINTEXT://" + LoopbackPorts.HOST + ":" + ports.get(node - 1);
        settings.setProperty("node.id", Integer.toString(node));
        settings.setProperty(
                "listeners", listener + ",CONTROLLER://" + LoopbackPorts.HOST + ":" + controllers.get(node - 1));
        settings.setProperty("advertised.listeners", listener);
        settings.setProperty("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        settings.setProperty(
                "controller.quorum.voters",
                IntStream.range(0, controllers.size())
                        .mapToObj(i -> (i + 1) + "@" + LoopbackPorts.HOST + ":" + controllers.get(i))
                        .collect(Collectors.joining(",")));
        settings.setProperty("log.dirs", own.resolve("log").toString());
        if (ports.size() < 3) {
            alone(settings);
        }
        return settings;
    }

    /** Fewer than three brokers cannot keep three copies. */
    private static void alone(Properties settings) {
        settings.setProperty("default.replication.factor", "1");
        settings.setProperty("min.insync.replicas", "1");
        settings.setProperty("offsets.topic.replication.factor", "1");
        settings.setProperty("transaction.state.log.replication.factor", "1");
        settings.setProperty("transaction.state.log.min.isr", "1");
    }

    private static Path write(Path own, Properties settings) {
        try {
            Path file = Files.createDirectories(own).resolve("server.properties");
            try (OutputStream out = Files.newOutputStream(file)) {
                settings.store(out, null);
            }
            return file;
        } catch (IOException e) {
            throw new ClusterException("no room for a broker's log in " + own + ": " + e.getMessage(), e);
        }
    }

    private static void format(Path settings, String clusterId) {
        String[] arguments = {"format", "-t", clusterId, "-c", settings.toString()};
        try (PrintStream silent = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
            int status = StorageTool.execute(arguments, silent);
            if (status != 0) {
                throw new ClusterException("formatting the broker of " + settings + " failed with status " + status);
            }
        }
    }

    private static SupervisedProcess process(ClusterHome home, Path own, int node, Path settings) {
        List<String> command = List.of(
                ClusterHome.java(),
                HEAP,
                "-XX:+UseSerialGC",
                "-cp",
                home.brokerLib() + "/*",
                // No configuration of logging: warnings go to the console.
                "-Dlog4j2.level=WARN",
                "kafka.Kafka",
                settings.toString());
        return new SupervisedProcess("broker " + node, () -> command, Map.of(), own.resolve("output.log"));
    }
}
