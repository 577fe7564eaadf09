package io.cradle.cli.bench.pipeline;

import io.cradle.cli.CommandException;
import io.cradle.cli.bench.BenchOptions;
import io.cradle.cli.bench.BenchRun;
import io.cradle.cli.terminal.Surroundings;
import io.cradle.rollup.config.Options;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code cradle bench pipeline}. */
@Command(
        name = "pipeline",
        mixinStandardHelpOptions = true,
        description = {
            "Measures how fast the whole job takes meter readings in and puts footprints out, against a consumer that only"
                    + " decodes the same topic: broker and job are processes of their own, on loopback.",
            "Exit code 1: the job is slower than 0.35 (heap) or 0.12 (rocksdb) of the consumer, or a reading takes more than"
                    + " 40 bytes of state."
        },
        footer = {"", "Example: cradle bench pipeline --readings 1000000 --networks 16 --backend heap"})
public final class PipelineCommand implements Callable<Integer> {
    @Option(
            names = "--readings",
            paramLabel = "N",
            defaultValue = "20000000",
            description = "Meter readings measured, after half as many to warm up (default: ${DEFAULT-VALUE}).")
    private int readings;

    @Option(
            names = "--networks",
            paramLabel = "N",
            split = ",",
            defaultValue = "16,1",
            description = "Numbers of networks that share the products; one log each (default: ${DEFAULT-VALUE}).")
    private List<Integer> networks;

    @Option(
            names = "--products",
            paramLabel = "N",
            defaultValue = "992",
            description = "Products of all networks, all changed in every epoch (default: ${DEFAULT-VALUE}).")
    private int products;

    @Option(
            names = "--meters",
            paramLabel = "N",
            defaultValue = "12000",
            description = "Meters of all networks (default: ${DEFAULT-VALUE}).")
    private int meters;

    @Option(
            names = "--backend",
            paramLabel = "heap|rocksdb",
            split = ",",
            defaultValue = "heap,rocksdb",
            converter = BackendName.class,
            description = "Where keyed state lives (default: ${DEFAULT-VALUE}).")
    private List<Options.Backend> backends;

    @Mixin
    private BenchOptions options;

    private final Surroundings surroundings;

    PipelineCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        require("--readings", readings, PipelineSettings.most(meters));
        require("--products", products, meters);
        require("--meters", meters, Integer.MAX_VALUE);
        networks.forEach(count -> require("--networks", count, products));
        PipelineSettings settings =
                new PipelineSettings(readings, products, meters, networks, backends, options.seed());
        return new BenchRun(new PipelineBench(settings, surroundings.clock()), options, surroundings).run();
    }

    private static void require(String option, int value, long most) {
        if (value < 1 || value > most) {
            throw new CommandException(option + " is " + value + ", must be from 1 to " + most);
        }
    }
}
