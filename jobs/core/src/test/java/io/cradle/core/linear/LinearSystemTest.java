package io.cradle.core.linear;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cradle.core.footprint.Component;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Settled values are those of a dense solve of the same equations, to 1e-9 of their magnitude. */
class LinearSystemTest {
    private static final int COUNT = Component.COUNT;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void fromScratchAndAfterEveryChange(long seed) {
        RandomSystem random = new RandomSystem(seed, 5, 35, 0.95);
        random.system.settle();
        assertSolved(random);
        for (int i = 0; i < 30; i++) {
            for (int n = 0; n <= i % 3; n++) {
                random.change();
            }
            if (i % 7 == 3) {
                random.structure.renumber();
            }
            random.system.settle();
            assertSolved(random);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void slowLoopsAreRight(long seed) {
        RandomSystem random = new RandomSystem(seed, 1, 30, 1.9);
        random.system.settle();
        for (int node = 0; node < random.rows.size(); node++) {
            assertFalse(
                    random.system.isNonProductive(node), "the system of this seed is meant to have a radius near 1");
        }
        assertSolved(random);
    }

    /** Two products that take 0.9999 of each other: 1 ÷ (1 − 0.9999) = 10 000 times the direct emission. */
    @Test
    void aLoopOfRadiusNearOne() {
        RandomSystem cycle = cycle(2, 0.9999);
        cycle.system.settle();
        assertEquals(10_000, cycle.system.excludingUptake(0), 1e-5);
        assertSolved(cycle);
    }

    @Test
    void aLongLoopOfRadiusNearOne() {
        RandomSystem cycle = cycle(300, 0.9999);
        cycle.system.settle();
        assertEquals(10_000, cycle.system.excludingUptake(150), 1e-5);
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23, 24, 25})
    void theDirectSolveIsTheSameSystem(long seed) {
        RandomSystem random = new RandomSystem(seed, 5, 40, 0.9);
        LinearSystem system = random.system;
        system.settle();
        double[] settled = system.slots().values.clone();
        List<int[]> loops = Components.of(
                        random.structure.edges(), system.slots().rows, random.rows.size(), Components.Over.COUNTED)
                .loops();
        for (int[] loop : loops) {
            for (int slot : loop) {
                Arrays.fill(system.slots().values, slot * Slots.STRIDE, slot * Slots.STRIDE + COUNT, Double.NaN);
            }
            DirectSolve.solve(system.slots(), random.structure.edges(), new Evaluation(system.slots()), loop);
            for (int slot : loop) {
                double[] direct =
                        Arrays.copyOfRange(system.slots().values, slot * Slots.STRIDE, slot * Slots.STRIDE + COUNT);
                double[] before = Arrays.copyOfRange(settled, slot * Slots.STRIDE, slot * Slots.STRIDE + COUNT);
                assertSame(direct, before, "slot " + slot + " solved directly");
            }
        }
        assertTrue(!loops.isEmpty(), "a system without loops tells nothing");
    }

    @Test
    void onlyWhatMovedIsTold() {
        RandomSystem random = new RandomSystem(31, 5, 40, 0.9);
        random.system.settle();
        random.system.markDirty(random.rows.size() - 1, 0);
        assertTrue(random.system.settle().isEmpty(), "a row that is as it was moves nothing");
        double[][] before = values(random);
        random.change();
        NodeSet moved = random.system.settle();
        for (int node = 0; node < random.rows.size(); node++) {
            if (!moved.contains(node)) {
                assertArrayEquals(before[node], random.system.values(node), "node " + node + " moved unseen");
            }
        }
    }

    @Test
    void theListenerIsToldTheValuesBefore() {
        RandomSystem random = new RandomSystem(32, 5, 40, 0.9);
        random.system.settle();
        double[][] before = values(random);
        double[][] told = new double[random.rows.size()][];
        random.system.onMove((node, values, base) -> {
            if (told[node] == null) {
                told[node] = Arrays.copyOfRange(values, base, base + COUNT);
            }
        });
        random.change();
        random.system.settle();
        for (int node = 0; node < told.length; node++) {
            double[] now = random.system.values(node);
            assertArrayEquals(before[node], told[node] == null ? now : told[node], "node " + node);
        }
    }

    /** Two systems share rows that are the same; what one changes the other does not see. */
    @Test
    void systemsOfOneStructureDoNotDisturbEachOther() {
        RandomSystem random = new RandomSystem(33, 5, 40, 0.9);
        LinearSystem other = random.structure.newSystem();
        for (int node = 0; node < random.rows.size(); node++) {
            RandomSystem.Given row = random.rows.get(node);
            other.setRow(node, row.constant(), row.ownCoverage(), row.targets(), row.coefficients(), row.flags());
            other.markDirty(node, 0);
        }
        random.system.settle();
        int shared = random.structure.edges().end();
        other.settle();
        assertEquals(shared, random.structure.edges().end(), "the same rows are kept once");
        double[][] before = new double[random.rows.size()][];
        for (int node = 0; node < before.length; node++) {
            before[node] = other.values(node);
        }
        for (int i = 0; i < 50; i++) {
            random.change();
            random.system.settle();
            assertSolved(random);
        }
        random.structure.renumber();
        assertTrue(other.settle().isEmpty());
        for (int node = 0; node < before.length; node++) {
            assertArrayEquals(before[node], other.values(node));
        }
    }

    @Test
    void nodesOfANonProductiveLoopHaveNoValues() {
        RandomSystem cycle = cycle(3, 1);
        cycle.system.settle();
        assertTrue(cycle.system.isNonProductive(1));
        assertEquals(0, cycle.system.excludingUptake(1));
        cycle.edges(0, new int[] {1}, 0.5);
        assertEquals(3, cycle.system.settle().size());
        assertSolved(cycle);
    }

    /** n products, each takes {@code a} of the next and emits 1 kg. */
    private static RandomSystem cycle(int n, double a) {
        RandomSystem cycle = new RandomSystem(n);
        for (int i = 0; i < n; i++) {
            cycle.edges(i, new int[] {(i + 1) % n}, a);
        }
        return cycle;
    }

    private static double[][] values(RandomSystem random) {
        double[][] values = new double[random.rows.size()][];
        for (int node = 0; node < values.length; node++) {
            values[node] = random.system.values(node);
        }
        return values;
    }

    private static void assertSolved(RandomSystem random) {
        double[][] dense = DenseSystem.solve(random.rows);
        for (int node = 0; node < dense.length; node++) {
            assertSame(dense[node], random.system.values(node), "node " + node + " against dense");
        }
    }

    private static void assertSame(double[] expected, double[] values, String what) {
        double magnitude = expected[Component.MAGNITUDE.ordinal()];
        for (Component c : Component.values()) {
            // Magnitudes and tiers only scale what the others may be off by.
            double part = c == Component.MAGNITUDE || c == Component.TIERS ? 1e-4 : 1e-9;
            double scale = Math.max(Math.abs(magnitude), Math.abs(expected[c.ordinal()]));
            assertEquals(expected[c.ordinal()], values[c.ordinal()], part * scale, c + " of " + what);
        }
    }
}
