package io.cradle.core.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cradle.core.footprint.Component;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Settled values are those of a dense solve of the same equations, to 1e-9 of their magnitude. */
class SettlerTest {
    private static final int COUNT = Component.COUNT;
    private static final BitSet NOBODY = new BitSet();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void fromScratchAndAfterEveryChange(long seed) {
        RandomGraph random = new RandomGraph(seed, 5, 35, 0.95);
        Settler settler = new Settler(random.graph);
        settleAll(settler, random.graph);
        assertSolved(random.graph);
        for (int i = 0; i < 10; i++) {
            for (int n = 0; n <= i % 3; n++) {
                settler.markDirty(random.change(), 0);
            }
            settler.settle(NOBODY);
            assertSolved(random.graph);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void slowLoopsAreRight(long seed) {
        RandomGraph random = new RandomGraph(seed, 1, 30, 1.9);
        List<int[]> loops = Loops.of(random.graph);
        boolean productive = loops.stream().noneMatch(loop -> SpectralRadius.isNonProductive(random.graph, loop));
        assertTrue(productive, "the graph of this seed is meant to have a radius near 1");
        settleAll(new Settler(random.graph), random.graph);
        assertSolved(random.graph);
    }

    /** Two products that take 0.9999 of each other: 1 ÷ (1 − 0.9999) = 10 000 times the direct emission. */
    @Test
    void aLoopOfRadiusNearOne() {
        Graph graph = cycle(2, 0.9999);
        settleAll(new Settler(graph), graph);
        assertEquals(10_000, graph.excludingUptake(0), 1e-5);
        assertSolved(graph);
    }

    @Test
    void aLongLoopOfRadiusNearOne() {
        Graph graph = cycle(300, 0.9999);
        settleAll(new Settler(graph), graph);
        assertEquals(10_000, graph.excludingUptake(150), 1e-5);
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23, 24, 25})
    void theDirectSolveIsTheSameSystem(long seed) {
        RandomGraph random = new RandomGraph(seed, 5, 40, 0.9);
        settleAll(new Settler(random.graph), random.graph);
        double[] settled = random.graph.values().clone();
        for (int[] loop : Loops.of(random.graph)) {
            for (int node : loop) {
                Arrays.fill(random.graph.values(), node * COUNT, (node + 1) * COUNT, Double.NaN);
            }
            DirectSolve.solve(random.graph, new Equation(random.graph), loop);
            for (int node : loop) {
                assertSame(settled, node, values(random.graph, node), "direct");
            }
        }
        assertTrue(!Loops.of(random.graph).isEmpty(), "a graph without loops tells nothing");
    }

    @Test
    void onlyWhatMovedIsTold() {
        RandomGraph random = new RandomGraph(31, 5, 40, 0.9);
        Settler settler = new Settler(random.graph);
        settleAll(settler, random.graph);
        settler.markDirty(random.graph.size() - 1, 0);
        assertEquals(NOBODY, settler.settle(NOBODY), "a row that is as it was moves nothing");
        double[] before = random.graph.values().clone();
        settler.markDirty(random.change(), 0);
        BitSet moved = settler.settle(NOBODY);
        for (int node = 0; node < random.graph.size(); node++) {
            double[] old = Arrays.copyOfRange(before, node * COUNT, (node + 1) * COUNT);
            if (!moved.get(node)) {
                assertTrue(Arrays.equals(old, values(random.graph, node)), "node " + node + " moved unseen");
            }
        }
    }

    @Test
    void excludedNodesKeepWhatTheyHave() {
        Graph graph = cycle(3, 0.5);
        BitSet excluded = new BitSet();
        excluded.set(0, 3);
        Settler settler = new Settler(graph);
        for (int node = 0; node < 3; node++) {
            settler.markDirty(node, 0);
        }
        assertEquals(NOBODY, settler.settle(excluded));
        assertEquals(0, graph.excludingUptake(1));
    }

    /** n products, each takes {@code a} of the next and emits 1 kg. */
    private static Graph cycle(int n, double a) {
        Graph graph = new Graph();
        for (int i = 0; i < n; i++) {
            graph.add(NodeKey.product("p" + i));
        }
        for (int i = 0; i < n; i++) {
            graph.setRow(i, RandomGraph.edges(new NodeKey[] {NodeKey.product("p" + (i + 1) % n)}, a));
        }
        return graph;
    }

    private static void settleAll(Settler settler, Graph graph) {
        for (int node = 0; node < graph.size(); node++) {
            settler.markDirty(node, 0);
        }
        settler.settle(NOBODY);
    }

    private static void assertSolved(Graph graph) {
        double[][] dense = DenseSystem.solve(graph);
        for (int node = 0; node < graph.size(); node++) {
            assertSame(graph.values(), node, dense[node], "dense");
        }
    }

    private static void assertSame(double[] settled, int node, double[] other, String what) {
        double magnitude = other[Component.MAGNITUDE.ordinal()];
        for (Component c : Component.values()) {
            double scale = Math.max(magnitude, Math.abs(other[c.ordinal()]));
            assertEquals(
                    other[c.ordinal()],
                    settled[node * COUNT + c.ordinal()],
                    1e-9 * scale,
                    c + " of node " + node + " against " + what);
        }
    }

    private static double[] values(Graph graph, int node) {
        return Arrays.copyOfRange(graph.values(), node * COUNT, (node + 1) * COUNT);
    }
}
