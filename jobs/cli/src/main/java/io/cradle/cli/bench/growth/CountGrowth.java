package io.cradle.cli.bench.growth;

import io.cradle.cli.bench.Progress;
import io.cradle.cli.bench.Stopwatch;
import io.cradle.cli.bench.report.Case;
import io.cradle.cli.bench.report.Report;
import io.cradle.cli.bench.report.Target;
import io.cradle.core.factor.FactorTable;
import io.cradle.testkit.realistic.RealisticNetwork;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Several networks of one size, which take their epochs in turn. */
final class CountGrowth {
    /** With ten times the networks, no less than this share of the changes a second. */
    private static final double LEAST_KEPT = 0.5;

    /** Processor time is counted in coarse ticks: for every epoch timed alone so many that are timed together. */
    private static final int TOGETHER = 20;

    private final GrowthSettings settings;
    private final Report report;
    private final Progress progress;

    CountGrowth(GrowthSettings settings, Report report, Progress progress) {
        this.settings = settings;
        this.report = report;
        this.progress = progress;
    }

    void measure() {
        double before = Double.NaN;
        for (int count : settings.counts()) {
            progress.next(String.format("%,d networks", count));
            double rate = rate(load(count));
            Case into = report.begin(Map.of("networks", count));
            into.measured("changes settled a second", rate, "/s");
            if (!Double.isNaN(before)) {
                into.measured("share kept of the rate before", rate / before, "", Target.atLeast(LEAST_KEPT));
            }
            before = rate;
        }
    }

    private List<LoadedNetwork> load(int count) {
        FactorTable factors = new FactorTable();
        List<LoadedNetwork> networks = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            // Other products, the same factors: one table serves all networks, as in the job.
            RealisticNetwork network =
                    new RealisticNetwork(settings.family(), settings.productsEach(), settings.seed() + i);
            if (i == 0) {
                new FactStream(network).factors(factors, LoadedNetwork.BEGINS_MS - 1);
            }
            LoadedNetwork loaded = new LoadedNetwork(network, factors, settings.seed() + i);
            loaded.settle(loaded.bills());
            networks.add(loaded);
        }
        return networks;
    }

    /** Making the changes is counted, too: some microseconds each. */
    private double rate(List<LoadedNetwork> networks) {
        int epochs = Math.max(TOGETHER * settings.epochs(), 2 * networks.size());
        inTurn(networks, networks.size());
        return epochs * settings.changes() / Stopwatch.secondsOfAll(() -> inTurn(networks, epochs));
    }

    private void inTurn(List<LoadedNetwork> networks, int epochs) {
        for (int i = 0; i < epochs; i++) {
            LoadedNetwork network = networks.get(i % networks.size());
            network.settle(network.changes(settings.changes()));
        }
    }
}
