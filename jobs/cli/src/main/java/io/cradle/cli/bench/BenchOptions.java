package io.cradle.cli.bench;

import io.cradle.cli.cluster.ClusterOptions;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Options of every benchmark. */
public final class BenchOptions {
    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Gets the report as JSON and the plots (default: .cradle/bench in the checkout).")
    private Path out;

    @Option(names = "--no-targets", description = "Only measure: end with 0 also where targets are missed.")
    private boolean noTargets;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Decides the networks and the changes (default: ${DEFAULT-VALUE}).")
    private long seed;

    public long seed() {
        return seed;
    }

    boolean noTargets() {
        return noTargets;
    }

    Path out() {
        return out != null ? out : ClusterOptions.checkout().resolve(".cradle/bench");
    }
}
