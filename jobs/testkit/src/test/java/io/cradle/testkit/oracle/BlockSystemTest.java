package io.cradle.testkit.oracle;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BlockSystemTest {

    @Test
    void componentsComeAfterWhatTheyDependOn() {
        int[][] dependsOn = {{1}, {2, 4}, {1}, {}, {3}, {5}};
        List<String> components =
                Components.inOrder(dependsOn).stream().map(Arrays::toString).toList();
        assertEquals(List.of("[3]", "[4]", "[1, 2]", "[0]", "[5]"), components);
    }

    @Test
    void aLongChainIsNoDeepRecursion() {
        int[][] chain = new int[200_000][];
        for (int i = 0; i < chain.length; i++) {
            chain[i] = i + 1 < chain.length ? new int[] {i + 1} : new int[0];
        }
        assertEquals(chain.length, Components.inOrder(chain).size());
    }

    /** Components against the closure of reachability, figures against one dense solve of the whole. */
    @Test
    void agreesWithOneDenseSolve() {
        Random random = new Random(5);
        int loops = 0;
        for (int run = 0; run < 200; run++) {
            int n = 2 + random.nextInt(20);
            List<GraphNode> nodes = new ArrayList<>();
            double[][] b = new double[n][n];
            double[][] rhs = new double[n][2];
            for (int i = 0; i < n; i++) {
                List<NodeLine> lines = new ArrayList<>();
                for (int edge = random.nextInt(3); edge > 0; edge--) {
                    int to = random.nextInt(n);
                    double amount = 0.3 * (random.nextDouble() - 0.2);
                    b[i][to] += amount;
                    lines.add(line("n" + to, amount));
                }
                rhs[i] = new double[] {random.nextDouble(), random.nextDouble()};
                nodes.add(new GraphNode("n" + i, lines));
            }
            List<int[]> components = Components.inOrder(Components.edges(nodes));
            loops += (int) components.stream().filter(c -> c.length > 1).count();
            double[] ones = new double[n];
            Arrays.fill(ones, 1);
            double[][] expected = DenseMatrix.solve(b, rhs);
            double[][] got = new BlockSystem(nodes, components).solve(BlockSystem.ToNodeAmount.AS_IT_IS, ones, rhs);
            for (int i = 0; i < n; i++) {
                assertArrayEquals(expected[i], got[i], 1e-12);
            }
        }
        assertTrue(loops > 50, "loops of several members: " + loops);
    }

    @Test
    void aLoopTooLargeToSolveIsRefusedInWords() {
        Map<String, GraphNode> ring = new LinkedHashMap<>();
        int n = 5_000;
        for (int i = 0; i < n; i++) {
            ring.put("n" + i, new GraphNode("n" + i, List.of(line("n" + (i + 1) % n, 0.5))));
        }
        String message = assertThrows(LoopTooLargeException.class, () -> new Solution(ring))
                .getMessage();
        assertTrue(message.startsWith("5000 products, processes and markets of one period form one loop"), message);
    }

    private static NodeLine line(String to, double amount) {
        return new NodeLine(to, Fact.Purpose.WITHIN, 1, null, false, false, new Resolved.ToNode(to, amount));
    }
}
