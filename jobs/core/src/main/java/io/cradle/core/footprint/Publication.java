package io.cradle.core.footprint;

import io.cradle.core.activity.Period;
import io.cradle.core.explain.Contribution;
import io.cradle.core.explain.VersionUsed;
import java.util.List;

/**
 * One footprint as it is published.
 *
 * @param name of the product, or null
 * @param declaredUnit UCUM
 * @param figures null where there are none
 * @param coveredToMs activity time up to which the product's processes are counted; Long.MIN_VALUE where it has none
 * @param unresolved own inputs that nothing resolves, in order
 * @param cause the change or due date that led to it
 * @param previousExcludingUptake the figure before, NaN where there was none
 * @param published what to remember of it
 */
public record Publication(
        String product,
        String name,
        Period period,
        String declaredUnit,
        Figures figures,
        long coveredToMs,
        List<Contribution> contributions,
        List<VersionUsed> versions,
        List<Unresolved> unresolved,
        String cause,
        double previousExcludingUptake,
        Published published) {
    /** An input that nothing resolves. */
    public record Unresolved(String input, String reason) {}
}
