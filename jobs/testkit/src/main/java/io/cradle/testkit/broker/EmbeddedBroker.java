package io.cradle.testkit.broker;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;

/**
 * A Kafka broker (KRaft, one node) in this JVM, reachable on loopback only. It does not create topics by itself, and
 * its log is deleted when it is closed.
 */
public final class EmbeddedBroker implements AutoCloseable {
    private static final int START_ATTEMPTS = 3;

    private final KafkaRaftServer server;
    private final Path directory;
    private final int port;
    private final Time clock;

    private EmbeddedBroker(KafkaRaftServer server, Path directory, int port, Time clock) {
        this.server = server;
        this.clock = clock;
        this.directory = directory;
        this.port = port;
    }

    /**
     * Starts a broker on a free port.
     *
     * @throws BrokerStartException if it does not start
     */
    public static EmbeddedBroker start() {
        return startOnFreePort(Time.SYSTEM);
    }

    /**
     * Starts a broker on a free port, whose clock shows some instant now and runs on from there: append times are then
     * the same in every year that a test is run.
     *
     * @throws BrokerStartException if it does not start
     */
    public static EmbeddedBroker startAt(Instant now) {
        return startOnFreePort(new MovedClock(now));
    }

    private static EmbeddedBroker startOnFreePort(Time clock) {
        BrokerStartException last = null;
        for (int attempt = 0; attempt < START_ATTEMPTS; attempt++) {
            List<Integer> ports = LoopbackPorts.free(2);
            try {
                return start(ports.get(0), ports.get(1), clock);
            } catch (BrokerStartException e) {
                // Somebody else may have taken one of the ports in between.
                last = e;
            }
        }
        throw last;
    }

    /**
     * Starts a broker on the given port.
     *
     * @throws BrokerStartException if the port is taken, or the broker does not start
     */
    public static EmbeddedBroker start(int port) {
        if (!LoopbackPorts.isFree(port)) {
            throw new BrokerStartException("port " + port + " on " + LoopbackPorts.HOST
                    + " is in use: choose another port, or stop the program that listens there");
        }
        List<Integer> free = LoopbackPorts.free(2);
        return start(port, free.get(0) == port ? free.get(1) : free.get(0), Time.SYSTEM);
    }

    private static EmbeddedBroker start(int port, int controllerPort, Time clock) {
        Path directory = createDirectory();
        return start(directory, port, BrokerProperties.of(directory, port, controllerPort), List.of(), clock);
    }

    /** Starts a broker with other settings; the directory is its own, and deleted where it does not start. */
    static EmbeddedBroker start(Path directory, int port, Properties settings, List<String> formatOptions, Time clock) {
        KafkaRaftServer server = null;
        try {
            format(directory, settings, formatOptions);
            server = new KafkaRaftServer(KafkaConfig.fromProps(settings), clock);
            server.startup();
            return new EmbeddedBroker(server, directory, port, clock);
        } catch (Exception e) {
            if (server != null) {
                stop(server);
            }
            delete(directory);
            throw new BrokerStartException(
                    "the broker does not start on " + LoopbackPorts.HOST + ":" + port + ": " + e.getMessage(), e);
        }
    }

    /** Host and port, as Kafka clients want them in {@code bootstrap.servers}. */
    public String bootstrapServers() {
        return LoopbackPorts.HOST + ":" + port;
    }

    /** What its clock shows; the time of a record is when it was appended by this clock. */
    public Instant now() {
        return Instant.ofEpochMilli(clock.milliseconds());
    }

    /**
     * Lets its clock jump ahead.
     *
     * @throws IllegalStateException if it runs by the system's clock, which is not ours to move
     */
    public void advance(Duration by) {
        if (!(clock instanceof MovedClock moved)) {
            throw new IllegalStateException("this broker runs by the system's clock: start it at an instant instead");
        }
        moved.advance(by);
    }

    Path directory() {
        return directory;
    }

    /** Stops the broker and deletes its log. */
    @Override
    public void close() {
        stop(server);
        delete(directory);
    }

    private static void format(Path directory, Properties settings, List<String> more) throws IOException {
        Path file = directory.resolve("server.properties");
        try (OutputStream out = Files.newOutputStream(file)) {
            settings.store(out, null);
        }
        List<String> arguments =
                new ArrayList<>(List.of("format", "-t", Uuid.randomUuid().toString(), "-c", file.toString()));
        arguments.addAll(more);
        try (PrintStream silent = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
            int status = StorageTool.execute(arguments.toArray(String[]::new), silent);
            if (status != 0) {
                throw new IOException("formatting its log directory failed with status " + status);
            }
        }
    }

    private static void stop(KafkaRaftServer server) {
        server.shutdown();
        server.awaitShutdown();
    }

    static Path createDirectory() {
        try {
            return Files.createTempDirectory("cradle-broker");
        } catch (IOException e) {
            throw new BrokerStartException("no temporary directory for the broker's log: " + e.getMessage(), e);
        }
    }

    private static void delete(Path directory) {
        try (Stream<Path> paths = Files.walk(directory)) {
            List<Path> deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the broker's log in " + directory + " cannot be deleted", e);
        }
    }
}
