package io.cradle.cli.bench.freshness;

import io.cradle.cli.CommandException;
import io.cradle.cli.bench.BenchOptions;
import io.cradle.cli.bench.BenchRun;
import io.cradle.cli.terminal.Surroundings;
import io.cradle.rollup.config.Options;
import io.cradle.testkit.realistic.RealisticNetwork;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code cradle bench freshness}. */
@Command(
        name = "freshness",
        mixinStandardHelpOptions = true,
        description = {
            "Measures how long it takes from the append of a meter reading until a reader of product-footprints holds the"
                    + " figure that it changed: a broker and a Flink cluster of processes, a network, a paced stream.",
            "Exit code 1: one figure in a hundred is later than 1.5 s, one is missing, or the rate was not reached."
        },
        footer = {"", "Example: cradle bench freshness --products 20000 --rate 5000 --changed 500 --seconds 30"})
public final class FreshnessCommand implements Callable<Integer> {
    @Option(
            names = "--products",
            paramLabel = "N",
            defaultValue = "100000",
            description = "Size of the network (default: ${DEFAULT-VALUE}).")
    private int products;

    @Option(
            names = "--rate",
            paramLabel = "N",
            defaultValue = "20000",
            description = "Readings appended per second (default: ${DEFAULT-VALUE}).")
    private int rate;

    @Option(
            names = "--changed",
            paramLabel = "N",
            defaultValue = "2000",
            description = "Products that change in every epoch, an even number (default: ${DEFAULT-VALUE}).")
    private int changed;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "60",
            description = "How long to measure (default: ${DEFAULT-VALUE}).")
    private int seconds;

    @Option(
            names = "--warm-up",
            paramLabel = "SECONDS",
            defaultValue = "30",
            description = "The same stream before it, in which Java compiles (default: ${DEFAULT-VALUE}).")
    private int warmUpSeconds;

    @Option(
            names = "--memory",
            paramLabel = "SIZE",
            defaultValue = "3g",
            description = "Of the TaskManager, all of the process (default: ${DEFAULT-VALUE}).")
    private String memory;

    @Mixin
    private BenchOptions options;

    private final Surroundings surroundings;

    FreshnessCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        FreshnessSettings settings = settings();
        return new BenchRun(new FreshnessBench(settings, surroundings), options, surroundings).run();
    }

    private FreshnessSettings settings() {
        require("--changed", changed, 2, products - RealisticNetwork.SMALLEST);
        if (changed % 2 != 0) {
            throw new CommandException("--changed is " + changed + ", must be even: products change in pairs");
        }
        // Or an epoch would have no reading for some of them.
        require("--rate", rate, changed, Integer.MAX_VALUE);
        long epochMs = Options.EPOCH.parser().apply(Options.EPOCH.defaultText()).toMillis();
        FreshnessSettings settings =
                new FreshnessSettings(products, rate, changed, seconds, warmUpSeconds, epochMs, memory, options.seed());
        require("--warm-up", warmUpSeconds, 0, Integer.MAX_VALUE);
        // A month has room for so many quarters of an hour.
        long most = (long) settings.meters() * MeteredNetwork.MOST_PER_METER / rate - warmUpSeconds;
        require("--seconds", seconds, 2, most);
        return settings;
    }

    private static void require(String option, int value, long least, long most) {
        if (value < least || value > most) {
            throw new CommandException(option + " is " + value + ", must be from " + least + " to " + most);
        }
    }
}
