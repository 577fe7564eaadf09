package io.cradle.cli.chaos;

import io.cradle.cli.CommandException;
import io.cradle.cli.ExitCode;
import io.cradle.cli.cluster.ClusterOptions;
import io.cradle.cli.cluster.ProcessCluster;
import io.cradle.cli.terminal.Commit;
import io.cradle.cli.terminal.StatusLine;
import io.cradle.cli.terminal.Surroundings;
import io.cradle.connectors.kafka.schemas.TopicSchemas;
import java.io.IOException;
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
    @Option(
            names = "--minutes",
            paramLabel = "N",
            defaultValue = "4",
            description = "How long the networks live, at least (default: ${DEFAULT-VALUE}).")
    private double minutes;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "1",
            description = "Decides input, plan of faults and backend (default: ${DEFAULT-VALUE}).")
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
        requirePositive("--networks", networks);
        requirePositive("--rate", rate);
        Duration lasting = Duration.ofSeconds(Math.round(minutes * 60));
        Set<Fault> kinds = faults.isEmpty() ? EnumSet.noneOf(Fault.class) : EnumSet.copyOf(faults);
        ChaosSetup setup = new ChaosSetup(seed, lasting, networks, rate, backendOfRun(), delivery);
        Path in = RunDirectory.prepare(
                directory != null ? directory : ClusterOptions.home().root().resolve(".cradle/chaos-" + seed));
        surroundings.terminal().complain("starting the processes in " + in + " …");
        FaultPlan plan = FaultPlan.of(seed, kinds, lasting);
        ProcessCluster processes = ProcessCluster.start(
                ClusterOptions.home(),
                cluster.plan(in, setup.settings(surroundings.clock().instant())),
                surroundings.stop());
        try (TopicSchemas schemas = new TopicSchemas(processes.access())) {
            Evidence evidence;
            try (processes) {
                evidence = new Chaos(setup, plan, processes, surroundings).play(schemas);
            }
            // Without the cluster, whose schemas are known by now: judging wants the whole machine.
            Judge judge = new Judge(evidence, schemas);
            ChaosReport report =
                    new ChaosReport(setup, Commit.of(ClusterOptions.home().root()), plan, evidence, judge(judge));
            report.lines().forEach(surroundings.terminal()::say);
            report.write(in, judge);
            return report.ok() ? ExitCode.DONE : ExitCode.NO;
        }
    }

    private Verdicts judge(Judge judge) {
        surroundings.terminal().complain("comparing everything that was seen with the oracle …");
        try (StatusLine status = new StatusLine(surroundings.terminal())) {
            return judge.judge((done, all) -> status.draw("networks judged", done, all));
        }
    }

    static void requirePositive(String option, int value) {
        if (value < 1) {
            throw new CommandException(option + " is " + value + ", must be at least 1");
        }
    }

    private String backendOfRun() {
        return backend != null ? backend : seed % 2 == 0 ? "rocksdb" : "heap";
    }
}
