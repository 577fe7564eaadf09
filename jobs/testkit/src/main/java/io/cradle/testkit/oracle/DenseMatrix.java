package io.cradle.testkit.oracle;

/** The two dense algorithms of the oracle. */
final class DenseMatrix {
    /** Pivots up to this are 0: a spectral radius within it of 1 counts as 1. */
    static final double ZERO_PIVOT = 1e-9;

    private DenseMatrix() {}

    /**
     * Solves (I − b)·x = rhs for every column of rhs by Gaussian elimination without interchanges. The spectral radius
     * of |b| must be below 1: then no pivot vanishes, what is 0 by structure stays exactly 0, and with b and rhs free
     * of negative entries nothing cancels, so that the smallest node is as exact as the largest.
     *
     * @return x, row by row
     */
    static double[][] solve(double[][] b, double[][] rhs) {
        double[][] a = identityMinus(b);
        int n = a.length;
        double[][] x = new double[n][];
        for (int row = 0; row < n; row++) {
            x[row] = rhs[row].clone();
        }
        for (int column = 0; column < n; column++) {
            for (int row = column + 1; row < n; row++) {
                double factor = a[row][column] / a[column][column];
                if (factor != 0) {
                    subtract(a[row], factor, a[column]);
                    subtract(x[row], factor, x[column]);
                }
            }
        }
        for (int row = n - 1; row >= 0; row--) {
            for (int later = row + 1; later < n; later++) {
                subtract(x[row], a[row][later], x[later]);
            }
            for (int k = 0; k < x[row].length; k++) {
                x[row][k] /= a[row][row];
            }
        }
        return x;
    }

    /**
     * Whether the spectral radius of a matrix without negative entries is below 1: so it is exactly when I − b is a
     * nonsingular M-matrix, that is when elimination without interchanges meets positive pivots only (Berman and
     * Plemmons, Nonnegative Matrices in the Mathematical Sciences, theorem 6.2.3).
     */
    static boolean productive(double[][] b) {
        double[][] a = identityMinus(b);
        for (int column = 0; column < a.length; column++) {
            if (!(a[column][column] > ZERO_PIVOT)) {
                return false;
            }
            for (int row = column + 1; row < a.length; row++) {
                subtract(a[row], a[row][column] / a[column][column], a[column]);
            }
        }
        return true;
    }

    private static double[][] identityMinus(double[][] b) {
        double[][] a = new double[b.length][b.length];
        for (int i = 0; i < b.length; i++) {
            for (int j = 0; j < b.length; j++) {
                a[i][j] = (i == j ? 1 : 0) - b[i][j];
            }
        }
        return a;
    }

    private static void subtract(double[] from, double factor, double[] row) {
        for (int k = 0; k < from.length; k++) {
            from[k] -= factor * row[k];
        }
    }
}
