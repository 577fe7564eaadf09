package io.cradle.core.linear;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cradle.core.linear.RandomSystem.Given;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is incomplete, and who has no figures, after many changes: as a search from the causes finds them. */
class CoverageTest {
    private static final int NODES = 40;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void isWhatASearchFinds(long seed) {
        Random random = new Random(seed);
        RandomSystem graph = new RandomSystem(NODES);
        int incomplete = 0;
        int nonProductive = 0;
        for (int i = 0; i < 400; i++) {
            for (int n = random.nextInt(3); n >= 0; n--) {
                graph.set(random.nextInt(NODES), row(random));
            }
            graph.system.settle();
            BitSet uncovered = new BitSet();
            BitSet radius = new BitSet();
            for (int node = 0; node < NODES; node++) {
                uncovered.set(node, graph.rows.get(node).ownCoverage() < 1);
            }
            for (int[] loop : loops(graph)) {
                if (SpectralRadius.isNonProductive(graph.structure.edges(), graph.system.slots().rows, loop)) {
                    for (int slot : loop) {
                        radius.set(graph.structure.node(slot));
                    }
                }
            }
            spread(graph, uncovered);
            spread(graph, radius);
            for (int node = 0; node < NODES; node++) {
                assertEquals(uncovered.get(node), graph.system.isIncomplete(node), "incomplete: node " + node);
                assertEquals(radius.get(node), graph.system.isNonProductive(node), "without figures: node " + node);
            }
            incomplete += uncovered.cardinality();
            nonProductive += radius.cardinality();
        }
        assertTrue(incomplete > 100 && incomplete < 400 * (NODES - 1), "both kinds are met: " + incomplete);
        assertTrue(nonProductive > 100 && nonProductive < 400 * (NODES - 1), "both kinds are met: " + nonProductive);
    }

    private static Given row(Random random) {
        int count = random.nextInt(4);
        int[] targets = new int[count];
        double[] coefficients = new double[count];
        byte[] flags = new byte[count];
        for (int i = 0; i < count; i++) {
            targets[i] = random.nextInt(NODES);
            double[] amounts = {0, 0.2, 0.3, -0.3, 0.9, 1.2};
            coefficients[i] = amounts[random.nextInt(amounts.length)];
            flags[i] = random.nextInt(5) == 0 ? Edges.OUTBOUND : 0;
        }
        return new Given(null, random.nextInt(12) == 0 ? 0.5 : 1, targets, coefficients, flags);
    }

    private static Iterable<int[]> loops(RandomSystem graph) {
        return Components.of(graph.structure.edges(), graph.system.slots().rows, NODES, Components.Over.COUNTED)
                .loops();
    }

    private static void spread(RandomSystem graph, BitSet reached) {
        Deque<Integer> open = new ArrayDeque<>();
        reached.stream().forEach(open::add);
        while (!open.isEmpty()) {
            int node = open.pop();
            for (int consumer = 0; consumer < NODES; consumer++) {
                Given row = graph.rows.get(consumer);
                for (int i = 0; i < row.targets().length; i++) {
                    boolean takes = row.targets()[i] == node && (row.flags()[i] & Edges.OUTBOUND) == 0;
                    if (takes && !reached.get(consumer)) {
                        reached.set(consumer);
                        open.add(consumer);
                    }
                }
            }
        }
    }
}
