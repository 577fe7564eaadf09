package io.cradle.core.quantity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Sums of micro-units without any rounding on the way. */
class ExactSumTest {
    @Test
    void aMillionMillionthsAreOne() {
        ExactSum sum = new ExactSum();
        for (int i = 0; i < 1_000_000; i++) {
            sum.add(1);
        }
        assertEquals(1.0, sum.value());
    }

    @Test
    void whatIsTakenAwayLeavesNothing() {
        ExactSum sum = new ExactSum();
        sum.add(123_456_789_012_345_678L);
        sum.add(1);
        sum.add(-123_456_789_012_345_678L);
        assertEquals(1e-6, sum.value());
    }

    @Test
    void largeReadingsDoNotOverflow() {
        ExactSum sum = new ExactSum();
        BigInteger exact = BigInteger.ZERO;
        Random random = new Random(3);
        for (int i = 0; i < 10_000; i++) {
            long micros = random.nextLong(1_000_000_000_000_000_000L);
            sum.add(micros);
            exact = exact.add(BigInteger.valueOf(micros));
        }
        assertEquals(new BigDecimal(exact, 6).doubleValue(), sum.value(), Math.ulp(sum.value()));
    }

    @Test
    void aZeroTouchesIt() {
        ExactSum sum = new ExactSum();
        assertFalse(sum.isTouched());
        sum.add(0);
        assertTrue(sum.isTouched());
        assertEquals(0.0, sum.value());
    }

    @Test
    void beyondEveryNumberItStays() {
        ExactSum sum = new ExactSum();
        ExactSum negative = new ExactSum();
        for (long i = 0; i < 2_000_000; i++) {
            sum.add(Long.MAX_VALUE);
            negative.add(Long.MIN_VALUE);
        }
        assertEquals(Long.MAX_VALUE, sum.value());
        assertEquals(Long.MIN_VALUE, negative.value());
    }
}
