package io.cradle.core.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class RatingsTest {
    private static double square(double x) {
        return x * x;
    }

    @Test
    void scoresAddUpAsThePedigreeSays() {
        assertEquals(square(Math.log(1.05) / 2), Ratings.BEST.logVariance(), 1e-15);
        double worst = square(Math.log(1.05)) + square(Math.log(2)) + square(Math.log(1.1)) + square(Math.log(1.5));
        assertEquals(worst / 4, Ratings.UNKNOWN.logVariance(), 1e-15);
        double mixed = square(Math.log(1.05)) + square(Math.log(1.2)) + square(Math.log(1.05)) + square(Math.log(1.03));
        assertEquals(mixed / 4, new Ratings(3, 4, 2).logVariance(), 1e-15);
    }

    @Test
    void betweenScoresItGrowsSteadily() {
        double between = new Ratings(3.5, 1, 1).logVariance();
        double factor = Math.sqrt(1.2 * 1.5);
        assertEquals(square(Math.log(1.05) / 2) + square(Math.log(factor) / 2), between, 1e-15);
    }

    @Test
    void deviationsAreOfALognormalFigure() {
        double variance = Ratings.UNKNOWN.logVariance();
        assertEquals(Math.exp(Math.sqrt(variance)), Ratings.UNKNOWN.geometricDeviation(), 1e-12);
        assertEquals(Math.sqrt(Math.exp(variance) - 1), Ratings.UNKNOWN.relativeDeviation(), 1e-12);
    }
}
