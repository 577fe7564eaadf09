package io.cradle.core.linear;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/** Solves small dense systems for rooms that have a matrix of their own. */
public final class DenseSolve {
    private DenseSolve() {}

    /**
     * The x of M·x = b.
     *
     * @param matrix square, by rows
     * @throws ArithmeticException where M is singular
     */
    public static double[] solve(double[][] matrix, double[] b) {
        DMatrixRMaj x = new DMatrixRMaj(b.length, 1);
        if (!CommonOps_DDRM.solve(new DMatrixRMaj(matrix), new DMatrixRMaj(b), x)) {
            throw new ArithmeticException("a system of " + b.length + " equations is singular");
        }
        return x.getData();
    }
}
