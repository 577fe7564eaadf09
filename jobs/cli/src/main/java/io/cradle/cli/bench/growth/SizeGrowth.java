package io.cradle.cli.bench.growth;

import io.cradle.cli.bench.HeapUse;
import io.cradle.cli.bench.Progress;
import io.cradle.cli.bench.Stopwatch;
import io.cradle.cli.bench.report.Case;
import io.cradle.cli.bench.report.Report;
import io.cradle.cli.bench.report.Spread;
import io.cradle.cli.bench.report.Target;
import io.cradle.core.factor.FactorTable;
import io.cradle.core.network.Change;
import io.cradle.testkit.realistic.RealisticNetwork;
import java.util.List;
import java.util.Map;

/** One network at several sizes. */
final class SizeGrowth {
    private static final double MILLIS = 1e3;
    private static final double KB_PER_GB = 1e6;
    /** Above 1 the cost grows faster than n log n. */
    private static final double MOST = 1;

    private final GrowthSettings settings;
    private final Report report;
    private final Progress progress;
    private final double[] sizes;
    private final double[] first;
    private final double[] heap;
    private final double[] perEpoch;

    SizeGrowth(GrowthSettings settings, Report report, Progress progress) {
        this.settings = settings;
        this.report = report;
        this.progress = progress;
        sizes = settings.sizes().stream().mapToDouble(Integer::doubleValue).toArray();
        first = new double[sizes.length];
        heap = new double[sizes.length];
        perEpoch = new double[sizes.length];
    }

    void measure() {
        warmUp();
        for (int i = 0; i < sizes.length; i++) {
            measure(i);
        }
        if (sizes.length > 1) {
            fit();
        }
    }

    /** The compiler should have seen everything once; what it takes for itself would look like the cost of small networks. */
    private void warmUp() {
        progress.next("warming up");
        int smallest = settings.sizes().get(0);
        for (int i = 0; i < 3; i++) {
            LoadedNetwork network = load(smallest);
            network.settle(network.bills());
            epochs(network);
        }
    }

    private LoadedNetwork load(int products) {
        RealisticNetwork network = new RealisticNetwork(settings.family(), products, settings.seed());
        FactorTable factors = new FactorTable();
        new FactStream(network).factors(factors, LoadedNetwork.BEGINS_MS - 1);
        return new LoadedNetwork(network, factors, settings.seed());
    }

    private void measure(int i) {
        int products = settings.sizes().get(i);
        progress.next(String.format("%,d products", products));
        Case into = report.begin(Map.of("one network, products", products));
        double full = measure(i, products, into);
        heap[i] = full - HeapUse.gb();
        into.measured("heap of facts, graph, figures", heap[i], "GB");
        into.measured("heap per product", heap[i] * KB_PER_GB / products, "kB");
    }

    /** Gives the heap in use while the network is there. */
    private double measure(int i, int products, Case into) {
        LoadedNetwork network = load(products);
        List<Change> bills = network.bills();
        first[i] = Stopwatch.seconds(() -> network.settle(bills)) * MILLIS;
        bills.clear();
        into.measured("all bills in one epoch", first[i], "ms");
        into.measured("all bills in one epoch, per product", first[i] * MILLIS / products, "µs");
        Spread spread = Spread.of(epochs(network));
        perEpoch[i] = spread.median();
        into.measured("epoch of " + settings.changes() + " changes", spread, "ms");
        double full = HeapUse.gb();
        if (network.settle(List.of()) != 0) {
            throw new IllegalStateException("an epoch without changes published something");
        }
        return full;
    }

    private double[] epochs(LoadedNetwork network) {
        double[] millis = new double[settings.epochs()];
        for (int i = 0; i < millis.length; i++) {
            List<Change> changes = network.changes(settings.changes());
            millis[i] = Stopwatch.seconds(() -> network.settle(changes)) * MILLIS;
        }
        return millis;
    }

    private void fit() {
        Case into = report.begin(Map.of("one network", "growth"));
        double[] nLogN = Exponent.nLogN(sizes);
        Target target = Target.atMost(MOST);
        into.measured("all bills: exponent of n log n", Exponent.against(nLogN, first), "", target);
        into.measured("heap: exponent of n log n", Exponent.against(nLogN, heap), "", target);
        into.measured("epoch: exponent of n log n", Exponent.against(nLogN, perEpoch), "", target);
    }
}
