package io.cradle.testkit.oracle;

import io.cradle.testkit.oracle.OracleFootprint.FootprintKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * What is wrong with a series of publications.
 *
 * @param compared publications compared with the oracle
 * @param wrong publications that say something else than the oracle, each with the first field that differs
 * @param missing publications that must be there and are not
 * @param superfluous publications of which nothing had changed
 * @param differing second payloads of one key and asOf that say something else than the first
 * @param rejected reasons by topic/partition/offset of the records that the oracle refuses up to the last epoch judged;
 *     empty where only some epochs were
 */
public record CheckReport(
        int compared,
        List<Difference> wrong,
        List<Place> missing,
        List<Place> superfluous,
        List<Difference> differing,
        Map<String, Reason> rejected) {

    /** Where nothing is said of rejections. */
    CheckReport(
            int compared,
            List<Difference> wrong,
            List<Place> missing,
            List<Place> superfluous,
            List<Difference> differing) {
        this(compared, wrong, missing, superfluous, differing, Map.of());
    }

    /** A footprint at the end of an epoch; {@code note} says what is special about it. */
    public record Place(FootprintKey key, long asOfMs, String note) {
        @Override
        public String toString() {
            return key + " as of " + Instant.ofEpochMilli(asOfMs) + (note.isEmpty() ? "" : " (" + note + ")");
        }
    }

    /** The first field that differs. */
    public record Difference(Place place, String field, String expected, String got) {
        @Override
        public String toString() {
            return place + ": " + field + " is " + got + ", expected " + expected;
        }
    }

    public boolean ok() {
        return wrong.isEmpty() && missing.isEmpty() && superfluous.isEmpty() && differing.isEmpty();
    }

    /** The findings about some footprints only. */
    public CheckReport about(Predicate<FootprintKey> selected) {
        return new CheckReport(
                compared,
                wrong.stream()
                        .filter(found -> selected.test(found.place().key()))
                        .toList(),
                missing.stream().filter(place -> selected.test(place.key())).toList(),
                superfluous.stream().filter(place -> selected.test(place.key())).toList(),
                differing.stream()
                        .filter(found -> selected.test(found.place().key()))
                        .toList());
    }

    /** One line per finding, the first {@code most} of each kind. */
    public String describe(int most) {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                "%d publications compared: %d wrong, %d missing, %d superfluous, %d duplicates that differ",
                compared, wrong.size(), missing.size(), superfluous.size(), differing.size()));
        wrong.stream().limit(most).forEach(found -> lines.add("wrong: " + found));
        missing.stream().limit(most).forEach(found -> lines.add("missing: " + found));
        superfluous.stream().limit(most).forEach(found -> lines.add("superfluous: " + found));
        differing.stream().limit(most).forEach(found -> lines.add("differing duplicate: " + found));
        return String.join("\n", lines);
    }
}
