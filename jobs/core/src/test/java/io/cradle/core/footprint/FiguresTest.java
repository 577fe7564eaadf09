package io.cradle.core.footprint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class FiguresTest {
    @Test
    void sharesAndRatingsAreWeightedByGross() {
        Figures figures = figures(4, 3, 10);
        assertEquals(75, figures.primaryDataShare());
        assertEquals(2.5, figures.rating(Component.TECHNOLOGICAL_DQR));
    }

    @Test
    void nothingIsSaidOfNothing() {
        Figures figures = figures(0, 0, 0);
        assertTrue(Double.isNaN(figures.primaryDataShare()));
        assertTrue(Double.isNaN(figures.rating(Component.TECHNOLOGICAL_DQR)));
        assertEquals(0, figures.carriedForward());
    }

    /** The smallest numbers round so coarsely that a part can be larger than the whole. */
    @Test
    void roundingOfTheSmallestNumbersIsNoRating() {
        assertTrue(Double.isNaN(figures(0, 0, Double.MIN_VALUE).rating(Component.TECHNOLOGICAL_DQR)));
        Figures smallest = figures(Double.MIN_VALUE, 2 * Double.MIN_VALUE, 7 * Double.MIN_VALUE);
        assertEquals(100, smallest.primaryDataShare());
        assertEquals(5, smallest.rating(Component.TECHNOLOGICAL_DQR));
    }

    private static Figures figures(double gross, double primary, double technological) {
        double[] values = new double[Component.COUNT];
        values[Component.GROSS.ordinal()] = gross;
        values[Component.PRIMARY.ordinal()] = primary;
        values[Component.TECHNOLOGICAL_DQR.ordinal()] = technological;
        return new Figures(values, 1, 0);
    }
}
