package io.cradle.core.grade;

import io.cradle.core.footprint.Publication;
import io.cradle.core.footprint.Status;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/** Says what publications are worth. Travels with the job, so that every subtask judges alike. */
public final class Grading implements Serializable {
    /** Levels alone. */
    public static final Grading LEVELS_ONLY = new Grading(null, ProductRules.NONE);

    private static final long serialVersionUID = 1L;
    private static final Worth WITHDRAWN = new Worth(null, List.of(), null, null, null);

    private final GradingScheme scheme;
    private final ProductRules rules;

    /**
     * A grading.
     *
     * @param scheme or null for no grades
     */
    public Grading(GradingScheme scheme, ProductRules rules) {
        this.scheme = scheme;
        this.rules = rules;
    }

    public Worth of(String network, Publication publication) {
        if (publication.published().status() == Status.WITHDRAWN) {
            return WITHDRAWN;
        }
        ProductRule rule = rules.of(network, publication.product());
        Usability usability = Usability.of(Evidence.of(publication, rule.declared()));
        Optional<GradeScale> scale = scale(rule.category());
        return new Worth(
                usability.level(),
                usability.missing(),
                rule.category(),
                scale.flatMap(grades -> grade(grades, publication)).orElse(null),
                scale.isPresent() ? scheme.name() : null);
    }

    private Optional<GradeScale> scale(String category) {
        return scheme == null || category == null
                ? Optional.empty()
                : Optional.ofNullable(scheme.scales().get(category));
    }

    private static Optional<String> grade(GradeScale scale, Publication publication) {
        return publication.figures() == null
                ? Optional.empty()
                : scale.grade(
                        publication.figures(),
                        publication.declaredUnit(),
                        publication.published().result());
    }
}
