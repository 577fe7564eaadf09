package io.cradle.rollup.harness;

import io.cradle.schemas.FootprintFigures;
import io.cradle.schemas.ProductFootprint;
import io.cradle.schemas.UnresolvedInput;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.avro.Schema;

/** A series of publications, held against another that must say the same. */
public final class Series {
    private static final double TOLERANCE = 1e-9;

    /** The widest range of a figure that is no emission: a percentage, a rating, a share. */
    private static final Map<String, Double> SCALES = Map.of(
            "primary_data_share", 100.0,
            "exempted_percent", 100.0,
            "technological_dqr", 5.0,
            "geographical_dqr", 5.0,
            "temporal_dqr", 5.0,
            "carried_forward", 1.0);

    private Series() {}

    /**
     * What the second series says differently, empty where nothing: keys, asOf, status, result and gaps exactly, figures
     * within 1e-9 of the gross emissions. Log times of versions are left out: they are where a record stands in the log,
     * and the same records may stand elsewhere.
     */
    public static String difference(List<ProductFootprint> expected, List<ProductFootprint> got) {
        Map<String, ProductFootprint> left = byPlace(expected);
        Map<String, ProductFootprint> right = byPlace(got);
        if (left.size() != expected.size() || right.size() != got.size()) {
            return "a footprint was published twice for one asOf";
        }
        return byPlaceDifference(left, right);
    }

    /**
     * What a replay of the very same log says differently: as {@link #difference}, and versions with their log times, and
     * the keys of contributions, exactly.
     */
    public static String differenceOfReplay(List<ProductFootprint> expected, List<ProductFootprint> got) {
        String difference = difference(expected, got);
        if (!difference.isEmpty()) {
            return difference;
        }
        Map<String, ProductFootprint> right = byPlace(got);
        for (Map.Entry<String, ProductFootprint> entry : byPlace(expected).entrySet()) {
            ProductFootprint one = entry.getValue();
            ProductFootprint other = right.get(entry.getKey());
            if (!one.getVersions().equals(other.getVersions())) {
                return entry.getKey() + ": versions " + other.getVersions() + " instead of " + one.getVersions();
            }
            if (!contributions(one).equals(contributions(other))) {
                return entry.getKey() + ": contributions " + contributions(other) + " instead of " + contributions(one);
            }
        }
        return "";
    }

    private static List<String> contributions(ProductFootprint footprint) {
        return footprint.getContributions().stream()
                .map(one -> one.getKind() + " " + one.getInput() + " " + one.getUnit() + " " + one.getPurpose() + " "
                        + one.getNotes())
                .toList();
    }

    /** The same of the last publication of every footprint, whenever it was made. */
    public static String differenceAtLast(List<ProductFootprint> expected, List<ProductFootprint> got) {
        return byPlaceDifference(last(expected), last(got));
    }

    /** The newest publication of each network, product and period. */
    public static Map<String, ProductFootprint> last(List<ProductFootprint> series) {
        Map<String, ProductFootprint> last = new TreeMap<>();
        for (ProductFootprint one : series) {
            last.merge(
                    one.getNetwork() + "/" + one.getProduct() + "/" + one.getPeriod(),
                    one,
                    (a, b) -> b.getAsOf().isBefore(a.getAsOf()) ? a : b);
        }
        return last;
    }

    private static String byPlaceDifference(Map<String, ProductFootprint> left, Map<String, ProductFootprint> right) {
        if (!left.keySet().equals(right.keySet())) {
            TreeSet<String> missing = new TreeSet<>(left.keySet());
            missing.removeAll(right.keySet());
            TreeSet<String> superfluous = new TreeSet<>(right.keySet());
            superfluous.removeAll(left.keySet());
            return "missing " + missing + ", superfluous " + superfluous;
        }
        for (Map.Entry<String, ProductFootprint> entry : left.entrySet()) {
            String difference = difference(entry.getValue(), right.get(entry.getKey()));
            if (!difference.isEmpty()) {
                return entry.getKey() + ": " + difference;
            }
        }
        return "";
    }

    private static Map<String, ProductFootprint> byPlace(List<ProductFootprint> series) {
        Map<String, ProductFootprint> places = new TreeMap<>();
        for (ProductFootprint one : series) {
            places.put(
                    one.getNetwork() + "/" + one.getProduct() + "/" + one.getPeriod() + " as of " + one.getAsOf(), one);
        }
        return places;
    }

    private static String difference(ProductFootprint expected, ProductFootprint got) {
        if (!expected.getStatus().equals(got.getStatus()) || !Objects.equals(expected.getResult(), got.getResult())) {
            return got.getStatus() + " " + got.getResult() + " instead of " + expected.getStatus() + " "
                    + expected.getResult();
        }
        if (!gaps(expected).equals(gaps(got))) {
            return "unresolved " + gaps(got) + " instead of " + gaps(expected);
        }
        if (!worth(expected).equals(worth(got))) {
            return "worth " + worth(got) + " instead of " + worth(expected);
        }
        if (expected.getFigures() == null || got.getFigures() == null) {
            return Objects.equals(expected.getFigures(), got.getFigures()) ? "" : "figures on one side only";
        }
        return difference(expected.getFigures(), got.getFigures());
    }

    private static String difference(FootprintFigures expected, FootprintFigures got) {
        for (Schema.Field field : expected.getSchema().getFields()) {
            Double one = (Double) expected.get(field.pos());
            Double other = (Double) got.get(field.pos());
            if (one == null || other == null) {
                if (!Objects.equals(one, other)) {
                    return field.name() + " is " + other + " instead of " + one;
                }
            } else {
                double scale = SCALES.getOrDefault(field.name(), Math.max(expected.getGross(), Math.abs(one)));
                if (!(Math.abs(one - other) <= TOLERANCE * scale)) {
                    return field.name() + " is " + other + " instead of " + one;
                }
            }
        }
        return "";
    }

    private static String worth(ProductFootprint footprint) {
        return footprint.getUsabilityLevel() + " without " + footprint.getMissingForNextLevel() + ", grade "
                + footprint.getGrade() + " of " + footprint.getCategory() + " by " + footprint.getGradingScheme();
    }

    private static Set<String> gaps(ProductFootprint footprint) {
        Set<String> gaps = new TreeSet<>();
        for (UnresolvedInput gap : footprint.getUnresolved()) {
            gaps.add(gap.getInput() + ": " + gap.getReason());
        }
        return gaps;
    }
}
