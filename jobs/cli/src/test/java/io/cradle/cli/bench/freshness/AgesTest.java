package io.cradle.cli.bench.freshness;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Epochs of 500 ms; one pair has the products 0 and 1, another 2 and 3. */
class AgesTest {
    private static final double EXACT = 1e-12;

    private final AppendTimes appended = new AppendTimes(2, 500);

    @Test
    void anAgeCountsFromTheFirstAndTheNewestReadingOfThePairInTheEpoch() {
        appended.note(0, 10_400);
        appended.note(0, 10_001);
        appended.note(0, 10_500);
        Ages ages = match(Map.of(10_500L, arrived(11_001, 11_002, 0, 0)));
        assertArrayEquals(new double[] {1.0, 1.001}, ages.ofFirst(), EXACT);
        assertArrayEquals(new double[] {0.501, 0.502}, ages.ofNewest(), EXACT);
        assertArrayEquals(new double[] {0.501, 0.502}, ages.afterEpoch(), EXACT);
        assertArrayEquals(new double[] {2}, ages.publications(), EXACT);
        assertEquals(0, ages.missing());
    }

    @Test
    void aReadingAtTheEndOfAnEpochBelongsToItAndOneAfterItToTheNext() {
        appended.note(0, 10_500);
        appended.note(0, 10_501);
        Ages ages = match(Map.of(10_500L, arrived(10_600, 10_600, 0, 0), 11_000L, arrived(11_101, 11_101, 0, 0)));
        assertArrayEquals(new double[] {0.1, 0.1, 0.6, 0.6}, ages.ofFirst(), EXACT);
        assertArrayEquals(new double[] {0.1, 0.6}, ages.oldestOfEpoch(), EXACT);
    }

    @Test
    void aFigureOfALaterEpochDoesNotStandForOneThatNeverCame() {
        appended.note(0, 10_100);
        appended.note(1, 10_200);
        appended.note(0, 10_600);
        Ages ages = match(Map.of(10_500L, arrived(0, 10_700, 10_700, 10_700), 11_000L, arrived(11_100, 11_100, 0, 0)));
        assertEquals(1, ages.missing());
        assertEquals(5, ages.ofFirst().length);
        assertEquals(2, match(Map.of(10_500L, arrived(1, 1, 1, 1))).missing());
    }

    @Test
    void epochsThatAreNotWholeWithinTheTimeAreLeftOut() {
        appended.note(0, 10_100);
        appended.note(0, 10_600);
        appended.note(0, 11_100);
        assertEquals(Set.of(11_000L), appended.wholeEpochs(10_300, 11_200).keySet());
        assertEquals(3, appended.changes());
        assertEquals(2.0, appended.readingsPerSecond(), EXACT);
    }

    private Ages match(Map<Long, Dashboard.Epoch> arrived) {
        return Ages.match(appended.wholeEpochs(9_000, 12_000), arrived);
    }

    private static Dashboard.Epoch arrived(long... inHandMs) {
        return new Dashboard.Epoch(inHandMs);
    }
}
