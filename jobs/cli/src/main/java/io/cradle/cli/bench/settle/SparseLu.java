package io.cradle.cli.bench.settle;

import io.cradle.cli.bench.Stopwatch;
import io.cradle.testkit.realistic.Family;
import io.cradle.testkit.realistic.RealisticNetwork;
import java.util.Locale;
import org.ejml.data.DMatrixRMaj;
import org.ejml.data.DMatrixSparseCSC;
import org.ejml.data.DMatrixSparseTriplet;
import org.ejml.interfaces.linsol.LinearSolverSparse;
import org.ejml.ops.DConvertMatrixStruct;
import org.ejml.sparse.FillReducing;
import org.ejml.sparse.csc.factory.LinearSolverFactory_DSCC;

/**
 * The sparse LU of EJML on one component, as a program of its own: it may need any time and memory, and whoever waits for
 * it can end it. Rows and columns stand in the kernel's order, which is as kind to it as any: without loops the matrix is
 * triangular. Prints seconds, entries of L and U, and the largest difference from rounds of settling.
 */
public final class SparseLu {
    private SparseLu() {}

    /** Takes a family, the number of products, and the seed. */
    public static void main(String[] args) {
        Family family = Family.valueOf(args[0].toUpperCase(Locale.ROOT));
        RealisticNetwork network = new RealisticNetwork(family, Integer.parseInt(args[1]), Long.parseLong(args[2]));
        Compiled compiled = new Compiled(network);
        compiled.structure().renumber();
        Fossil fossil = new Fossil(network, compiled.structure());
        try {
            System.out.println(solve(fossil));
        } catch (OutOfMemoryError e) {
            System.out.println("memory");
        }
    }

    /** Seconds, and the largest difference. */
    static String solve(Fossil fossil) {
        DMatrixSparseCSC matrix = matrix(fossil.edges());
        DMatrixRMaj right = new DMatrixRMaj(fossil.size(), 1);
        for (int slot = 0; slot < fossil.size(); slot++) {
            right.set(slot, 0, fossil.own(slot));
        }
        DMatrixRMaj solution = new DMatrixRMaj(fossil.size(), 1);
        LinearSolverSparse<DMatrixSparseCSC, DMatrixRMaj> solver = LinearSolverFactory_DSCC.lu(FillReducing.NONE);
        boolean[] solved = new boolean[1];
        double seconds = Stopwatch.seconds(() -> {
            solved[0] = solver.setA(matrix);
            solver.solve(right, solution);
        });
        fossil.settleAll();
        double largest = 0;
        for (int slot = 0; slot < fossil.size(); slot++) {
            double scale = Math.max(Math.abs(fossil.value(slot)), Double.MIN_NORMAL);
            largest = Math.max(largest, Math.abs(solution.get(slot, 0) - fossil.value(slot)) / scale);
        }
        return solved[0] ? seconds + " " + largest : "singular";
    }

    /** I − A; parallel edges make one entry. */
    private static DMatrixSparseCSC matrix(SlotEdges edges) {
        int size = edges.slots();
        DMatrixSparseTriplet entries = new DMatrixSparseTriplet(size, size, edges.count() + size);
        for (int slot = 0; slot < size; slot++) {
            double diagonal = 1;
            for (int edge = edges.starts[slot]; edge < edges.starts[slot + 1]; edge++) {
                if (edges.inputs[edge] == slot) {
                    diagonal -= edges.amounts[edge];
                } else if (isFirst(edges, slot, edge)) {
                    entries.addItem(slot, edges.inputs[edge], -total(edges, slot, edges.inputs[edge]));
                }
            }
            entries.addItem(slot, slot, diagonal);
        }
        return DConvertMatrixStruct.convert(entries, (DMatrixSparseCSC) null);
    }

    private static boolean isFirst(SlotEdges edges, int slot, int edge) {
        for (int earlier = edges.starts[slot]; earlier < edge; earlier++) {
            if (edges.inputs[earlier] == edges.inputs[edge]) {
                return false;
            }
        }
        return true;
    }

    private static double total(SlotEdges edges, int slot, int input) {
        double sum = 0;
        for (int edge = edges.starts[slot]; edge < edges.starts[slot + 1]; edge++) {
            sum += edges.inputs[edge] == input ? edges.amounts[edge] : 0;
        }
        return sum;
    }
}
