package io.cradle.cli.bench.recovery;

import io.cradle.cli.CommandException;
import io.cradle.cli.bench.BenchOptions;
import io.cradle.cli.bench.BenchRun;
import io.cradle.cli.terminal.Surroundings;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code cradle bench recovery}. */
@Command(
        name = "recovery",
        mixinStandardHelpOptions = true,
        description = {
            "Measures checkpoints of a large network, at rest and while one factor changes most of it, and the time from"
                    + " kill -9 of its TaskManager to the first right figure. A broker and a Flink cluster of processes.",
            "Exit code 1: after the change of a factor no checkpoint completes within 30 s."
        },
        footer = {"", "Example: cradle bench recovery --products 100000 --memory 3g --kills 2"})
public final class RecoveryBenchCommand implements Callable<Integer> {
    private static final int PRODUCTS_OF = 200;

    @Option(
            names = "--products",
            paramLabel = "N",
            split = ",",
            defaultValue = "100000,1000000",
            description = "Sizes of the network, multiples of 200, ascending (default: ${DEFAULT-VALUE}).")
    private List<Integer> sizes;

    @Option(
            names = "--backend",
            paramLabel = "heap|rocksdb",
            defaultValue = "heap",
            description = "Where keyed state lives (default: ${DEFAULT-VALUE}).")
    private String backend;

    @Option(
            names = "--kills",
            paramLabel = "N",
            defaultValue = "3",
            description = "Kills of the TaskManager at every size (default: ${DEFAULT-VALUE}).")
    private int kills;

    @Option(
            names = "--memory",
            paramLabel = "SIZE",
            defaultValue = "8g",
            description = "Of the TaskManager, all of the process (default: ${DEFAULT-VALUE}).")
    private String memory;

    @Mixin
    private BenchOptions options;

    private final Surroundings surroundings;

    RecoveryBenchCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        for (int products : sizes) {
            if (products < PRODUCTS_OF || products % PRODUCTS_OF != 0) {
                throw new CommandException("--products is " + products + ", must be a multiple of " + PRODUCTS_OF);
            }
        }
        if (!sizes.equals(sizes.stream().sorted().toList())) {
            throw new CommandException("--products is " + sizes + ", must be ascending");
        }
        if (!List.of("heap", "rocksdb").contains(backend)) {
            throw new CommandException("--backend is " + backend + ", must be heap or rocksdb");
        }
        if (kills < 1) {
            throw new CommandException("--kills is " + kills + ", must be at least 1");
        }
        RecoverySettings settings = new RecoverySettings(sizes, backend, kills, memory, options.seed());
        return new BenchRun(new RecoveryBench(settings, surroundings), options, surroundings).run();
    }
}
