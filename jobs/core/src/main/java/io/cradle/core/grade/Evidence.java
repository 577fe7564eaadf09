package io.cradle.core.grade;

import io.cradle.core.footprint.Component;
import io.cradle.core.footprint.Figures;
import io.cradle.core.footprint.Publication;
import io.cradle.core.footprint.Result;
import java.util.EnumSet;
import java.util.Set;

/** Which requirements a publication meets. What it cannot show counts as missing, unless its owner declared it. */
final class Evidence {
    /** PACT v3: exempted emissions are at most 3 % of the total. */
    private static final double MOST_EXEMPTED_PERCENT = 3;

    private static final String PROCESS = "process";

    /**
     * Met by every figure of Cradle, because they are calculated one way (docs/figures.md): cradle to gate by PACT v3,
     * packaging counted and reported apart, under AR6 alone, capture and biogenic carbon each as an indicator.
     */
    private static final Set<Requirement> BY_METHOD = EnumSet.of(
            Requirement.STANDARDS,
            Requirement.PACKAGING_FLAG,
            Requirement.GWP_SET,
            Requirement.CCS_CCU,
            Requirement.BIOGENIC);

    private final Set<Requirement> met = EnumSet.noneOf(Requirement.class);

    private Evidence() {}

    /** The requirements met, none where there is no figure. */
    static Set<Requirement> of(Publication publication, Set<Requirement> declared) {
        Evidence evidence = new Evidence();
        Figures figures = publication.figures();
        if (figures != null) {
            evidence.met.add(Requirement.FIGURE);
            evidence.met.addAll(BY_METHOD);
            evidence.met.addAll(declared);
            evidence.figures(figures);
            evidence.inputs(publication);
        }
        return evidence.met;
    }

    private void figures(Figures figures) {
        meets(Requirement.PRIMARY_DATA_SHARE, !Double.isNaN(figures.primaryDataShare()));
        meets(Requirement.EXEMPTED_EMISSIONS, figures.exemptedPercent() <= MOST_EXEMPTED_PERCENT);
        meets(
                Requirement.DATA_QUALITY_RATINGS,
                isRated(figures, Component.TECHNOLOGICAL_DQR)
                        && isRated(figures, Component.GEOGRAPHICAL_DQR)
                        && isRated(figures, Component.TEMPORAL_DQR));
    }

    private void inputs(Publication publication) {
        meets(
                Requirement.FACTOR_SOURCES,
                publication.versions().stream()
                        .allMatch(
                                used -> used.source() != null && !used.source().isBlank()));
        meets(
                Requirement.BOUNDARY,
                publication.published().result() == Result.COMPLETE
                        && publication.unresolved().isEmpty());
        // A bill is never allocated; what a process emits always is.
        meets(Requirement.ALLOCATION, publication.contributions().stream().noneMatch(input -> input.kind()
                .equals(PROCESS)));
    }

    private static boolean isRated(Figures figures, Component rating) {
        return !Double.isNaN(figures.rating(rating));
    }

    private void meets(Requirement requirement, boolean isMet) {
        if (isMet) {
            met.add(requirement);
        }
    }
}
