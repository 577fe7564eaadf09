package io.cradle.cli.bench.growth;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ExponentTest {
    private static final double[] SIZES = {1e3, 1e4, 1e5, 1e6};

    @Test
    void powersAreFound() {
        assertEquals(1, Exponent.against(SIZES, new double[] {5, 50, 500, 5_000}), 1e-12);
        assertEquals(2, Exponent.against(SIZES, new double[] {1, 100, 10_000, 1_000_000}), 1e-12);
        assertEquals(0, Exponent.against(SIZES, new double[] {7, 7, 7, 7}), 1e-12);
    }

    @Test
    void sortingGrowsAsNLogN() {
        double[] nLogN = Exponent.nLogN(SIZES);
        assertEquals(1, Exponent.against(nLogN, nLogN), 1e-12);
        assertEquals(2e3 * Math.log(1e3), 2 * nLogN[0], 1e-9);
    }
}
