package io.cradle.testkit.oracle;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What changed between the footprint that was last published and the one of now. */
record Movement(OracleFootprint last, OracleFootprint now) {
    /** Figures whose change alone makes nothing due. */
    private static final Set<String> BESIDE = Set.of("gross", "exempted_percent", "carried_forward");

    Verdict verdict() {
        if (mustBePublished()) {
            return Verdict.MUST;
        }
        boolean sameFields = withoutNumbers(last).equals(withoutNumbers(now));
        return sameFields && !moved(Tolerance.NOTHING, true) ? Verdict.MUST_NOT : Verdict.MAY;
    }

    private boolean mustBePublished() {
        if (last.closed() != now.closed() || !last.result().equals(now.result())) {
            return true;
        }
        boolean withoutFigures = now.result().equals(OracleFootprint.NON_PRODUCTIVE_LOOP);
        return !withoutFigures && (!sameVersions() || moved(Tolerance.CHANGE, false));
    }

    private boolean sameVersions() {
        return covers(last.versions(), now.versions()) && covers(now.versions(), last.versions());
    }

    private static boolean covers(Set<OracleVersion> some, Set<OracleVersion> all) {
        return some.stream().allMatch(version -> all.stream().anyMatch(version::sameVersion));
    }

    private boolean moved(double part, boolean anyFigure) {
        if (Tolerance.differ(last.coverage().orElse(0), now.coverage().orElse(0), part, 1)) {
            return true;
        }
        Map<String, Double> before = new TreeMap<>(last.figures());
        Map<String, Double> after = new TreeMap<>(now.figures());
        if (!anyFigure) {
            before.keySet().removeAll(BESIDE);
            after.keySet().removeAll(BESIDE);
        }
        return !before.keySet().equals(after.keySet())
                || after.keySet().stream()
                        .anyMatch(field -> Tolerance.differ(
                                before.get(field), after.get(field), part, Tolerance.scale(field, now.figures())));
    }

    private static OracleFootprint withoutNumbers(OracleFootprint f) {
        return new OracleFootprint(
                f.key(),
                f.periodStartMs(),
                f.periodEndMs(),
                f.productName(),
                f.declaredUnit(),
                f.closed(),
                f.result(),
                Map.of(),
                java.util.OptionalDouble.empty(),
                f.coveredToMs(),
                f.unresolved(),
                f.versions());
    }
}
