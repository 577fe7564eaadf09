package io.cradle.cli.chaos;

import io.cradle.cli.CommandException;
import io.cradle.cli.ExitCode;
import io.cradle.cli.cluster.ClusterOptions;
import io.cradle.cli.cluster.ClusterPlan;
import io.cradle.cli.cluster.ProcessCluster;
import io.cradle.cli.terminal.Surroundings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code cradle chaos}. */
@Command(
        name = "chaos",
        mixinStandardHelpOptions = true,
        description = {
            "Breaks a cluster on purpose and compares every figure published meanwhile with the oracle.",
            "The input is seeded and has duplicates, disorder, spoilt records, corrections and deletions.",
            "Exit code 1: something was wrong, missing or different, or did not come back.",
            "Faults: taskmanager-kill, broker-restart, jobmanager-kill, rescale-to-2, broker-loss, taskmanager-freeze,",
            "rescale-to-4, checkpoints-unwritable, slow-sink, rescale-back-to-2; as many of them as there is time for."
        },
        footer = {"", "Example: cradle chaos --minutes 10 --seed 3"})
public final class ChaosCommand implements Callable<Integer> {
    @Option(names = "--minutes", paramLabel = "N", defaultValue = "4", description = "How long records are sent.")
    private double minutes;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "1",
            description = "Decides input, faults and backend: the same seed, the same run.")
    private long seed;

    @Option(
            names = "--backend",
            paramLabel = "heap|rocksdb",
            description = "Where keyed state lives (default: heap for odd seeds, rocksdb for even ones).")
    private String backend;

    @Option(
            names = "--delivery",
            paramLabel = "GUARANTEE",
            defaultValue = "at-least-once",
            description = "at-least-once or exactly-once (default: ${DEFAULT-VALUE}).")
    private String delivery;

    @Option(
            names = "--networks",
            paramLabel = "N",
            defaultValue = "20",
            description = "Supply networks of ten products each (default: ${DEFAULT-VALUE}).")
    private int networks;

    @Option(
            names = "--rate",
            paramLabel = "N",
            defaultValue = "60",
            description = "Changes per second (default: ${DEFAULT-VALUE}).")
    private int rate;

    @Option(
            names = "--faults",
            paramLabel = "FAULT",
            split = ",",
            converter = FaultName.class,
            description = "Only these faults (default: all).")
    private List<Fault> faults = List.of(Fault.values());

    @Option(
            names = "--directory",
            paramLabel = "DIR",
            description = "Gets report, logs and state; kept (default: .cradle/chaos-SEED in the checkout).")
    private Path directory;

    @Mixin
    private ClusterOptions cluster;

    private final Surroundings surroundings;

    ChaosCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        if (!(minutes > 0)) {
            throw new CommandException("--minutes is " + minutes + ", must be more than 0");
        }
        Duration lasting = Duration.ofSeconds(Math.round(minutes * 60));
        Set<Fault> kinds = faults.isEmpty() ? EnumSet.noneOf(Fault.class) : EnumSet.copyOf(faults);
        ChaosSetup setup = new ChaosSetup(seed, lasting, networks, rate, backendOfRun(), delivery);
        Path in = RunDirectory.prepare(
                directory != null ? directory : ClusterOptions.home().root().resolve(".cradle/chaos-" + seed));
        surroundings.terminal().complain("starting the processes in " + in + " …");
        ClusterPlan plan = cluster.plan(in, setup.settings(surroundings.clock().instant()));
        try (ProcessCluster processes = ProcessCluster.start(ClusterOptions.home(), plan, surroundings.stop())) {
            Chaos chaos = new Chaos(setup, FaultPlan.of(seed, kinds, lasting), processes, surroundings);
            ChaosReport report = chaos.run(in);
            report.lines().forEach(surroundings.terminal()::say);
            report.write(Files.createDirectories(in).resolve("report.json"));
            return report.ok() ? ExitCode.DONE : ExitCode.NO;
        }
    }

    private String backendOfRun() {
        return backend != null ? backend : seed % 2 == 0 ? "rocksdb" : "heap";
    }
}
