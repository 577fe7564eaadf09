package io.cradle.cli.bench.recovery;

import io.cradle.cli.bench.Bench;
import io.cradle.cli.bench.Progress;
import io.cradle.cli.bench.plot.Plot;
import io.cradle.cli.bench.report.Case;
import io.cradle.cli.bench.report.Report;
import io.cradle.cli.chaos.LargeScript;
import io.cradle.cli.cluster.ClusterOptions;
import io.cradle.cli.cluster.ClusterPlan;
import io.cradle.cli.cluster.ProcessCluster;
import io.cradle.cli.job.TemporaryDirectory;
import io.cradle.cli.terminal.Surroundings;
import io.cradle.rollup.config.Options;
import io.cradle.testkit.generate.LargeNetwork;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** {@code bench recovery}: one broker, one TaskManager of two slots, one network; a cluster for every size. */
final class RecoveryBench implements Bench {
    private static final String SIZE = "products";

    private final RecoverySettings settings;
    private final Surroundings surroundings;

    RecoveryBench(RecoverySettings settings, Surroundings surroundings) {
        this.settings = settings;
        this.surroundings = surroundings;
    }

    @Override
    public String name() {
        return "recovery";
    }

    @Override
    public Map<String, Object> parameters() {
        return settings.named();
    }

    @Override
    public void measure(Report report, Progress progress) {
        for (int products : settings.sizes()) {
            progress.next("starting a broker and Flink");
            try (TemporaryDirectory directory = TemporaryDirectory.create("cradle-bench");
                    ProcessCluster cluster =
                            ProcessCluster.start(ClusterOptions.home(), plan(directory.path()), surroundings.stop())) {
                LargeNetwork network = new LargeNetwork(LargeScript.NETWORK, products, settings.seed());
                Case found = report.begin(Map.of(SIZE, products));
                new RecoveryCase(network, settings.kills(), cluster, surroundings, progress, found).measure();
            }
        }
    }

    private ClusterPlan plan(Path directory) {
        return new ClusterPlan(
                directory,
                1,
                1,
                Map.of(Options.BACKEND.key(), settings.backend(), Options.ZONE.key(), "UTC"),
                List.of(
                        "taskmanager.memory.process.size=" + settings.memory(),
                        // Only RocksDB has a use for memory that Flink manages.
                        "taskmanager.memory.managed.fraction="
                                + (settings.backend().equals("heap") ? "0.02" : "0.2")));
    }

    @Override
    public List<Plot> plots(Report report) {
        return List.of(new Plot(
                "recovery-size",
                "Checkpoints and recovery against size",
                SIZE,
                "s, MB",
                List.of(
                        line(report, "checkpoint at rest", "checkpoint, s"),
                        line(report, "checkpoint, size", "checkpoint, MB"),
                        line(report, "factor appended to all of them published", "all published anew, s"),
                        line(report, "kill -9 to first right figure", "kill to right figure, s"))));
    }

    private static Plot.Line line(Report report, String what, String name) {
        return new Plot.Line(
                name,
                report.cases().stream()
                        .mapToDouble(each -> (Integer) each.of().get(SIZE))
                        .toArray(),
                report.cases().stream().mapToDouble(each -> each.value(what)).toArray());
    }
}
