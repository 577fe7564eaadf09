package io.cradle.core.footprint;

/**
 * The components that every node of a network carries, kgCO2e per unit of the node (docs/figures.md, section 7). The
 * first nine are the indicators of PACT v3 in its order; the rest are carried along so that every figure splits and
 * states its quality.
 */
public enum Component {
    FOSSIL,
    LAND_USE_CHANGE,
    LAND_MANAGEMENT_EMISSIONS,
    LAND_MANAGEMENT_REMOVALS,
    BIOGENIC_NON_CO2,
    TECHNOLOGICAL_REMOVALS,
    CCS_CAPTURE,
    BIOGENIC_UPTAKE,
    AIRCRAFT,
    /** Sum of the negative contributions of credits. */
    CREDITS,
    /** Sum of the magnitudes of all contributions: the weight of every quality figure. */
    GROSS,
    /** The part of gross that rests on primary activity data and primary factors. */
    PRIMARY,
    /** Gross-weighted data-quality ratings. */
    TECHNOLOGICAL_DQR,
    GEOGRAPHICAL_DQR,
    TEMPORAL_DQR,
    /** The part of gross that is covered by resolved inputs. */
    COVERED,
    /** The part of gross that rests on edges of an earlier period. */
    CARRIED,
    /** Gross, but for leaves that are little else than uptake or memo: what errors are measured against. */
    MAGNITUDE,
    /** Magnitude times the tiers it passes: bounds the error of settling. */
    TIERS,
    /** First level only: contributions of lines with purpose packaging. */
    PACKAGING,
    /** First level only and outside the footprint: lines with purpose outbound. */
    OUTBOUND;

    public static final int COUNT = values().length;
    public static final int INDICATORS = 9;

    /** The part of an indicator outside gross that errors are measured against where there is no gross to speak of. */
    private static final double OUTSIDE_GROSS = 2e-3;

    /** PCF excluding biogenic uptake of the vector that starts at {@code base}. */
    public static double excludingUptake(double[] values, int base) {
        return values[base]
                + values[base + 1]
                + values[base + 2]
                + values[base + 3]
                + values[base + 4]
                + values[base + 5]
                + values[base + 6];
    }

    /**
     * The magnitude of a leaf or a direct emission.
     *
     * @param indicators sum of the magnitudes of its nine indicators
     */
    public static double magnitude(double gross, double indicators) {
        return Math.max(gross, OUTSIDE_GROSS * indicators);
    }

    /** Whether every component of the vector that starts at {@code base} is a number that can be said. */
    public static boolean areFinite(double[] values, int base) {
        for (int c = 0; c < COUNT; c++) {
            if (!Double.isFinite(values[base + c])) {
                return false;
            }
        }
        return true;
    }
}
