package io.cradle.testkit.oracle;

import java.util.Map;
import java.util.Set;

/** How far two values of a figure may lie apart. */
final class Tolerance {
    /** A difference above this part of the scale is a change. */
    static final double CHANGE = 1e-9;
    /** A difference below this part of the scale is none. */
    static final double NOTHING = 1e-11;

    private static final Set<String> PERCENTAGES = Set.of("primary_data_share", "exempted_percent");
    private static final Set<String> RATINGS = Set.of("technological_dqr", "geographical_dqr", "temporal_dqr");

    private Tolerance() {}

    /**
     * What differences of a figure are measured by: the gross emissions, or the figure itself where it is larger
     * (biogenic uptake, outbound logistics and the aircraft memo are not in the gross emissions); the whole of a share.
     */
    static double scale(String field, Map<String, Double> figures) {
        if (PERCENTAGES.contains(field)) {
            return 100;
        }
        if (RATINGS.contains(field)) {
            return Leaf.UNKNOWN_RATING;
        }
        if (field.equals("carried_forward")) {
            return 1;
        }
        double gross = figures.getOrDefault("gross", 0.0);
        return Math.max(gross, Math.abs(figures.getOrDefault(field, 0.0)));
    }

    /** Whether two values differ by more than a part of a scale; not-a-number differs from everything. */
    static boolean differ(double a, double b, double part, double scale) {
        return !(Math.abs(a - b) <= part * scale);
    }
}
