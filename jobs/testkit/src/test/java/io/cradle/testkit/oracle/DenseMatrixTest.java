package io.cradle.testkit.oracle;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class DenseMatrixTest {

    /** x = 1 + y / 2, y = 2 − x / 4: x = 16 / 9, y = 14 / 9. */
    @Test
    void solves() {
        double[][] x = DenseMatrix.solve(new double[][] {{0, 0.5}, {-0.25, 0}}, new double[][] {{1, 0}, {2, 9}});
        assertArrayEquals(new double[] {16 / 9.0, 4}, x[0], 1e-15);
        assertArrayEquals(new double[] {14 / 9.0, 8}, x[1], 1e-15);
    }

    /** A loop that emits nothing beside one that emits much stays exactly 0; a tiny one keeps all its digits. */
    @Test
    void nothingStaysNothing() {
        double[][] b = {{0, 700, 0, 0}, {0.001, 0.2, 0, 0}, {0.3, 900, 0.1, 0}, {0, 0, 0, 0.5}};
        double[][] x = DenseMatrix.solve(b, new double[][] {{0}, {0}, {1e6}, {1e-12}});
        assertEquals(0, x[0][0]);
        assertEquals(0, x[1][0]);
        assertEquals(1e6 / 0.9, x[2][0], 1e-9);
        assertEquals(2e-12, x[3][0], 1e-27);
    }

    @Test
    void loopsAtTheEdge() {
        assertFalse(DenseMatrix.productive(new double[][] {{0, 0.5}, {2, 0}}));
        assertTrue(DenseMatrix.productive(new double[][] {{0, 0.5}, {1.999998, 0}}));
        assertFalse(DenseMatrix.productive(new double[][] {{0, 0.5}, {2.000002, 0}}));
        assertFalse(DenseMatrix.productive(new double[][] {{1}}));
        assertTrue(DenseMatrix.productive(new double[][] {{0.999999}}));
        // A long cycle whose amounts multiply to 1 up to rounding.
        assertFalse(DenseMatrix.productive(cycle(7, 1)));
        assertTrue(DenseMatrix.productive(cycle(7, 0.99999)));
        // No cycle at all, however much is taken.
        assertTrue(DenseMatrix.productive(new double[][] {{0, 900}, {0, 0}}));
    }

    private static double[][] cycle(int n, double product) {
        double[][] b = new double[n][n];
        for (int i = 0; i < n; i++) {
            b[i][(i + 1) % n] = i == 0 ? 0.3 * product : Math.pow(1 / 0.3, 1.0 / (n - 1));
        }
        return b;
    }

    /** Against the growth of powers, which tells the spectral radius in another way. */
    @Test
    void agreesWithPowers() {
        Random random = new Random(7);
        int unproductive = 0;
        for (int i = 0; i < 300; i++) {
            int n = 2 + random.nextInt(6);
            double[][] b = new double[n][n];
            for (double[] row : b) {
                for (int j = 0; j < n; j++) {
                    row[j] = random.nextDouble() < 0.6 ? random.nextDouble() * 2.4 / n : 0;
                }
            }
            double radius = radiusByPowers(b);
            if (Math.abs(radius - 1) > 1e-6) {
                assertEquals(radius < 1, DenseMatrix.productive(b), () -> "radius " + radius);
                unproductive += radius < 1 ? 0 : 1;
            }
        }
        assertTrue(unproductive > 20 && unproductive < 280, "a mixture of both: " + unproductive);
    }

    /** ‖B^(2^k)‖^(1/2^k), by repeated squaring. */
    private static double radiusByPowers(double[][] b) {
        double[][] power = b;
        double logNorm = 0;
        int squarings = 40;
        for (int k = 0; k < squarings; k++) {
            double norm = norm(power);
            if (norm == 0) {
                return 0;
            }
            logNorm = 2 * (logNorm + Math.log(norm));
            power = square(power, norm);
        }
        return Math.exp((logNorm + Math.log(norm(power))) / Math.pow(2, squarings));
    }

    private static double norm(double[][] m) {
        double norm = 0;
        for (double[] row : m) {
            double sum = 0;
            for (double value : row) {
                sum += value;
            }
            norm = Math.max(norm, sum);
        }
        return norm;
    }

    private static double[][] square(double[][] m, double norm) {
        double[][] square = new double[m.length][m.length];
        for (int i = 0; i < m.length; i++) {
            for (int j = 0; j < m.length; j++) {
                for (int k = 0; k < m.length; k++) {
                    square[i][j] += m[i][k] / norm * (m[k][j] / norm);
                }
            }
        }
        return square;
    }
}
