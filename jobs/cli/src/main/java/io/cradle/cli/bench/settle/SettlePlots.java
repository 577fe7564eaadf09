package io.cradle.cli.bench.settle;

import io.cradle.cli.bench.plot.Plot;
import io.cradle.cli.bench.report.Case;
import io.cradle.cli.bench.report.Report;
import io.cradle.testkit.realistic.Family;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** What is drawn of settling: cost against size, and how single changes are spread. */
final class SettlePlots {
    private static final double MICROS_PER_MILLI = 1e3;
    /** Points of a tail, evenly spaced by their logarithm. */
    private static final double POINTS_PER_DECADE = 20;

    private final SettleSettings settings;
    private final Report report;

    SettlePlots(SettleSettings settings, Report report) {
        this.settings = settings;
        this.report = report;
    }

    /** @param latencies microseconds of single changes, by the name of their line */
    List<Plot> all(Map<String, double[]> latencies) {
        return List.of(
                new Plot("settle-size", "Settling: cost against size", "products", "ms", costs()),
                new Plot(
                        "settle-latency",
                        "One change of a bill, all components",
                        "one change in so many takes longer",
                        "µs",
                        latencies.entrySet().stream()
                                .map(entry -> tail(entry.getKey(), entry.getValue()))
                                .toList()));
    }

    private List<Plot.Line> costs() {
        String changes = SettleCase.mixed(settings);
        List<Plot.Line> lines = new ArrayList<>();
        lines.add(line("limit of a sweep", settings.families().get(0), each -> each.value(SettleCase.LIMIT)));
        for (Family family : settings.families()) {
            String label = family.label() + ": ";
            lines.add(line(label + "cold solve", family, each -> inMillis(each, SettleCase.COLD)));
            lines.add(line(label + settings.changes() + " changes", family, each -> inMillis(each, changes)));
            lines.add(line(label + "one change", family, each -> each.value(SettleCase.ONE) / MICROS_PER_MILLI));
        }
        return lines;
    }

    /** What was measured in sweeps. */
    private static double inMillis(Case each, String what) {
        return each.value(what) * each.value(SettleCase.SWEEP);
    }

    private Plot.Line line(String name, Family family, ToDoubleFunction<Case> value) {
        List<Case> cases = report.cases().stream()
                .filter(each -> family.label().equals(each.of().get("family")))
                .toList();
        return new Plot.Line(
                name,
                cases.stream()
                        .mapToDouble(each -> (Integer) each.of().get("products"))
                        .toArray(),
                cases.stream().mapToDouble(value).toArray());
    }

    /** The distribution as a tail: at x = 100 stands what one change in 100 exceeds. */
    private static Plot.Line tail(String name, double[] samples) {
        double[] sorted = samples.clone();
        Arrays.sort(sorted);
        int points = 1 + (int) (POINTS_PER_DECADE * Math.log10(sorted.length));
        double[] xs = new double[points];
        double[] ys = new double[points];
        for (int i = 0; i < points; i++) {
            xs[i] = Math.pow(10, i / POINTS_PER_DECADE);
            ys[i] = sorted[(int) Math.min(sorted.length - 1, sorted.length * (1 - 1 / xs[i]))];
        }
        return new Plot.Line(name, xs, ys);
    }
}
