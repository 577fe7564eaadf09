package io.cradle.cli.bench.settle;

import io.cradle.cli.bench.HeapUse;
import io.cradle.cli.bench.Progress;
import io.cradle.cli.bench.Stopwatch;
import io.cradle.cli.bench.report.Case;
import io.cradle.cli.bench.report.Spread;
import io.cradle.testkit.realistic.Family;
import io.cradle.testkit.realistic.NetworkShape;
import io.cradle.testkit.realistic.RealisticNetwork;
import java.util.ArrayList;
import java.util.List;

/** One family at one size. */
final class SettleCase {
    static final String LIMIT = "limit: reading the same bytes";
    static final String SWEEP = "one sweep";
    static final String COLD = "cold solve";
    static final String ONE = "one change of a bill";

    private static final double MILLIS = 1e3;
    /** Before anything is measured: the compiler needs to have seen it. */
    private static final int WARM_UP = 3;

    private final SettleSettings settings;
    private final RealisticNetwork network;
    private final Case into;
    private final SettleTargets targets;
    private final Progress progress;
    private final String name;
    private double[] latencies = {};

    SettleCase(SettleSettings settings, Family family, int products, Case into, Progress progress) {
        this.settings = settings;
        this.network = new RealisticNetwork(family, products, settings.seed());
        this.into = into;
        this.targets = new SettleTargets(into, family, products);
        this.progress = progress;
        this.name = String.format("%s, %,d products", family.label(), products);
    }

    static String mixed(SettleSettings settings) {
        return settings.changes() + " mixed changes in one epoch";
    }

    /** Microseconds of every single change measured. */
    double[] latencies() {
        return latencies;
    }

    void measure() {
        next("shape");
        shape();
        next("compiling");
        double empty = HeapUse.gb();
        Compiled compiled = new Compiled(network);
        into.measured(
                "first settling, with ordering and judging loops", MILLIS * Stopwatch.seconds(compiled::settle), "ms");
        targets.firstPeriod("heap of the compiled network, one period", HeapUse.gb() - empty);
        double sweep = sweeps(compiled);
        cold(compiled, sweep);
        new SingleComponent(settings, network, into, targets, progress, name).measure(compiled);
        changes(compiled, sweep);
        next("further periods");
        furtherPeriods(compiled);
    }

    private void next(String what) {
        progress.next(name + ": " + what);
    }

    private void shape() {
        NetworkShape shape = NetworkShape.of(network);
        into.measured("lines", shape.meanInputs() * network.products(), "");
        into.measured("products in the largest loop", 100 * shape.largestLoop(), "%");
        into.measured("tiers", shape.depth(), "");
        into.measured("lines that lead to hubs", 100 * shape.hubShare(), "%");
    }

    /** Limit and sweep by turns, so that what else the machine does falls on both; gives seconds of a sweep. */
    private double sweeps(Compiled compiled) {
        next("limit and sweeps");
        MemoryLimit limit = new MemoryLimit(network, compiled.structure());
        int repetitions = 2 * settings.repetitions();
        double[] limits = new double[repetitions];
        double[] touches = new double[repetitions];
        double[] sweeps = new double[repetitions];
        double[] ratios = new double[repetitions];
        for (int i = -WARM_UP; i < repetitions; i++) {
            int at = Math.max(0, i);
            limits[at] = Stopwatch.seconds(limit::read);
            sweeps[at] = Stopwatch.seconds(() -> compiled.system().sweep());
            touches[at] = Stopwatch.seconds(limit::touch);
            ratios[at] = sweeps[at] / limits[at];
        }
        if (Double.isNaN(limit.sum())) {
            throw new IllegalStateException("what was read are no numbers");
        }
        into.measured(LIMIT, scaled(limits, MILLIS), "ms");
        into.measured("limit, one value per 64 bytes", scaled(touches, MILLIS), "ms");
        into.measured(SWEEP, scaled(sweeps, MILLIS), "ms");
        targets.sweepToLimit("one sweep / limit", Spread.of(ratios));
        return Spread.of(sweeps).median();
    }

    private void cold(Compiled compiled, double sweep) {
        next("cold solve");
        double[] sweeps = new double[settings.repetitions()];
        double evaluated = 0;
        for (int i = -1; i < sweeps.length; i++) {
            compiled.forgetValues();
            long before = compiled.system().evaluations();
            double seconds = Stopwatch.seconds(compiled::settle);
            evaluated = compiled.system().evaluations() - before;
            sweeps[Math.max(0, i)] = seconds / sweep;
        }
        targets.cold(COLD, Spread.of(sweeps));
        into.measured("cold solve, evaluations per node", evaluated / network.nodes(), "");
    }

    private void changes(Compiled compiled, double sweep) {
        Changes changes = new Changes(network, settings.seed());
        next("mixed changes");
        epochs(compiled, sweep, mixed(settings), () -> some(changes));
        next("hub factor");
        epochs(compiled, sweep, "revision of the hub factor", () -> List.of(changes.ofTheHubFactor()));
        next("single changes");
        Samples samples = Samples.of(settings, () -> {
            Changes.Change change = changes.ofABill();
            return () -> {
                change.make(compiled);
                compiled.settle();
            };
        });
        latencies = samples.processor();
        targets.oneChange(ONE, Spread.of(latencies));
        into.measured("one change of a bill, by the clock on the wall", Spread.of(samples.wall()), "µs");
        next("from scratch");
        targets.same("difference from a solve from scratch", Difference.fromScratch(compiled, network.nodes()));
    }

    private List<Changes.Change> some(Changes changes) {
        List<Changes.Change> some = new ArrayList<>(settings.changes());
        for (int i = 0; i < settings.changes(); i++) {
            some.add(changes.ofAnything());
        }
        return some;
    }

    private interface Epoch {
        List<Changes.Change> changes();
    }

    private void epochs(Compiled compiled, double sweep, String what, Epoch epoch) {
        double[] sweeps = new double[settings.repetitions()];
        double reached = 0;
        for (int i = -1; i < sweeps.length; i++) {
            List<Changes.Change> changes = epoch.changes();
            int[] moved = new int[1];
            double seconds = Stopwatch.seconds(() -> {
                changes.forEach(change -> change.make(compiled));
                moved[0] = compiled.settle().size();
            });
            sweeps[Math.max(0, i)] = seconds / sweep;
            reached = moved[0];
        }
        targets.epoch(what, Spread.of(sweeps));
        into.measured(what + ", nodes moved", 100 * reached / network.nodes(), "%");
    }

    private void furtherPeriods(Compiled compiled) {
        double before = HeapUse.gb();
        compiled.newPeriod().settle();
        compiled.newPeriod().settle();
        targets.furtherPeriod("heap of each further open period", (HeapUse.gb() - before) / 2);
        if (compiled.structure().size() != network.nodes()) {
            throw new IllegalStateException("nodes were added");
        }
    }

    private static Spread scaled(double[] seconds, double by) {
        double[] scaled = new double[seconds.length];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = seconds[i] * by;
        }
        return Spread.of(scaled);
    }
}
