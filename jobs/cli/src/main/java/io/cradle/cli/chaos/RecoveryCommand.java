package io.cradle.cli.chaos;

import io.cradle.cli.CommandException;
import io.cradle.cli.ExitCode;
import io.cradle.cli.cluster.ClusterOptions;
import io.cradle.cli.cluster.ClusterPlan;
import io.cradle.cli.cluster.ProcessCluster;
import io.cradle.cli.terminal.Surroundings;
import io.cradle.rollup.config.Options;
import io.cradle.testkit.generate.LargeNetwork;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code cradle recovery}. */
@Command(
        name = "recovery",
        mixinStandardHelpOptions = true,
        description = {
            "Says how soon a large network publishes again after its TaskManager was killed.",
            "It runs in a cluster of processes; every figure is checked. Exit code 1: too late, or wrong."
        },
        footer = {"", "Example: cradle recovery --products 100000 --kills 3 --within 60"})
public final class RecoveryCommand implements Callable<Integer> {
    private static final int PRODUCTS_OF = 200;

    @Option(
            names = "--products",
            paramLabel = "N",
            defaultValue = "100000",
            description = "Size of the network, a multiple of 200 (default: ${DEFAULT-VALUE}).")
    private int products;

    @Option(names = "--kills", paramLabel = "N", defaultValue = "2", description = "Default: ${DEFAULT-VALUE}.")
    private int kills;

    @Option(
            names = "--within",
            paramLabel = "SECONDS",
            defaultValue = "60",
            description = "How long recovery may take (default: ${DEFAULT-VALUE}).")
    private int withinSeconds;

    @Option(
            names = "--backend",
            paramLabel = "heap|rocksdb",
            defaultValue = "heap",
            description = "Where keyed state lives (default: ${DEFAULT-VALUE}).")
    private String backend;

    @Option(
            names = "--directory",
            paramLabel = "DIR",
            description = "Gets logs and state; kept (default: .cradle/recovery in the checkout).")
    private Path directory;

    @Mixin
    private ClusterOptions cluster;

    private final Surroundings surroundings;

    RecoveryCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        if (products < PRODUCTS_OF || products % PRODUCTS_OF != 0) {
            throw new CommandException("--products is " + products + ", must be a multiple of " + PRODUCTS_OF);
        }
        ChaosCommand.requirePositive("--kills", kills);
        Path in = RunDirectory.prepare(
                directory != null ? directory : ClusterOptions.home().root().resolve(".cradle/recovery"));
        surroundings.terminal().complain("starting the processes in " + in + " …");
        ClusterPlan plan = cluster.plan(in, Map.of(Options.BACKEND.key(), backend));
        try (ProcessCluster processes = ProcessCluster.start(ClusterOptions.home(), plan, surroundings.stop())) {
            LargeNetwork network = new LargeNetwork(LargeScript.NETWORK, products, 1);
            boolean ok = new Recovery(network, kills, Duration.ofSeconds(withinSeconds), processes, surroundings).run();
            return ok ? ExitCode.DONE : ExitCode.NO;
        }
    }
}
