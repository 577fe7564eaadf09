package io.cradle.cli.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Records per second, over about the last second. */
final class Throughput {
    private static final Duration WINDOW = Duration.ofSeconds(1);

    private final Clock clock;
    private Instant since;
    private long countThen;
    private double perSecond;

    Throughput(Clock clock) {
        this.clock = clock;
        this.since = clock.instant();
    }

    double perSecond(long count) {
        Instant now = clock.instant();
        Duration passed = Duration.between(since, now);
        if (passed.compareTo(WINDOW) >= 0) {
            perSecond = (count - countThen) * 1000.0 / passed.toMillis();
            countThen = count;
            since = now;
        }
        return perSecond;
    }
}
