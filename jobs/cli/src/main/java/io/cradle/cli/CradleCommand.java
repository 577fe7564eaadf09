package io.cradle.cli;

import io.cradle.cli.audit.AuditCommand;
import io.cradle.cli.bench.BenchCommand;
import io.cradle.cli.chaos.ChaosCommand;
import io.cradle.cli.chaos.RecoveryCommand;
import io.cradle.cli.cluster.ClusterCommand;
import io.cradle.cli.demo.DemoCommand;
import io.cradle.cli.explain.ExplainCommand;
import io.cradle.cli.explain.WhatIfCommand;
import io.cradle.cli.factors.FactorsCommand;
import io.cradle.cli.grades.GradesCommand;
import io.cradle.cli.kafka.ImportCommand;
import io.cradle.cli.kafka.RollupCommand;
import io.cradle.cli.kafka.SchemasCommand;
import io.cradle.cli.kafka.TopicsCommand;
import io.cradle.cli.rejected.RejectedCommand;
import io.cradle.cli.run.RunCommand;
import io.cradle.cli.settings.SettingsCommand;
import io.cradle.cli.suppliers.SuppliersCommand;
import io.cradle.cli.terminal.Surroundings;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The root of all commands. */
@Command(
        name = "cradle",
        mixinStandardHelpOptions = true,
        version = "Cradle 0.1.0",
        description = "Cradle-to-gate carbon footprints of whole supply chains, kept up to date from a log.",
        subcommands = {
            DemoCommand.class,
            RunCommand.class,
            TopicsCommand.class,
            ImportCommand.class,
            FactorsCommand.class,
            SuppliersCommand.class,
            RollupCommand.class,
            ClusterCommand.class,
            ChaosCommand.class,
            RecoveryCommand.class,
            BenchCommand.class,
            SchemasCommand.class,
            SettingsCommand.class,
            AuditCommand.class,
            ExplainCommand.class,
            WhatIfCommand.class,
            RejectedCommand.class,
            GradesCommand.class
        },
        footer = {
            "",
            "Exit codes: 0 done, 1 the answer is no, 2 could not run.",
            "Example: cradle demo --for 60s",
            "`cradle COMMAND --help` explains a command."
        })
public final class CradleCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    /** The command line, ready to execute arguments; it prints and waits in the given surroundings only. */
    public static CommandLine line(Surroundings surroundings) {
        CommandLine line = new CommandLine(new CradleCommand(), new CommandFactory(surroundings));
        line.setOut(surroundings.terminal().out());
        line.setErr(surroundings.terminal().err());
        line.setColorScheme(CommandLine.Help.defaultColorScheme(
                surroundings.terminal().interactive() ? CommandLine.Help.Ansi.AUTO : CommandLine.Help.Ansi.OFF));
        line.setUsageHelpWidth(100);
        Failures failures = new Failures(surroundings);
        line.setParameterExceptionHandler(failures);
        line.setExecutionExceptionHandler(failures);
        return line;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "name a command, such as `cradle demo`");
    }
}
