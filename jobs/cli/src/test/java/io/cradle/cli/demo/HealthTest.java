package io.cradle.cli.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class HealthTest {
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    @Test
    void lagCountsOnlyWhileRecordsWait() {
        assertEquals(Duration.ZERO, Health.lag(NOW, NOW.minusSeconds(60), NOW.minusSeconds(60)));
        assertEquals(Duration.ofSeconds(3), Health.lag(NOW, NOW, NOW.minusSeconds(3)));
        assertEquals(Duration.ofSeconds(9), Health.lag(NOW, NOW.minusSeconds(9), Instant.MIN));
        assertEquals(Duration.ZERO, Health.lag(NOW, Instant.MIN, Instant.MIN));
    }

    @Test
    void lineSaysWhetherEverythingIsSettled() {
        assertEquals(
                "70,000 records sent (1,200/s), 3 rejected, everything settled",
                new Health(70_000, 1200, 3, Duration.ZERO).line());
        assertEquals(
                "5 records sent (0/s), 0 rejected, 1.5 s behind", new Health(5, 0, 0, Duration.ofMillis(1500)).line());
    }
}
