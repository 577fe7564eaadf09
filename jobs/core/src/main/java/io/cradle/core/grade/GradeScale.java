package io.cradle.core.grade;

import io.cradle.core.footprint.Component;
import io.cradle.core.footprint.Figures;
import io.cradle.core.footprint.Result;
import io.cradle.core.quantity.Unit;
import io.cradle.core.quantity.Units;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/**
 * The grades of one category of products.
 *
 * @param unitCode UCUM; bounds are per one of it
 * @param bounds best first
 */
public record GradeScale(String unitCode, List<GradeBound> bounds) implements Serializable {
    /**
     * Two runs over one log agree within 1e-9 of gross. A figure that lies on a bound to within this is on its good
     * side in both.
     */
    private static final double TOLERANCE = 1e-9;

    private static final double MOST_PERCENT = 100;

    /**
     * The best grade of which a figure keeps the bound and all floors; empty where it keeps those of none, or its
     * declared unit is of another dimension.
     *
     * @param declaredUnit UCUM; what the figures are per
     * @param result of the figures: they are a lower bound where it is not complete
     */
    Optional<String> grade(Figures figures, String declaredUnit, Result result) {
        Unit unit = Units.of(unitCode);
        Optional<Unit> declared = Units.find(declaredUnit).filter(unit::sameDimension);
        if (declared.isEmpty()) {
            return Optional.empty();
        }
        double declaredUnits = unit.in(declared.get());
        return bounds.stream()
                .filter(bound -> isWithin(bound, figures, declaredUnits) && isGoodEnough(bound, figures, result))
                .map(GradeBound::grade)
                .findFirst();
    }

    private static boolean isWithin(GradeBound bound, Figures figures, double declaredUnits) {
        double slack = TOLERANCE * figures.of(Component.GROSS);
        return (figures.excludingUptake() - slack) * declaredUnits <= bound.mostKgCO2e();
    }

    private static boolean isGoodEnough(GradeBound bound, Figures figures, Result result) {
        return isCovered(bound, figures, result)
                && (bound.leastPrimaryDataShare() == 0
                        || figures.primaryDataShare() >= bound.leastPrimaryDataShare() - TOLERANCE * MOST_PERCENT)
                && isRated(figures.rating(Component.TECHNOLOGICAL_DQR), bound.worstTechnological())
                && isRated(figures.rating(Component.GEOGRAPHICAL_DQR), bound.worstGeographical())
                && isRated(figures.rating(Component.TEMPORAL_DQR), bound.worstTemporal());
    }

    /** Coverage close to 1 is not whole: of that the result alone is exact. */
    private static boolean isCovered(GradeBound bound, Figures figures, Result result) {
        return result == Result.COMPLETE
                || (bound.leastCoverage() < GradeBound.WHOLE
                        && figures.coverage() >= bound.leastCoverage() - TOLERANCE);
    }

    /** Where there is no rating, only a grade that asks for none is kept. */
    private static boolean isRated(double rating, double worst) {
        return worst == GradeBound.WORST_RATING || rating <= worst + TOLERANCE * GradeBound.WORST_RATING;
    }
}
