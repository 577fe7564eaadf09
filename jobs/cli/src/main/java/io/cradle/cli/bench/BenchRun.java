package io.cradle.cli.bench;

import io.cradle.cli.CommandException;
import io.cradle.cli.ExitCode;
import io.cradle.cli.bench.plot.Plot;
import io.cradle.cli.bench.plot.PlotFile;
import io.cradle.cli.bench.report.Case;
import io.cradle.cli.bench.report.Machine;
import io.cradle.cli.bench.report.Report;
import io.cradle.cli.bench.report.ReportJson;
import io.cradle.cli.bench.report.ReportTable;
import io.cradle.cli.cluster.ClusterOptions;
import io.cradle.cli.terminal.Commit;
import io.cradle.cli.terminal.Surroundings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The course of every benchmark: measure, print the table, write JSON and plots, answer whether targets are met. */
public final class BenchRun {
    private static final double NANOS = 1e9;

    private final Bench bench;
    private final BenchOptions options;
    private final Surroundings surroundings;

    public BenchRun(Bench bench, BenchOptions options, Surroundings surroundings) {
        this.bench = bench;
        this.options = options;
        this.surroundings = surroundings;
    }

    /** Runs it; gives the exit code. */
    public int run() {
        Path out = prepare(options.out());
        Instant began = surroundings.clock().instant();
        double loadBefore = Machine.load();
        long start = System.nanoTime();
        // Case by case: some take a quarter of an hour, and what was found stays found where the run is cut short.
        Report report = new Report(bench.name(), bench.parameters(), this::print);
        surroundings.terminal().say(ReportTable.head(report));
        try (Progress progress = new Progress(surroundings.terminal(), surroundings.stop())) {
            bench.measure(report, progress);
        }
        report.end();
        Machine machine = Machine.here(
                Commit.of(ClusterOptions.checkout()),
                began.truncatedTo(ChronoUnit.SECONDS).toString(),
                (System.nanoTime() - start) / NANOS,
                loadBefore);
        ReportTable.foot(report, machine).forEach(surroundings.terminal()::say);
        write(report, machine, out);
        return report.missed() == 0 || options.noTargets() ? ExitCode.DONE : ExitCode.NO;
    }

    private void print(Case finished) {
        ReportTable.lines(finished).forEach(surroundings.terminal()::say);
    }

    private static Path prepare(Path out) {
        try {
            return Files.createDirectories(out);
        } catch (IOException e) {
            throw new CommandException(out + " cannot be written to: --out must name a directory", e);
        }
    }

    private void write(Report report, Machine machine, Path out) {
        try {
            ReportJson.write(report, machine, out.resolve(bench.name() + ".json"));
            for (Plot plot : bench.plots(report)) {
                PlotFile.write(plot, out);
            }
        } catch (IOException e) {
            throw new CommandException("the report cannot be written to " + out, e);
        }
        surroundings.terminal().complain("report and plots are in " + out);
    }
}
