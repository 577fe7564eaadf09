package io.cradle.core.linear;

import io.cradle.core.footprint.Component;
import java.util.Arrays;

/**
 * Evaluates one row of the system (docs/figures.md, section 7) from the current values of its inputs. The self-loop is
 * taken out of the sum: x = (rest) ÷ (1 − a). Not thread safe: the sums are kept between calls.
 *
 * <p>Written out component by component: a loop over components takes twice as long.
 */
final class Evaluation {
    private static final int COUNT = Component.COUNT;
    private static final int STRIDE = Slots.STRIDE;
    private static final int CAUSE = Slots.CAUSE;
    private static final int FOSSIL = Component.FOSSIL.ordinal();
    private static final int CREDITS = Component.CREDITS.ordinal();
    private static final int GROSS = Component.GROSS.ordinal();
    private static final int PRIMARY = Component.PRIMARY.ordinal();
    private static final int TECHNOLOGICAL = Component.TECHNOLOGICAL_DQR.ordinal();
    private static final int GEOGRAPHICAL = Component.GEOGRAPHICAL_DQR.ordinal();
    private static final int TEMPORAL = Component.TEMPORAL_DQR.ordinal();
    private static final int COVERED = Component.COVERED.ordinal();
    private static final int CARRIED = Component.CARRIED.ordinal();
    private static final int MAGNITUDE = Component.MAGNITUDE.ordinal();
    private static final int TIERS = Component.TIERS.ordinal();
    private static final int PACKAGING = Component.PACKAGING.ordinal();
    private static final int OUTBOUND = Component.OUTBOUND.ordinal();

    private final Slots slots;
    private final double[] sum = new double[COUNT];
    private double cause;
    private boolean selfLoop;
    private double self;
    private double selfMagnitude;
    private double selfPositive;
    private double selfNegative;
    private double selfPrimary;
    private double selfPackaging;
    private double selfOutbound;
    private double selfCarried;

    Evaluation(Slots slots) {
        this.slots = slots;
    }

    /** The value of a slot given the values of its inputs; the array is reused by the next call. */
    double[] evaluate(EdgePool edges, int slot) {
        int row = slots.rows[slot];
        double ownCoverage = edges.ownCoverage(row);
        double[] constant = slots.constants[slot];
        cause = 0;
        if (edges.count(row) == 0) {
            copy(constant);
            sum[COVERED] *= ownCoverage;
            sum[TIERS] = sum[MAGNITUDE];
            return sum;
        }
        selfLoop = false;
        add(edges, slot, constant, null);
        close(ownCoverage);
        return sum;
    }

    /** The most urgent cause of the inputs in the last evaluation, as the system keeps it. */
    double cause() {
        return cause;
    }

    /** The part of a value that comes from outside a set of slots, before own coverage. */
    double[] evaluateOutside(EdgePool edges, int slot, NodeSet inside) {
        add(edges, slot, slots.constants[slot], inside);
        return sum;
    }

    private void copy(double[] constant) {
        if (constant == null) {
            Arrays.fill(sum, 0);
        } else {
            System.arraycopy(constant, 0, sum, 0, COUNT);
        }
    }

    private void add(EdgePool edges, int slot, double[] constant, NodeSet without) {
        copy(constant);
        double[] v = slots.values;
        int[] heads = edges.heads;
        double[] coefficients = edges.coefficients;
        int row = slots.rows[slot];
        int end = row + heads[row];
        double fossil = 0;
        double landUse = 0;
        double landEmissions = 0;
        double landRemovals = 0;
        double nonCO2 = 0;
        double removals = 0;
        double capture = 0;
        double uptake = 0;
        double aircraft = 0;
        double credits = 0;
        double gross = 0;
        double primary = 0;
        double technological = 0;
        double geographical = 0;
        double temporal = 0;
        double covered = 0;
        double carried = 0;
        double magnitude = 0;
        double tiers = 0;
        for (int at = row + 1; at <= end; at++) {
            int head = heads[at];
            int target = EdgePool.slot(head);
            int flags = EdgePool.flags(head);
            double a = coefficients[at];
            if (without != null && without.contains(target)) {
                continue;
            }
            if (target == slot) {
                addSelf(a, flags);
                continue;
            }
            int base = target * STRIDE;
            if (v[base + CAUSE] > cause) {
                cause = v[base + CAUSE];
            }
            if ((flags & (Edges.OUTBOUND | Edges.PACKAGING)) != 0) {
                addFirstLevel(a, flags, Component.excludingUptake(v, base));
                if ((flags & Edges.OUTBOUND) != 0) {
                    continue;
                }
            }
            double m = Math.abs(a);
            fossil += a * v[base + FOSSIL];
            landUse += a * v[base + 1];
            landEmissions += a * v[base + 2];
            landRemovals += a * v[base + 3];
            nonCO2 += a * v[base + 4];
            removals += a * v[base + 5];
            capture += a * v[base + 6];
            uptake += a * v[base + 7];
            aircraft += a * v[base + 8];
            credits += a * (a > 0 ? v[base + CREDITS] : Component.excludingUptake(v, base));
            gross += m * v[base + GROSS];
            primary += (flags & Edges.PRIMARY) * m * v[base + PRIMARY];
            technological += m * v[base + TECHNOLOGICAL];
            geographical += m * v[base + GEOGRAPHICAL];
            temporal += m * v[base + TEMPORAL];
            covered += m * v[base + COVERED];
            carried += m * v[base + ((flags & Edges.CARRIED) == 0 ? CARRIED : GROSS)];
            magnitude += m * v[base + MAGNITUDE];
            tiers += m * v[base + TIERS];
        }
        double[] s = sum;
        s[FOSSIL] += fossil;
        s[1] += landUse;
        s[2] += landEmissions;
        s[3] += landRemovals;
        s[4] += nonCO2;
        s[5] += removals;
        s[6] += capture;
        s[7] += uptake;
        s[8] += aircraft;
        s[CREDITS] += credits;
        s[GROSS] += gross;
        s[PRIMARY] += primary;
        s[TECHNOLOGICAL] += technological;
        s[GEOGRAPHICAL] += geographical;
        s[TEMPORAL] += temporal;
        s[COVERED] += covered;
        s[CARRIED] += carried;
        s[MAGNITUDE] += magnitude;
        s[TIERS] += tiers;
    }

    private void addFirstLevel(double a, int flags, double excluding) {
        sum[(flags & Edges.OUTBOUND) != 0 ? OUTBOUND : PACKAGING] += a * excluding;
    }

    private void addSelf(double a, int flags) {
        if (!selfLoop) {
            selfLoop = true;
            self = 0;
            selfMagnitude = 0;
            selfPositive = 0;
            selfNegative = 0;
            selfPrimary = 0;
            selfPackaging = 0;
            selfOutbound = 0;
            selfCarried = 0;
        }
        if ((flags & Edges.OUTBOUND) != 0) {
            selfOutbound += a;
            return;
        }
        double magnitude = Math.abs(a);
        self += a;
        selfMagnitude += magnitude;
        selfPositive += Math.max(0, a);
        selfNegative += Math.min(0, a);
        selfPrimary += (flags & Edges.PRIMARY) != 0 ? magnitude : 0;
        selfCarried += (flags & Edges.CARRIED) != 0 ? magnitude : 0;
        selfPackaging += (flags & Edges.PACKAGING) != 0 ? a : 0;
    }

    private void close(double ownCoverage) {
        double[] s = sum;
        if (!selfLoop) {
            s[COVERED] *= ownCoverage;
            // Every tier adds the magnitude that passes it once more.
            s[TIERS] += s[MAGNITUDE];
            return;
        }
        for (int c = 0; c < Component.INDICATORS; c++) {
            s[c] /= 1 - self;
        }
        s[GROSS] /= 1 - selfMagnitude;
        s[TECHNOLOGICAL] /= 1 - selfMagnitude;
        s[GEOGRAPHICAL] /= 1 - selfMagnitude;
        s[TEMPORAL] /= 1 - selfMagnitude;
        s[MAGNITUDE] /= 1 - selfMagnitude;
        double excluding = Component.excludingUptake(s, 0);
        s[CREDITS] = (s[CREDITS] + selfNegative * excluding) / (1 - selfPositive);
        s[PRIMARY] /= 1 - selfPrimary;
        s[CARRIED] = (s[CARRIED] + selfCarried * s[GROSS]) / (1 - (selfMagnitude - selfCarried));
        s[PACKAGING] += selfPackaging * excluding;
        s[OUTBOUND] += selfOutbound * excluding;
        s[COVERED] = ownCoverage * s[COVERED] / (1 - ownCoverage * selfMagnitude);
        s[TIERS] = (s[TIERS] + s[MAGNITUDE]) / (1 - selfMagnitude);
    }
}
