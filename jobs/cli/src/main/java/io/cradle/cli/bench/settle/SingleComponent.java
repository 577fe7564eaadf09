package io.cradle.cli.bench.settle;

import io.cradle.cli.bench.Progress;
import io.cradle.cli.bench.Stopwatch;
import io.cradle.cli.bench.report.Case;
import io.cradle.cli.bench.report.Spread;
import io.cradle.testkit.realistic.RealisticNetwork;
import java.util.SplittableRandom;

/** One component alone, and the baselines that solve it again for every change. */
final class SingleComponent {
    private static final double MILLIS = 1e3;
    private static final double LEAST = 0.8;

    private final SettleSettings settings;
    private final RealisticNetwork network;
    private final Case into;
    private final SettleTargets targets;
    private final Progress progress;
    private final String name;
    private final SplittableRandom dice;

    SingleComponent(
            SettleSettings settings,
            RealisticNetwork network,
            Case into,
            SettleTargets targets,
            Progress progress,
            String name) {
        this.settings = settings;
        this.network = network;
        this.into = into;
        this.targets = targets;
        this.progress = progress;
        this.name = name;
        this.dice = new SplittableRandom(settings.seed());
    }

    /** The kernel is settled and has seen no change yet. */
    void measure(Compiled compiled) {
        progress.next(name + ": one component");
        Fossil fossil = new Fossil(network, compiled.structure());
        fossil.settleAll();
        targets.same("difference from one component alone", Difference.ofFossil(compiled, fossil.values()));
        Samples samples = Samples.of(settings, () -> change(fossil));
        targets.oneComponent("one change, one component alone", Spread.of(samples.processor()));
        progress.next(name + ": Jacobi");
        jacobi(fossil);
        if (!settings.luPatience().isZero()) {
            progress.next(name + ": sparse LU");
            new SparseLuProcess(network, settings).run().report(into);
        }
    }

    private Runnable change(Fossil fossil) {
        SlotEdges edges = fossil.edges();
        int slot = dice.nextInt(edges.slots());
        while (edges.starts[slot] == edges.starts[slot + 1]) {
            slot = dice.nextInt(edges.slots());
        }
        int changed = slot;
        int edge = dice.nextInt(edges.starts[slot], edges.starts[slot + 1]);
        double amount = edges.amounts[edge] * dice.nextDouble(LEAST, 1);
        return () -> {
            fossil.setAmount(edge, amount);
            fossil.settleFrom(changed);
        };
    }

    private void jacobi(Fossil fossil) {
        double[] other = new double[fossil.size()];
        double[] values = new double[fossil.size()];
        double[] rounds = new double[1];
        into.measured(
                "Jacobi, one component, cold",
                MILLIS * Stopwatch.seconds(() -> rounds[0] = fossil.jacobi(values, other)),
                "ms");
        into.measured("Jacobi, one component, cold, rounds", rounds[0], "");
        double[] millis = new double[settings.repetitions()];
        for (int i = 0; i < millis.length; i++) {
            int edge = dice.nextInt(fossil.edges().count());
            fossil.setAmount(edge, fossil.edges().amounts[edge] * LEAST);
            millis[i] = MILLIS * Stopwatch.seconds(() -> rounds[0] = fossil.jacobi(values, other));
        }
        into.measured("Jacobi, one component, after one change", Spread.of(millis), "ms");
        into.measured("Jacobi, after one change, rounds", rounds[0], "");
    }
}
