package io.cradle.core.linear;

import static io.cradle.core.footprint.Component.CARRIED;
import static io.cradle.core.footprint.Component.GROSS;
import static io.cradle.core.footprint.Component.MAGNITUDE;

import java.util.Arrays;

/**
 * Gross and its parts where gross is the lesser part of the magnitude: little else than uptake or memo is in such a node.
 * Coverage and quality are published as shares of gross, so they need gross as exactly as itself, and not as exactly as
 * the magnitude: in a loop that has lost its gross it would fade until it is small against the magnitude and stay, with
 * shares that mean nothing.
 */
final class GrossParts {
    /** Of the magnitude: from here on gross is what errors are measured against. */
    private static final double MOST = 0.5;

    /** Of the magnitude: what is less than this has faded, and is none. */
    private static final double FADED = 1e-20;

    private static final int FIRST = GROSS.ordinal();
    private static final int LAST = CARRIED.ordinal();

    private GrossParts() {}

    /** Makes gross and its parts 0 where gross has faded. */
    static void requireSome(double[] now) {
        if (now[FIRST] < FADED * now[MAGNITUDE.ordinal()]) {
            Arrays.fill(now, FIRST, LAST + 1, 0);
        }
    }

    /**
     * Whether they move by more than gross may be off.
     *
     * @param before values of which the node's begin at {@code base}
     */
    static boolean move(double[] now, double[] before, int base) {
        if (now[FIRST] > MOST * now[MAGNITUDE.ordinal()]) {
            return false;
        }
        double allowed = LinearSystem.allowed(now[FIRST], now);
        for (int c = FIRST; c <= LAST; c++) {
            if (Math.abs(now[c] - before[base + c]) > allowed) {
                return true;
            }
        }
        return false;
    }
}
