package io.cradle.core.footprint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** When a new figure is news: moves above 1e-9 of gross always, below 1e-11 never. */
class PublishedTest {
    private static final double GROSS = 50;

    @Test
    void theFirstIsNews() {
        assertTrue(figures(0, Component.FOSSIL).isDueAfter(null));
    }

    @Test
    void theSameIsNot() {
        assertFalse(figures(0, Component.FOSSIL).isDueAfter(figures(0, Component.FOSSIL)));
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "FOSSIL",
                "LAND_USE_CHANGE",
                "LAND_MANAGEMENT_EMISSIONS",
                "LAND_MANAGEMENT_REMOVALS",
                "BIOGENIC_NON_CO2",
                "TECHNOLOGICAL_REMOVALS",
                "CCS_CAPTURE",
                "BIOGENIC_UPTAKE",
                "AIRCRAFT",
                "CREDITS",
                "PACKAGING",
                "OUTBOUND",
                "PRIMARY",
                "TECHNOLOGICAL_DQR",
                "GEOGRAPHICAL_DQR",
                "TEMPORAL_DQR"
            })
    void aComponentThatMovesIsNews(Component component) {
        Published before = figures(0, component);
        assertTrue(figures(1.1e-9 * GROSS, component).isDueAfter(before));
        assertTrue(figures(-1.1e-9 * GROSS, component).isDueAfter(before));
        assertFalse(figures(0.9e-11 * GROSS, component).isDueAfter(before));
    }

    @ParameterizedTest
    @EnumSource(names = {"TIERS", "MAGNITUDE", "CARRIED"})
    void whatNobodyReadsIsNot(Component component) {
        assertFalse(figures(0.01, component).isDueAfter(figures(0, component)));
    }

    @Test
    void coverageIsWatched() {
        assertTrue(with(Status.PROVISIONAL, Result.INCOMPLETE, 0.5 + 1.1e-9, "a")
                .isDueAfter(with(Status.PROVISIONAL, Result.INCOMPLETE, 0.5, "a")));
        assertFalse(with(Status.PROVISIONAL, Result.INCOMPLETE, 0.5 + 1e-12, "a")
                .isDueAfter(with(Status.PROVISIONAL, Result.INCOMPLETE, 0.5, "a")));
    }

    @Test
    void statusResultAndVersionsAreWatched() {
        Published before = with(Status.PROVISIONAL, Result.COMPLETE, 1, "a");
        assertTrue(with(Status.FINAL, Result.COMPLETE, 1, "a").isDueAfter(before));
        assertTrue(with(Status.PROVISIONAL, Result.INCOMPLETE, 1, "a").isDueAfter(before));
        assertTrue(with(Status.PROVISIONAL, Result.COMPLETE, 1, "b").isDueAfter(before));
    }

    @Test
    void aLoopWithoutFiguresIsToldOnce() {
        Published loop = withoutFigures();
        assertTrue(loop.isDueAfter(figures(0, Component.FOSSIL)));
        assertTrue(figures(0, Component.FOSSIL).isDueAfter(loop));
        assertFalse(withoutFigures().isDueAfter(loop));
    }

    /** 1e6 − 1e6 + rounding: nothing is left of gross by its own measure, and rounding is no news. */
    @Test
    void whatIsLeftOfCancelledIndicatorsIsNoise() {
        Published before = cancelled(0);
        assertFalse(cancelled(1e-8).isDueAfter(before));
        assertTrue(cancelled(1e-5).isDueAfter(before));
    }

    @Test
    void outboundIsMeasuredByItself() {
        double[] before = vector();
        double[] after = vector();
        before[Component.OUTBOUND.ordinal()] = 1e6;
        after[Component.OUTBOUND.ordinal()] = 1e6 * (1 + 1e-12);
        assertFalse(of(after).isDueAfter(of(before)));
        after[Component.OUTBOUND.ordinal()] = 1e6 * (1 + 1.1e-9);
        assertTrue(of(after).isDueAfter(of(before)));
    }

    @Test
    void figuresReadTheVector() {
        double[] values = vector();
        values[Component.BIOGENIC_UPTAKE.ordinal()] = -10;
        values[Component.PRIMARY.ordinal()] = 15;
        values[Component.TEMPORAL_DQR.ordinal()] = 100;
        values[Component.COVERED.ordinal()] = 40;
        values[Component.CARRIED.ordinal()] = 5;
        Figures figures = new Figures(values, 0.25, 0);
        assertEquals(GROSS, figures.excludingUptake());
        assertEquals(GROSS - 10, figures.includingUptake());
        assertEquals(30, figures.primaryDataShare());
        assertEquals(2, figures.rating(Component.TEMPORAL_DQR));
        assertEquals(0.8, figures.coverage());
        assertEquals(0.1, figures.carriedForward());
    }

    @Test
    void figuresWithoutGrossHaveNoQuality() {
        Figures nothing = new Figures(new double[Component.COUNT], 0.25, 0);
        assertEquals(0.25, nothing.coverage());
        assertEquals(Double.NaN, nothing.primaryDataShare());
        assertEquals(Double.NaN, nothing.rating(Component.TEMPORAL_DQR));
        assertEquals(0, nothing.carriedForward());
    }

    private static double[] vector() {
        double[] values = new double[Component.COUNT];
        values[Component.FOSSIL.ordinal()] = GROSS;
        values[Component.GROSS.ordinal()] = GROSS;
        values[Component.MAGNITUDE.ordinal()] = GROSS;
        return values;
    }

    private static Published figures(double moved, Component component) {
        double[] values = vector();
        values[component.ordinal()] += moved;
        return of(values);
    }

    private static Published cancelled(double left) {
        double[] values = new double[Component.COUNT];
        values[Component.FOSSIL.ordinal()] = left;
        values[Component.GROSS.ordinal()] = left;
        values[Component.MAGNITUDE.ordinal()] = Component.magnitude(left, 2e6);
        return of(values);
    }

    private static Published of(double[] values) {
        return new Published(Status.PROVISIONAL, Result.COMPLETE, 1, values, "a", false);
    }

    private static Published with(Status status, Result result, double coverage, String versions) {
        return new Published(status, result, coverage, vector(), versions, false);
    }

    private static Published withoutFigures() {
        return new Published(Status.PROVISIONAL, Result.NON_PRODUCTIVE_LOOP, Double.NaN, new double[0], "a", false);
    }
}
