package io.cradle.core.explain;

import io.cradle.core.footprint.Component;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A random upstream: products, then processes, markets and leaves, with loops, self-loops, leaves that everything shares,
 * credits and emissions that are credits.
 */
final class RandomUpstream {
    private static final int NINE = Component.INDICATORS;

    final int products;
    final int processes;
    final int markets;
    final int leaves;
    private final Random random;
    private final double rowSum;
    private final List<Upstream.Node> bare = new ArrayList<>();

    /** @param rowSum bound on Σ|a| of a row: below 1 every loop is productive */
    RandomUpstream(long seed, int products, double rowSum) {
        this.random = new Random(seed);
        this.products = products;
        this.processes = products / 3;
        this.markets = products / 3;
        this.leaves = products / 2 + 2;
        this.rowSum = rowSum;
        for (int i = 0; i < size(); i++) {
            bare.add(node(i));
        }
    }

    int size() {
        return products + processes + markets + leaves;
    }

    /** The same network with other figures of leaves. */
    Upstream solved(double[] leafFactors) {
        List<Upstream.Node> scaled = new ArrayList<>();
        for (int i = 0; i < bare.size(); i++) {
            scaled.add(i < size() - leaves ? bare.get(i) : times(bare.get(i), leafFactors[i - (size() - leaves)]));
        }
        return DenseUpstream.solve(scaled);
    }

    Upstream solved() {
        return DenseUpstream.solve(bare);
    }

    private static Upstream.Node times(Upstream.Node leaf, double factor) {
        double[] indicators = leaf.source().indicators().clone();
        for (int c = 0; c < indicators.length; c++) {
            indicators[c] *= factor;
        }
        Upstream.Source source = new Upstream.Source(
                leaf.source().version(), indicators, leaf.source().ratings());
        return new Upstream.Node(leaf.kind(), leaf.name(), leaf.unit(), null, source, List.of(), List.of());
    }

    private Upstream.Node node(int i) {
        if (i < products) {
            return node("product", i, inputs(i, 0, size()));
        }
        if (i < products + processes) {
            return node("process", i, inputs(i, products + processes, size()));
        }
        if (i < products + processes + markets) {
            return new Upstream.Node("market", "m" + i, "kg", null, null, List.of(), inputs(i, 0, products));
        }
        double[] indicators = indicators(random.nextInt(6) == 0 ? -1 : 1);
        VersionUsed version = new VersionUsed("leaf" + i, "v1", "a source", 0);
        Ratings ratings = new Ratings(rating(), rating(), rating());
        return new Upstream.Node(
                i % 2 == 0 ? "factor" : "supplied",
                "leaf" + i,
                "kW.h",
                null,
                new Upstream.Source(version, indicators, ratings),
                List.of(),
                List.of());
    }

    private Upstream.Node node(String kind, int i, List<Upstream.Input> inputs) {
        List<Upstream.Emission> emissions = new ArrayList<>();
        for (int n = random.nextInt(3); n > 0; n--) {
            double sign = random.nextInt(6) == 0 ? -1 : 1;
            emissions.add(new Upstream.Emission(
                    "gas" + n, sign * random.nextDouble(), indicators(sign), "material", random.nextBoolean()));
        }
        return new Upstream.Node(kind, kind + i, "kg", null, null, emissions, inputs);
    }

    private double rating() {
        return 1 + 4 * random.nextDouble();
    }

    private double[] indicators(double sign) {
        double[] indicators = new double[NINE];
        indicators[Component.FOSSIL.ordinal()] = sign * (0.1 + random.nextDouble());
        indicators[Component.BIOGENIC_NON_CO2.ordinal()] = sign * 0.3 * random.nextDouble();
        indicators[Component.BIOGENIC_UPTAKE.ordinal()] = -random.nextDouble();
        return indicators;
    }

    /** The first product takes of everything, so that all is reached; markets take of products only. */
    private List<Upstream.Input> inputs(int of, int from, int to) {
        List<Integer> targets = new ArrayList<>();
        for (int i = 0; of == 0 && i < size(); i++) {
            targets.add(i);
        }
        for (int n = 1 + random.nextInt(5); n > 0; n--) {
            targets.add(from + random.nextInt(to - from));
        }
        if (from == 0 && of < products && random.nextInt(4) == 0) {
            targets.add(of);
        }
        List<Upstream.Input> inputs = new ArrayList<>();
        for (int target : targets) {
            double sign = random.nextInt(7) == 0 ? -1 : 1;
            double a = sign * rowSum / targets.size() * random.nextDouble();
            inputs.add(new Upstream.Input(target, a, a, "kg", "material", List.of()));
        }
        return inputs;
    }
}
