package io.cradle.rollup.grading;

import io.cradle.core.grade.Grading;
import java.util.List;

/**
 * What files of a grading say.
 *
 * @param grading or null where there are faults
 * @param faults one sentence each, by file, line and cell
 * @param grades how many grades the scheme has in all its categories
 * @param categories how many categories the scheme has
 * @param rules how many rows the file of categories has
 */
public record CheckedGrading(Grading grading, List<String> faults, int grades, int categories, int rules) {
    /** Faults that fit into one message. */
    private static final int TOLD = 5;

    static CheckedGrading wrong(List<String> faults) {
        return new CheckedGrading(null, List.copyOf(faults), 0, 0, 0);
    }

    public boolean isRight() {
        return faults.isEmpty();
    }

    /** The first faults on one line. */
    public String faultsInBrief() {
        String told = String.join("; ", faults.subList(0, Math.min(TOLD, faults.size())));
        int more = faults.size() - TOLD;
        return more > 0 ? told + "; and " + more + " more (`cradle grades check` names all)" : told;
    }
}
