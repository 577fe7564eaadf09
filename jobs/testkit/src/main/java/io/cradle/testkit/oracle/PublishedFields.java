package io.cradle.testkit.oracle;

import io.cradle.schemas.Contribution;
import io.cradle.schemas.FootprintFigures;
import io.cradle.schemas.ProductFootprint;
import io.cradle.testkit.oracle.CheckReport.Difference;
import io.cradle.testkit.oracle.CheckReport.Place;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.avro.Schema;

/** Compares the fields of a published footprint, one after the other, with what they must be. */
final class PublishedFields {
    private final Place place;
    private Difference first;

    private PublishedFields(Place place) {
        this.place = place;
    }

    /** The first field of a publication that differs from what is due. */
    static Optional<Difference> compare(Place place, PublicationState.Due due, ProductFootprint got) {
        PublishedFields fields = new PublishedFields(place);
        fields.same("status", due.status(), got.getStatus());
        OracleFootprint footprint = due.footprint().orElse(null);
        if (footprint == null) {
            fields.same("result", null, got.getResult());
            fields.same("figures", null, got.getFigures());
        } else {
            fields.compare(footprint, got);
        }
        return Optional.ofNullable(fields.first);
    }

    private void compare(OracleFootprint expected, ProductFootprint got) {
        same("result", expected.result(), got.getResult());
        same("period_start", expected.periodStartMs(), got.getPeriodStart().toEpochMilli());
        same("period_end", expected.periodEndMs(), got.getPeriodEnd().toEpochMilli());
        same("declared_unit", expected.declaredUnit(), got.getDeclaredUnit());
        same("product_name", expected.productName().orElse(null), got.getProductName());
        same("unresolved", expected.unresolved(), unresolved(got));
        if (expected.result().equals(OracleFootprint.NON_PRODUCTIVE_LOOP)) {
            same("figures", null, got.getFigures());
            return;
        }
        same("versions", versionTexts(expected.versions()), versionTexts(versions(got)));
        close("coverage", expected.coverage().getAsDouble(), got.getCoverage(), 1);
        Long coveredToMs = expected.coveredToMs().isPresent()
                ? (Long) expected.coveredToMs().getAsLong()
                : null;
        same(
                "covered_to",
                coveredToMs,
                got.getCoveredTo() == null ? null : got.getCoveredTo().toEpochMilli());
        figures(expected.figures(), figures(got));
    }

    /** The first field in which a second payload of one key and asOf differs from the first. */
    static Optional<Difference> compareCopies(Place place, ProductFootprint one, ProductFootprint other) {
        PublishedFields fields = new PublishedFields(place);
        fields.same("status", one.getStatus(), other.getStatus());
        fields.same("result", one.getResult(), other.getResult());
        fields.same("versions", one.getVersions(), other.getVersions());
        fields.same("contributions", contributionKeys(one), contributionKeys(other));
        fields.figures(figures(one), figures(other));
        fields.worth(one, other);
        return Optional.ofNullable(fields.first);
    }

    /** What is derived from figures and gaps by thresholds agrees exactly; earlier versions derived nothing. */
    private void worth(ProductFootprint one, ProductFootprint other) {
        if (one.getUsabilityLevel() != null && other.getUsabilityLevel() != null) {
            same("usability_level", one.getUsabilityLevel(), other.getUsabilityLevel());
            same("missing_for_next_level", one.getMissingForNextLevel(), other.getMissingForNextLevel());
        }
        same("category", one.getCategory(), other.getCategory());
        same("grade", one.getGrade(), other.getGrade());
        same("grading_scheme", one.getGradingScheme(), other.getGradingScheme());
    }

    private void figures(Map<String, Double> expected, Map<String, Double> got) {
        same("figures that are there", expected.keySet(), got.keySet());
        if (first == null) {
            expected.forEach((field, value) -> close(field, value, got.get(field), Tolerance.scale(field, expected)));
        }
    }

    private void same(String field, Object expected, Object got) {
        if (first == null && !Objects.equals(expected, got)) {
            first = new Difference(place, field, String.valueOf(expected), String.valueOf(got));
        }
    }

    private void close(String field, double expected, Double got, double scale) {
        if (first == null && (got == null || Tolerance.differ(expected, got, Tolerance.CHANGE, scale))) {
            first = new Difference(place, field, String.valueOf(expected), String.valueOf(got));
        }
    }

    /** The figures by field name; absent ones are left out. */
    private static Map<String, Double> figures(ProductFootprint footprint) {
        Map<String, Double> figures = new TreeMap<>();
        FootprintFigures published = footprint.getFigures();
        if (published != null) {
            for (Schema.Field field : published.getSchema().getFields()) {
                if (published.get(field.pos()) != null) {
                    figures.put(field.name(), (Double) published.get(field.pos()));
                }
            }
        }
        return figures;
    }

    private static Set<String> unresolved(ProductFootprint footprint) {
        Set<String> unresolved = new TreeSet<>();
        footprint.getUnresolved().forEach(input -> unresolved.add(input.getInput() + ": " + input.getReason()));
        return unresolved;
    }

    private static Set<OracleVersion> versions(ProductFootprint footprint) {
        return footprint.getVersions().stream()
                .map(used -> new OracleVersion(
                        used.getKey(),
                        Optional.ofNullable(used.getVersion()),
                        used.getLogTime().toEpochMilli()))
                .collect(Collectors.toSet());
    }

    private static Set<String> versionTexts(Set<OracleVersion> versions) {
        Set<String> texts = new TreeSet<>();
        versions.forEach(
                used -> texts.add(used.key() + " version " + used.version().orElse("-") + " of " + used.logTimeMs()));
        return texts;
    }

    private static List<String> contributionKeys(ProductFootprint footprint) {
        return footprint.getContributions().stream()
                .map(PublishedFields::key)
                .sorted()
                .toList();
    }

    private static String key(Contribution contribution) {
        return contribution.getKind() + " " + contribution.getInput() + " " + contribution.getPurpose();
    }
}
