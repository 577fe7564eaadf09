package io.cradle.cli.bench.freshness;

import io.cradle.cli.bench.Bench;
import io.cradle.cli.bench.Progress;
import io.cradle.cli.bench.plot.Plot;
import io.cradle.cli.bench.report.Report;
import io.cradle.cli.cluster.ClusterOptions;
import io.cradle.cli.cluster.ClusterPlan;
import io.cradle.cli.cluster.ProcessCluster;
import io.cradle.cli.job.TemporaryDirectory;
import io.cradle.cli.terminal.Surroundings;
import io.cradle.rollup.config.Options;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@code bench freshness}: one broker, one TaskManager of two slots, one network. */
final class FreshnessBench implements Bench {
    private static final double MILLIS = 1e3;

    private final FreshnessSettings settings;
    private final Surroundings surroundings;
    private final List<Plot.Line> tails = new ArrayList<>();
    private final List<Plot.Line> overTime = new ArrayList<>();

    FreshnessBench(FreshnessSettings settings, Surroundings surroundings) {
        this.settings = settings;
        this.surroundings = surroundings;
    }

    @Override
    public String name() {
        return "freshness";
    }

    @Override
    public Map<String, Object> parameters() {
        return settings.named();
    }

    @Override
    public void measure(Report report, Progress progress) {
        progress.next("starting a broker and Flink");
        try (TemporaryDirectory directory = TemporaryDirectory.create("cradle-bench");
                ProcessCluster cluster =
                        ProcessCluster.start(ClusterOptions.home(), plan(directory.path()), surroundings.stop())) {
            Measurement measured = new Freshness(settings, surroundings, cluster.access(), progress).measure();
            measured.report(report.begin(Map.of("network", "few, on the heap backend")), settings.rate());
            tails.addAll(measured.tails());
            overTime.add(measured.overTime(settings.epochMs() / MILLIS));
        }
    }

    private ClusterPlan plan(Path directory) {
        return new ClusterPlan(
                directory,
                1,
                1,
                Map.of(
                        Options.EPOCH.key(),
                        settings.epochMs() + " ms",
                        Options.ZONE.key(),
                        "UTC",
                        // Readings of the whole month are there before it has passed.
                        Options.FUTURE_TOLERANCE.key(),
                        "32 d"),
                List.of(
                        "taskmanager.memory.process.size=" + settings.memory(),
                        // The heap backend manages no memory of its own.
                        "taskmanager.memory.managed.fraction=0.02"));
    }

    @Override
    public List<Plot> plots(Report report) {
        return List.of(
                new Plot(
                        "freshness-latency",
                        "From the append of a reading to the figure in hand",
                        "one figure in so many is later",
                        "s",
                        tails),
                new Plot(
                        "freshness-time",
                        "The oldest reading of every epoch",
                        "s since the warm-up",
                        "s until the figure is in hand",
                        overTime));
    }
}
