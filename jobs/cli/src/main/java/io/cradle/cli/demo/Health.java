package io.cradle.cli.demo;

import java.time.Duration;
import java.time.Instant;

/**
 * How the demonstration is doing.
 *
 * @param sent records sent so far
 * @param perSecond records sent per second, lately
 * @param rejected records rejected so far
 * @param lag how far the last settled epoch is behind now; zero where everything sent is settled
 */
record Health(long sent, double perSecond, long rejected, Duration lag) {

    static Duration lag(Instant now, Instant lastSent, Instant latestAsOf) {
        if (!latestAsOf.isBefore(lastSent)) {
            return Duration.ZERO;
        }
        // Before the first epoch is settled, at least since the last record was sent.
        return Duration.between(latestAsOf.equals(Instant.MIN) ? lastSent : latestAsOf, now);
    }

    String line() {
        return String.format(
                "%,d records sent (%,.0f/s), %d rejected, %s",
                sent,
                perSecond,
                rejected,
                lag.isZero() ? "everything settled" : String.format("%.1f s behind", lag.toMillis() / 1000.0));
    }
}
