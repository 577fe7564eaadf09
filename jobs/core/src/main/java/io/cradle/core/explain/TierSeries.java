package io.cradle.core.explain;

import io.cradle.core.footprint.Component;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The power series f = e + A·e + A²·e + …, tier by tier. What the last tier has not yet passed on is settled already: its
 * amounts times the figures of the nodes are all tiers above.
 */
final class TierSeries {
    private final Upstream upstream;
    /** Nodes so that an input of the same tier comes after its consumer. */
    private final int[] order;

    /** What the tier takes of each node, all and through no credit, and what it passes on to the next. */
    private double[] taken;

    private double[] used;
    private double[] nextTaken;
    private double[] nextUsed;

    private TierSeries(Upstream upstream) {
        this.upstream = upstream;
        int size = upstream.nodes().size();
        this.order = order(upstream);
        this.taken = new double[size];
        this.used = new double[size];
        this.nextTaken = new double[size];
        this.nextUsed = new double[size];
    }

    /**
     * The tiers, which add up to the figure.
     *
     * @param most tiers to tell apart; what is above is one more
     */
    static List<TierContribution> of(Upstream upstream, int most) {
        return new TierSeries(upstream).tiers(most);
    }

    private List<TierContribution> tiers(int most) {
        List<TierContribution> tiers = new ArrayList<>();
        taken[0] = 1;
        used[0] = 1;
        for (int tier = 0; tier < most && isAny(); tier++) {
            tiers.add(tier(tier));
            double[] spentTaken = taken;
            double[] spentUsed = used;
            taken = nextTaken;
            used = nextUsed;
            nextTaken = spentTaken;
            nextUsed = spentUsed;
            Arrays.fill(nextTaken, 0);
            Arrays.fill(nextUsed, 0);
        }
        if (isAny()) {
            tiers.add(rest(most));
        }
        return List.copyOf(tiers);
    }

    private boolean isAny() {
        for (int i = 0; i < taken.length; i++) {
            if (taken[i] != 0 || used[i] != 0) {
                return true;
            }
        }
        return false;
    }

    private TierContribution tier(int tier) {
        double all = 0;
        double ofUsed = 0;
        for (int i : order) {
            Upstream.Node node = upstream.nodes().get(i);
            if (taken[i] == 0 && used[i] == 0) {
                continue;
            }
            double positive = positive(node);
            all += taken[i] * (positive + negative(node));
            ofUsed += used[i] * positive;
            for (Upstream.Input input : node.inputs()) {
                boolean next = upstream.isTier(node, input);
                (next ? nextTaken : taken)[input.node()] += taken[i] * input.coefficient();
                (next ? nextUsed : used)[input.node()] += used[i] * Math.max(0, input.coefficient());
            }
        }
        return new TierContribution(tier, false, ofUsed, all - ofUsed);
    }

    private TierContribution rest(int tier) {
        double all = 0;
        double ofUsed = 0;
        for (int i = 0; i < taken.length; i++) {
            Upstream.Node node = upstream.nodes().get(i);
            all += taken[i] * node.excludingUptake();
            ofUsed += used[i] * (node.excludingUptake() - node.values()[Component.CREDITS.ordinal()]);
        }
        return new TierContribution(tier, true, ofUsed, all - ofUsed);
    }

    private static double positive(Upstream.Node node) {
        double sum = node.source() == null
                ? 0
                : Component.excludingUptake(node.source().indicators(), 0);
        for (Upstream.Emission emission : node.emissions()) {
            sum += Math.max(0, Component.excludingUptake(emission.indicators(), 0));
        }
        return sum;
    }

    private static double negative(Upstream.Node node) {
        double sum = 0;
        for (Upstream.Emission emission : node.emissions()) {
            sum += Math.min(0, Component.excludingUptake(emission.indicators(), 0));
        }
        return sum;
    }

    /** Markets, then what may be a source of one, then processes, then all leaves: inputs of one tier go only this way. */
    private static int[] order(Upstream upstream) {
        return IntStream.range(0, upstream.nodes().size())
                .boxed()
                .sorted(Comparator.comparingInt(i -> rank(upstream.nodes().get(i))))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static int rank(Upstream.Node node) {
        return switch (node.kind()) {
            case Upstream.Node.MARKET -> 0;
            case Upstream.Node.PROCESS -> 2;
            case Upstream.Node.FACTOR, Upstream.Node.SUPPLIED -> 3;
            default -> 1;
        };
    }
}
