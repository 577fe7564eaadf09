package io.cradle.cli.bench.settle;

import io.cradle.cli.bench.Bench;
import io.cradle.cli.bench.Progress;
import io.cradle.cli.bench.plot.Plot;
import io.cradle.cli.bench.report.Report;
import io.cradle.testkit.realistic.Family;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code bench settle}: every family at every size. */
final class SettleBench implements Bench {
    private final SettleSettings settings;
    private final Map<String, double[]> latencies = new LinkedHashMap<>();

    SettleBench(SettleSettings settings) {
        this.settings = settings;
    }

    @Override
    public String name() {
        return "settle";
    }

    @Override
    public Map<String, Object> parameters() {
        return settings.named();
    }

    @Override
    public void measure(Report report, Progress progress) {
        for (int products : settings.sizes()) {
            for (Family family : settings.families()) {
                Map<String, Object> of = new LinkedHashMap<>();
                of.put("family", family.label());
                of.put("products", products);
                SettleCase settled = new SettleCase(settings, family, products, report.begin(of), progress);
                settled.measure();
                latencies.put(String.format("%s, %,d", family.label(), products), settled.latencies());
            }
        }
    }

    @Override
    public List<Plot> plots(Report report) {
        return new SettlePlots(settings, report).all(latencies);
    }
}
