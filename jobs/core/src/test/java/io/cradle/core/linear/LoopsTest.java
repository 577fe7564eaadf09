package io.cradle.core.linear;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ejml.data.Complex_F64;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Loops against a transitive closure, and their spectral radius against eigenvalues. */
class LoopsTest {
    @Test
    void loopsAreTheClassesOfMutualReach() {
        Random random = new Random(1);
        int found = 0;
        for (int run = 0; run < 200; run++) {
            double[][] a = randomMatrix(random, 2 + random.nextInt(12), 0.15);
            Set<String> loops = loops(graph(a)).stream()
                    .map(loop -> Arrays.stream(loop).sorted().boxed().toList().toString())
                    .collect(Collectors.toCollection(TreeSet::new));
            assertEquals(classes(a), loops);
            found += loops.size();
        }
        assertTrue(found > 100, "too few loops: " + found);
    }

    @Test
    void edgesOfNothingMakeNoLoop() {
        RandomSystem graph = graph(new double[][] {{0, 1}, {0, 0}});
        graph.edges(1, new int[] {0}, 0.0);
        assertTrue(loops(graph).isEmpty());
    }

    @Test
    void aLongLoopNeedsNoDeepStack() {
        RandomSystem graph = cycle(100_000, 0.5);
        assertEquals(100_000, loops(graph).get(0).length);
    }

    @Test
    void theRadiusIsThatOfTheEigenvalues() {
        Random random = new Random(2);
        int nonProductive = 0;
        for (int run = 0; run < 200; run++) {
            double[][] a = randomMatrix(random, 2 + random.nextInt(8), 0.5);
            if (loops(graph(a)).isEmpty()) {
                continue;
            }
            double scale = (run % 2 == 0 ? 0.999 : 1.001) / radius(a);
            scale(a, scale);
            RandomSystem graph = graph(a);
            boolean any = loops(graph).stream().anyMatch(loop -> isNonProductive(graph, loop));
            assertEquals(radius(a) >= 1, any, () -> "radius " + radius(a) + " of " + Arrays.deepToString(a));
            nonProductive += any ? 1 : 0;
        }
        assertTrue(nonProductive > 50 && nonProductive < 150, "both kinds are met: " + nonProductive);
    }

    @ParameterizedTest(name = "{0} × {1}: {2}")
    @CsvSource({
        "0.5, 2, true",
        "0.1, 10, true",
        "0.3, 3.3333333333333335, true",
        "0.5, 1.999999, false",
        "0.5, 2.000001, true",
        "1e-9, 1e9, true",
        "-0.5, 2, true",
        "-0.5, 1.9, false",
    })
    void aLoopOfTwo(double there, double back, boolean nonProductive) {
        RandomSystem graph = graph(new double[][] {{0, there}, {back, 0}});
        assertEquals(nonProductive, isNonProductive(graph, new int[] {0, 1}));
    }

    @ParameterizedTest(name = "itself {0}: {1}")
    @CsvSource({"0.999999, false", "1, true", "1.5, true", "-1, true", "-0.5, false"})
    void aLoopOfOne(double itself, boolean nonProductive) {
        RandomSystem graph = graph(new double[][] {{itself}});
        assertEquals(1, loops(graph).size());
        assertEquals(nonProductive, isNonProductive(graph, new int[] {0}));
    }

    /** 0.6 + 0.4 on parallel edges, and a self-loop that leaves too little to the other: 0.5 + 0.5 × 1. */
    @Test
    void parallelEdgesAndSelfLoopsAddUp() {
        RandomSystem parallel = graph(new double[][] {{0, 1}, {0, 0}});
        parallel.edges(1, new int[] {0, 0}, 0.6, 0.4);
        assertTrue(isNonProductive(parallel, new int[] {0, 1}));
        assertTrue(isNonProductive(graph(new double[][] {{0.5, 0.5}, {1, 0}}), new int[] {0, 1}));
        assertFalse(isNonProductive(graph(new double[][] {{0.5, 0.5}, {0.999, 0}}), new int[] {0, 1}));
    }

    @Test
    void longLoopsAreJudgedByTheirProduct() {
        int n = 501;
        int[] all = IntStream.range(0, n).toArray();
        assertTrue(isNonProductive(cycle(n, 1), all));
        assertTrue(isNonProductive(cycle(n, 1.0001), all));
        assertFalse(isNonProductive(cycle(n, 0.9999), all));
        RandomSystem half = cycle(n, 0);
        for (int i = 0; i < n; i++) {
            half.edges(i, new int[] {(i + 1) % n}, i == n - 1 ? 1 : i % 2 == 0 ? 0.5 : 2);
        }
        assertTrue(isNonProductive(half, all), "0.5 × 2 × 0.5 × 2 … × 1 is exactly 1");
    }

    private static List<int[]> loops(RandomSystem graph) {
        return Components.of(
                        graph.structure.edges(), graph.system.slots().rows, graph.rows.size(), Components.Over.COUNTED)
                .loops();
    }

    /** Nobody has numbered the nodes yet: slots are nodes. */
    private static boolean isNonProductive(RandomSystem graph, int[] members) {
        return SpectralRadius.isNonProductive(graph.structure.edges(), graph.system.slots().rows, members);
    }

    private static RandomSystem cycle(int n, double a) {
        RandomSystem graph = new RandomSystem(n);
        for (int i = 0; i < n; i++) {
            graph.edges(i, new int[] {(i + 1) % n}, a);
        }
        return graph;
    }

    private static RandomSystem graph(double[][] a) {
        RandomSystem graph = new RandomSystem(a.length);
        for (int i = 0; i < a.length; i++) {
            double[] row = a[i];
            int[] targets =
                    IntStream.range(0, a.length).filter(j -> row[j] != 0).toArray();
            graph.edges(
                    i, targets, Arrays.stream(targets).mapToDouble(j -> row[j]).toArray());
        }
        return graph;
    }

    private static double[][] randomMatrix(Random random, int n, double density) {
        double[][] a = new double[n][n];
        for (double[] row : a) {
            for (int j = 0; j < n; j++) {
                row[j] = random.nextDouble() < density ? random.nextDouble() : 0;
            }
        }
        return a;
    }

    private static void scale(double[][] a, double by) {
        for (double[] row : a) {
            for (int j = 0; j < row.length; j++) {
                row[j] *= by;
            }
        }
    }

    /** Warshall's closure; a class of one is a loop where the node reaches itself. */
    private static Set<String> classes(double[][] a) {
        int n = a.length;
        boolean[][] reach = new boolean[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                reach[i][j] = a[i][j] != 0;
            }
        }
        for (int k = 0; k < n; k++) {
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    reach[i][j] |= reach[i][k] && reach[k][j];
                }
            }
        }
        Set<String> classes = new TreeSet<>();
        for (int i = 0; i < n; i++) {
            int from = i;
            if (reach[i][i]) {
                classes.add(IntStream.range(0, n)
                        .filter(j -> reach[from][j] && reach[j][from])
                        .boxed()
                        .toList()
                        .toString());
            }
        }
        return classes;
    }

    private static double radius(double[][] a) {
        EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(a.length, false);
        assertTrue(eigen.decompose(new DMatrixRMaj(a)));
        double radius = 0;
        for (int i = 0; i < a.length; i++) {
            Complex_F64 value = eigen.getEigenvalue(i);
            radius = Math.max(radius, value.getMagnitude());
        }
        return radius;
    }
}
