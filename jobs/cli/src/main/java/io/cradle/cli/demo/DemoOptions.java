package io.cradle.cli.demo;

import io.cradle.cli.job.LocalCluster;
import java.time.Duration;
import picocli.CommandLine.Option;

/** What the user may choose about the demonstration. */
final class DemoOptions {
    @Option(
            names = "--for",
            paramLabel = "DURATION",
            converter = DurationText.class,
            description = "End after streaming for this long, such as 60s or 5min (default: until Ctrl-C).")
    private Duration length;

    @Option(names = "--headless", description = "Print lines instead of drawing a table.")
    private boolean headless;

    @Option(names = "--port", paramLabel = "N", description = "Port of the Kafka broker (default: a free one).")
    private int port = LocalCluster.ANY_PORT;

    @Option(names = "--web-port", paramLabel = "N", description = "Port of Flink's web page (default: a free one).")
    private int webPort = LocalCluster.ANY_PORT;

    /** How long to stream, or null for without end. */
    Duration length() {
        return length;
    }

    boolean headless() {
        return headless;
    }

    int port() {
        return port;
    }

    int webPort() {
        return webPort;
    }
}
