package io.cradle.core.network;

import io.cradle.core.footprint.Component;
import java.util.BitSet;

/**
 * Evaluates one row of the system (docs/figures.md, section 7) from the current values of its inputs. The self-loop is
 * taken out of the sum: x = (rest) ÷ (1 − a). Not thread safe: the sums are kept between calls.
 */
final class Equation {
    private static final int COUNT = Component.COUNT;
    private static final int CREDITS = Component.CREDITS.ordinal();
    private static final int GROSS = Component.GROSS.ordinal();
    private static final int PRIMARY = Component.PRIMARY.ordinal();
    private static final int COVERED = Component.COVERED.ordinal();
    private static final int CARRIED = Component.CARRIED.ordinal();
    private static final int PACKAGING = Component.PACKAGING.ordinal();
    private static final int OUTBOUND = Component.OUTBOUND.ordinal();
    /** Components whose equation is the plain |a|-weighted sum. */
    private static final int[] GROSS_WEIGHTED = {
        GROSS,
        Component.TECHNOLOGICAL_DQR.ordinal(),
        Component.GEOGRAPHICAL_DQR.ordinal(),
        Component.TEMPORAL_DQR.ordinal(),
        Component.MAGNITUDE.ordinal()
    };

    private static final int TIERS = Component.TIERS.ordinal();
    private static final int MAGNITUDE = Component.MAGNITUDE.ordinal();

    private static final BitSet NOBODY = new BitSet(0);

    private final Graph graph;
    private final double[] sum = new double[COUNT];
    private double self;
    private double selfMagnitude;
    private double selfPositive;
    private double selfNegative;
    private double selfPrimary;
    private double selfPackaging;
    private double selfOutbound;
    private double selfCarried;

    Equation(Graph graph) {
        this.graph = graph;
    }

    /** The value of a node given the values of its inputs; the array is reused by the next call. */
    double[] evaluate(int node) {
        Row row = graph.row(node);
        int[] targets = graph.targets(node);
        if (targets.length == 0) {
            System.arraycopy(row.constant, 0, sum, 0, COUNT);
            sum[COVERED] *= row.ownCoverage;
            sum[TIERS] = sum[MAGNITUDE];
            return sum;
        }
        clearSelf();
        addEdges(node, NOBODY);
        close(row.ownCoverage);
        return sum;
    }

    /** The part of a node's value that comes from outside a set of nodes, before own coverage. */
    double[] evaluateOutside(int node, BitSet inside) {
        addEdges(node, inside);
        return sum;
    }

    private void clearSelf() {
        self = 0;
        selfMagnitude = 0;
        selfPositive = 0;
        selfNegative = 0;
        selfPrimary = 0;
        selfPackaging = 0;
        selfOutbound = 0;
        selfCarried = 0;
    }

    private void addEdges(int node, BitSet without) {
        System.arraycopy(graph.row(node).constant, 0, sum, 0, COUNT);
        int[] targets = graph.targets(node);
        double[] coefficients = graph.coefficients(node);
        byte[] flags = graph.flags(node);
        for (int i = 0; i < targets.length; i++) {
            if (without.get(targets[i])) {
                continue;
            }
            if (targets[i] != node) {
                addEdge(targets[i] * COUNT, coefficients[i], flags[i]);
            } else if ((flags[i] & Graph.OUTBOUND) != 0) {
                selfOutbound += coefficients[i];
            } else {
                addSelf(coefficients[i], flags[i]);
            }
        }
    }

    private void addEdge(int base, double a, byte flags) {
        double[] values = graph.values();
        double excluding = Component.excludingUptake(values, base);
        if ((flags & Graph.OUTBOUND) != 0) {
            sum[OUTBOUND] += a * excluding;
            return;
        }
        double magnitude = Math.abs(a);
        for (int c = 0; c < Component.INDICATORS; c++) {
            sum[c] += a * values[base + c];
        }
        for (int c : GROSS_WEIGHTED) {
            sum[c] += magnitude * values[base + c];
        }
        sum[TIERS] += magnitude * values[base + TIERS];
        sum[COVERED] += magnitude * values[base + COVERED];
        sum[CREDITS] += a > 0 ? a * values[base + CREDITS] : a * excluding;
        if ((flags & Graph.PRIMARY) != 0) {
            sum[PRIMARY] += magnitude * values[base + PRIMARY];
        }
        sum[CARRIED] += magnitude * values[base + ((flags & Graph.CARRIED) != 0 ? GROSS : CARRIED)];
        if ((flags & Graph.PACKAGING) != 0) {
            sum[PACKAGING] += a * excluding;
        }
    }

    private void addSelf(double a, byte flags) {
        self += a;
        selfMagnitude += Math.abs(a);
        selfPositive += Math.max(0, a);
        selfNegative += Math.min(0, a);
        selfPrimary += (flags & Graph.PRIMARY) != 0 ? Math.abs(a) : 0;
        selfCarried += (flags & Graph.CARRIED) != 0 ? Math.abs(a) : 0;
        selfPackaging += (flags & Graph.PACKAGING) != 0 ? a : 0;
    }

    private void close(double ownCoverage) {
        if (selfMagnitude > 0) {
            for (int c = 0; c < Component.INDICATORS; c++) {
                sum[c] /= 1 - self;
            }
            for (int c : GROSS_WEIGHTED) {
                sum[c] /= 1 - selfMagnitude;
            }
            double excluding = Component.excludingUptake(sum, 0);
            sum[CREDITS] = (sum[CREDITS] + selfNegative * excluding) / (1 - selfPositive);
            sum[PRIMARY] /= 1 - selfPrimary;
            sum[CARRIED] = (sum[CARRIED] + selfCarried * sum[GROSS]) / (1 - (selfMagnitude - selfCarried));
            sum[PACKAGING] += selfPackaging * excluding;
        }
        sum[OUTBOUND] += selfOutbound * Component.excludingUptake(sum, 0);
        sum[COVERED] = ownCoverage * sum[COVERED] / (1 - ownCoverage * selfMagnitude);
        // Every tier adds the magnitude that passes it once more.
        sum[TIERS] = (sum[TIERS] + sum[MAGNITUDE]) / (1 - selfMagnitude);
    }
}
