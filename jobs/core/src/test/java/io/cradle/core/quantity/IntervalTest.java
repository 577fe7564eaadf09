package io.cradle.core.quantity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An amount in a span of time, cut anywhere: its parts always add up to it. */
class IntervalTest {
    private static final long HOUR = 3_600_000;

    @Test
    void anAmountIsSpreadEvenly() {
        Interval interval = new Interval(10 * HOUR, 14 * HOUR);
        assertEquals(25.0, interval.part(100.0, 9 * HOUR, 11 * HOUR));
        assertEquals(50.0, interval.part(100.0, 11 * HOUR, 13 * HOUR));
        assertEquals(100.0, interval.part(100.0, 0, 100 * HOUR));
        assertEquals(0.0, interval.part(100.0, 14 * HOUR, 20 * HOUR));
        assertEquals(0.0, interval.part(100.0, 0, 10 * HOUR));
    }

    @Test
    void microsAreTruncatedAndTheLastPartTakesTheRest() {
        Interval interval = new Interval(0, 3);
        assertEquals(3, interval.part(10L, 0, 1));
        assertEquals(3, interval.part(10L, 1, 2));
        assertEquals(4, interval.part(10L, 2, 3));
    }

    /** The last two cross the product that fits into 64 bits. */
    @ParameterizedTest
    @ValueSource(longs = {0, 1, 999_999, -7, 1_000_000_007L, 1_000_000_000_000_000_000L, Long.MAX_VALUE})
    void partsAddUpExactly(long micros) {
        Random random = new Random(micros);
        for (int run = 0; run < 50; run++) {
            long start = random.nextLong(4_000_000_000_000L);
            Interval interval = new Interval(start, start + 1 + random.nextLong(40 * 24 * HOUR));
            long[] cuts = random.longs(20, start - HOUR, interval.endMs() + HOUR)
                    .sorted()
                    .toArray();
            long sum = interval.part(micros, Long.MIN_VALUE, cuts[0]);
            for (int i = 1; i < cuts.length; i++) {
                sum += interval.part(micros, cuts[i - 1], cuts[i]);
            }
            assertEquals(micros, sum + interval.part(micros, cuts[cuts.length - 1], Long.MAX_VALUE));
        }
    }

    @Test
    void productsBeyondSixtyFourBitsAreExact() {
        long micros = 1_000_000_000_000_000_000L;
        long length = 31 * 24 * HOUR;
        long elapsed = length / 3 + 1;
        BigInteger expected =
                BigInteger.valueOf(micros).multiply(BigInteger.valueOf(elapsed)).divide(BigInteger.valueOf(length));
        assertEquals(expected.longValueExact(), new Interval(0, length).part(micros, 0, elapsed));
    }

    @Test
    void anInstantCountsWhereItLies() {
        Interval instant = new Interval(5, 5);
        assertEquals(8.0, instant.part(8.0, 5, 6));
        assertEquals(8L, instant.part(8L, 0, 6));
        assertEquals(0L, instant.part(8L, 0, 5));
        assertEquals(0L, instant.part(8L, 6, 9));
        assertTrue(instant.overlaps(5, 6));
        assertFalse(instant.overlaps(0, 5));
        assertEquals(5, instant.lastMs());
    }

    @Test
    void neighboursDoNotOverlap() {
        Interval interval = new Interval(10, 20);
        assertTrue(interval.overlaps(19, 30));
        assertTrue(interval.overlaps(0, 11));
        assertFalse(interval.overlaps(20, 30));
        assertFalse(interval.overlaps(0, 10));
        assertEquals(19, interval.lastMs());
    }

    @Test
    void theEndIsNotBeforeTheStart() {
        assertThrows(IllegalArgumentException.class, () -> new Interval(2, 1));
    }
}
