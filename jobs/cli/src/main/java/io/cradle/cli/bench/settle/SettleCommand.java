package io.cradle.cli.bench.settle;

import io.cradle.cli.CommandException;
import io.cradle.cli.bench.BenchOptions;
import io.cradle.cli.bench.BenchRun;
import io.cradle.cli.bench.FamilyName;
import io.cradle.cli.terminal.Surroundings;
import io.cradle.testkit.realistic.Family;
import io.cradle.testkit.realistic.RealisticNetwork;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code cradle bench settle}. */
@Command(
        name = "settle",
        mixinStandardHelpOptions = true,
        description = {
            "Measures what settling costs on realistic networks, on one thread and without a log: sweeps against what"
                    + " memory allows, changes against sweeps, heap, and two solvers that begin anew for every change.",
            "Exit code 1: a target is missed. See docs/benchmarks.md."
        },
        footer = {"", "Example: cradle bench settle --families few,giant --sizes 100000"})
public final class SettleCommand implements Callable<Integer> {
    @Option(
            names = "--families",
            paramLabel = "NAME",
            split = ",",
            defaultValue = "few,mid,giant",
            converter = FamilyName.class,
            description = "few, mid, giant: how much hangs together in loops (default: ${DEFAULT-VALUE}).")
    private List<Family> families;

    @Option(
            names = "--sizes",
            paramLabel = "N",
            split = ",",
            defaultValue = "100000,1000000",
            description = "Numbers of products, ten lines each (default: ${DEFAULT-VALUE}).")
    private List<Integer> sizes;

    @Option(
            names = "--changes",
            paramLabel = "N",
            defaultValue = "1000",
            description = "Changes in one epoch (default: ${DEFAULT-VALUE}).")
    private int changes;

    @Option(
            names = "--samples",
            paramLabel = "N",
            defaultValue = "1000",
            description = "Single changes timed (default: ${DEFAULT-VALUE}).")
    private int samples;

    @Option(
            names = "--sampling-seconds",
            paramLabel = "N",
            defaultValue = "60",
            description = "Processor time after which there are enough single changes (default: ${DEFAULT-VALUE}).")
    private int samplingSeconds;

    @Option(
            names = "--repetitions",
            paramLabel = "N",
            defaultValue = "7",
            description = "Of whatever is not a single change (default: ${DEFAULT-VALUE}).")
    private int repetitions;

    @Option(
            names = "--lu-seconds",
            paramLabel = "N",
            defaultValue = "120",
            description = "Patience with the sparse LU per network, 0 leaves it out (default: ${DEFAULT-VALUE}).")
    private int luSeconds;

    @Mixin
    private BenchOptions options;

    private final Surroundings surroundings;

    SettleCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        sizes.forEach(size -> requireAtLeast(RealisticNetwork.SMALLEST, "--sizes", size));
        requireAtLeast(1, "--changes", changes);
        requireAtLeast(1, "--samples", samples);
        requireAtLeast(1, "--sampling-seconds", samplingSeconds);
        requireAtLeast(1, "--repetitions", repetitions);
        requireAtLeast(0, "--lu-seconds", luSeconds);
        SettleSettings settings = new SettleSettings(
                families,
                sizes,
                changes,
                samples,
                Duration.ofSeconds(samplingSeconds),
                repetitions,
                Duration.ofSeconds(luSeconds),
                options.seed());
        return new BenchRun(new SettleBench(settings), options, surroundings).run();
    }

    private static void requireAtLeast(int least, String option, int value) {
        if (value < least) {
            throw new CommandException(option + " is " + value + ", must be at least " + least);
        }
    }
}
