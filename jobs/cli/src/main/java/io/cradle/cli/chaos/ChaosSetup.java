package io.cradle.cli.chaos;

import io.cradle.rollup.config.Options;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a run is made of.
 *
 * @param seed decides script, plan of faults and, where none is named, backend
 * @param lasting how long records are sent
 * @param networks how many share the factors
 * @param recordsPerSecond changes per second of all networks together
 * @param backend heap or rocksdb
 * @param delivery at-least-once or exactly-once
 */
record ChaosSetup(long seed, Duration lasting, int networks, int recordsPerSecond, String backend, String delivery) {
    /** How long readings wait for a meter: they expire while the script is told. */
    static final Duration PARKING = Duration.ofSeconds(20);

    /** When last month closes its data are still coming: some of them before, some after. */
    private static final Duration CLOSES_BEFORE_ITS_END = Duration.ofDays(10);

    /** Settings of the job. A period closes in the middle of its data, so that figures become final and are restated. */
    Map<String, String> settings(Instant begin) {
        Map<String, String> settings = new TreeMap<>();
        settings.put(Options.ZONE.key(), "UTC");
        settings.put(Options.PERIOD.key(), "month");
        settings.put(Options.GRACE.key(), grace(begin).toMillis() + " ms");
        settings.put(Options.PARKING.key(), PARKING.toMillis() + " ms");
        settings.put(Options.BACKEND.key(), backend);
        settings.put(Options.DELIVERY.key(), delivery);
        settings.put(Options.PARALLELISM.key(), "1");
        settings.put(Options.CHECKPOINT_INTERVAL.key(), "5 s");
        return settings;
    }

    private Duration grace(Instant begin) {
        Instant endOfLastMonth = begin.atZone(ZoneOffset.UTC)
                .truncatedTo(ChronoUnit.DAYS)
                .withDayOfMonth(1)
                .toInstant();
        double share = Script.share(endOfLastMonth.minus(CLOSES_BEFORE_ITS_END), begin);
        Instant closing = begin.plusMillis(Math.round(lasting.toMillis() * share));
        return Duration.between(endOfLastMonth, closing).truncatedTo(ChronoUnit.SECONDS);
    }
}
