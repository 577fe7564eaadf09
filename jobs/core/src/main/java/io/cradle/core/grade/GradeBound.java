package io.cradle.core.grade;

import java.io.Serializable;

/**
 * A grade and what it asks for.
 *
 * @param grade its name
 * @param mostKgCO2e highest PCF excluding biogenic uptake, kgCO2e per unit of the scale; infinite for no bound
 * @param leastPrimaryDataShare 0–100; 0 asks for nothing
 * @param worstTechnological rating, 1–5; 5 asks for nothing
 * @param worstGeographical rating, 1–5
 * @param worstTemporal rating, 1–5
 * @param leastCoverage 0–1; a complete figure has 1
 */
public record GradeBound(
        String grade,
        double mostKgCO2e,
        double leastPrimaryDataShare,
        double worstTechnological,
        double worstGeographical,
        double worstTemporal,
        double leastCoverage)
        implements Serializable {
    public static final double NO_BOUND = Double.POSITIVE_INFINITY;
    public static final double WORST_RATING = 5;
    public static final double WHOLE = 1;

    /** Whether this asks for more quality than {@code better} does, in anything. */
    public boolean demandsMoreThan(GradeBound better) {
        return leastPrimaryDataShare > better.leastPrimaryDataShare
                || worstTechnological < better.worstTechnological
                || worstGeographical < better.worstGeographical
                || worstTemporal < better.worstTemporal
                || leastCoverage > better.leastCoverage;
    }
}
