package io.cradle.cli.bench.growth;

import io.cradle.cli.bench.Bench;
import io.cradle.cli.bench.Progress;
import io.cradle.cli.bench.plot.Plot;
import io.cradle.cli.bench.report.Case;
import io.cradle.cli.bench.report.Report;
import java.util.List;
import java.util.Map;

/** {@code bench growth}: one network of many sizes, then many networks of one size. */
final class GrowthBench implements Bench {
    private static final String SIZE = "one network, products";
    private static final String COUNT = "networks";

    private final GrowthSettings settings;

    GrowthBench(GrowthSettings settings) {
        this.settings = settings;
    }

    @Override
    public String name() {
        return "growth";
    }

    @Override
    public Map<String, Object> parameters() {
        return settings.named();
    }

    @Override
    public void measure(Report report, Progress progress) {
        new SizeGrowth(settings, report, progress).measure();
        new CountGrowth(settings, report, progress).measure();
    }

    @Override
    public List<Plot> plots(Report report) {
        String epoch = "epoch of " + settings.changes() + " changes";
        return List.of(
                new Plot(
                        "growth-size",
                        "One network: cost against size",
                        "products",
                        "ms, MB",
                        List.of(
                                line(report, SIZE, "all bills in one epoch", "all bills, ms", 1),
                                line(report, SIZE, epoch, epoch + ", ms", 1),
                                line(report, SIZE, "heap of facts, graph, figures", "heap, MB", 1_000))),
                new Plot(
                        "growth-networks",
                        "Many networks: throughput against their number",
                        "networks of " + String.format("%,d", settings.productsEach()) + " products",
                        "changes settled a second",
                        List.of(line(report, COUNT, "changes settled a second", "changes a second", 1))));
    }

    /** A measurement in every case that has a number of this name. */
    private static Plot.Line line(Report report, String axis, String what, String name, double scale) {
        List<Case> cases = report.cases().stream()
                .filter(each -> each.of().get(axis) instanceof Integer && each.value(what) > 0)
                .toList();
        return new Plot.Line(
                name,
                cases.stream()
                        .mapToDouble(each -> (Integer) each.of().get(axis))
                        .toArray(),
                cases.stream().mapToDouble(each -> scale * each.value(what)).toArray());
    }
}
