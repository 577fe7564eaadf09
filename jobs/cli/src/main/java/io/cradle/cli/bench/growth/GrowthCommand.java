package io.cradle.cli.bench.growth;

import io.cradle.cli.CommandException;
import io.cradle.cli.bench.BenchOptions;
import io.cradle.cli.bench.BenchRun;
import io.cradle.cli.bench.FamilyName;
import io.cradle.cli.terminal.Surroundings;
import io.cradle.testkit.realistic.Family;
import io.cradle.testkit.realistic.RealisticNetwork;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code cradle bench growth}. */
@Command(
        name = "growth",
        mixinStandardHelpOptions = true,
        description = {
            "Measures how time and memory grow with the size of a network and with the number of networks: facts, graph"
                    + " and publications, without a log.",
            "Exit code 1: something grows faster than n log n, or ten times the networks halve the throughput."
        },
        footer = {"", "Example: cradle bench growth --sizes 1000,10000,100000 --networks 1,10,100"})
public final class GrowthCommand implements Callable<Integer> {
    @Option(
            names = "--family",
            paramLabel = "NAME",
            defaultValue = "few",
            converter = FamilyName.class,
            description = "few, mid or giant (default: ${DEFAULT-VALUE}).")
    private Family family;

    @Option(
            names = "--sizes",
            paramLabel = "N",
            split = ",",
            defaultValue = "1000,10000,100000,1000000",
            description = "Products of one network, ascending (default: ${DEFAULT-VALUE}).")
    private List<Integer> sizes;

    @Option(
            names = "--networks",
            paramLabel = "N",
            split = ",",
            defaultValue = "1,10,100,1000",
            description = "Numbers of networks, ascending (default: ${DEFAULT-VALUE}).")
    private List<Integer> counts;

    @Option(
            names = "--products-each",
            paramLabel = "N",
            defaultValue = "1000",
            description = "Products of each of several networks (default: ${DEFAULT-VALUE}).")
    private int productsEach;

    @Option(
            names = "--epochs",
            paramLabel = "N",
            defaultValue = "50",
            description = "Epochs timed at every size (default: ${DEFAULT-VALUE}).")
    private int epochs;

    @Option(
            names = "--changes",
            paramLabel = "N",
            defaultValue = "10",
            description = "Bills changed in an epoch (default: ${DEFAULT-VALUE}).")
    private int changes;

    @Mixin
    private BenchOptions options;

    private final Surroundings surroundings;

    GrowthCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        requireAscending("--sizes", sizes, RealisticNetwork.SMALLEST);
        requireAscending("--networks", counts, 1);
        requireAscending("--products-each", List.of(productsEach), RealisticNetwork.SMALLEST);
        if (epochs < 1 || changes < 1) {
            throw new CommandException("--epochs and --changes must be at least 1");
        }
        GrowthSettings settings =
                new GrowthSettings(family, sizes, counts, productsEach, epochs, changes, options.seed());
        return new BenchRun(new GrowthBench(settings), options, surroundings).run();
    }

    private static void requireAscending(String option, List<Integer> numbers, int least) {
        List<Integer> sorted = new ArrayList<>(numbers);
        sorted.sort(null);
        if (sorted.get(0) < least || !sorted.equals(numbers)) {
            throw new CommandException(option + " is " + numbers + ": must be ascending and at least " + least);
        }
    }
}
