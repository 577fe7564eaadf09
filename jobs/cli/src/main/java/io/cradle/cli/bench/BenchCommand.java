package io.cradle.cli.bench;

import io.cradle.cli.bench.freshness.FreshnessCommand;
import io.cradle.cli.bench.growth.GrowthCommand;
import io.cradle.cli.bench.pipeline.PipelineCommand;
import io.cradle.cli.bench.recovery.RecoveryBenchCommand;
import io.cradle.cli.bench.settle.SettleCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code cradle bench}: the parent of every benchmark. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = {
            "Measures Cradle against what the machine allows, side by side in one run: ratios, because times on shared"
                    + " machines mean little. Prints a table; writes JSON and plots.",
            "Exit code 1: a target is missed."
        },
        subcommands = {
            SettleCommand.class,
            PipelineCommand.class,
            FreshnessCommand.class,
            RecoveryBenchCommand.class,
            GrowthCommand.class
        },
        footer = {"", "Example: cradle bench settle --sizes 100000"})
public final class BenchCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "name a benchmark, such as `cradle bench settle`");
    }
}
