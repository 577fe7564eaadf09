package io.cradle.rollup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cradle.connectors.kafka.Published;
import io.cradle.rollup.config.Settings;
import io.cradle.rollup.harness.Framing;
import io.cradle.rollup.harness.HeldPartition;
import io.cradle.rollup.harness.KafkaRun;
import io.cradle.rollup.harness.Meters;
import io.cradle.rollup.harness.ProofSize;
import io.cradle.schemas.ProductFootprint;
import io.cradle.schemas.RejectedRecord;
import io.cradle.schemas.wire.InputTopic;
import io.cradle.schemas.wire.LogRecord;
import io.cradle.schemas.wire.OutputTopic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Readings pile up in one topic while another cannot be read: no epoch ends, so whatever is read must wait in state. The
 * job stops reading ahead, and what waits is bounded by the drift that is allowed, not by the backlog.
 */
class BacklogTest {
    private static final Duration DRIFT = Duration.ofSeconds(2);

    /** What may be read beyond the drift: the time in which readers hear of it, and what they have fetched by then. */
    private static final Duration HEARS_WITHIN = Duration.ofSeconds(4);

    private static final Duration LASTS = Duration.ofSeconds(ProofSize.of(10, 60));
    private static final int READINGS = ProofSize.of(200_000, 10_000_000);

    /** How many may wait at once while the backlog is read: a small one is read before readers hear of each other. */
    private static final int CATCHING_UP = ProofSize.of(READINGS, READINGS / 4);

    private static final int SLICES = 50;
    private static final Settings SETTINGS = Settings.of(Map.of(
            "reporting.retention-months",
            "600",
            "reporting.grace",
            "30000 d",
            "source.alignment-drift",
            DRIFT.toMillis() + " ms"));

    private final Meters meters = new Meters(20, 5, 41);
    private final Map<String, ProductFootprint> last = new HashMap<>();
    private int rejected;
    private long mostWaiting;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatWaitsIsBoundedByTheDrift(boolean afterOlderRecords) throws Exception {
        try (KafkaRun run = KafkaRun.onNewBroker()) {
            Framing framing = new Framing(run.catalog());
            List<LogRecord> definitions = new ArrayList<>();
            meters.definitions().forEach(record -> definitions.add(framing.frame(record, 0)));
            run.publish(definitions);
            if (afterOlderRecords) {
                run.start(SETTINGS, 2);
                follow(run, "the first footprints", () -> last.size() >= 20);
            }
            try (HeldPartition held = run.hold(InputTopic.PURCHASE_RECORDS, 0)) {
                if (!afterOlderRecords) {
                    run.start(SETTINGS, 2);
                }
                long slowest = pileUp(run, framing);
                long whileHeld = mostWaiting;
                assertFalse(figuresAreRight(), "the figures cannot be there while a partition is held");
                held.release();
                follow(run, "the figures of all readings", this::figuresAreRight);
                ProofSize.report(
                        "backlog (%s): %,d readings in %d s, at most %,d waited while one partition was held, "
                                + "%,d while catching up",
                        afterOlderRecords ? "behind older records" : "from the beginning",
                        READINGS,
                        slowest / 1_000,
                        whileHeld,
                        mostWaiting);
                long bound = (long) READINGS * (DRIFT.toMillis() + HEARS_WITHIN.toMillis()) / slowest;
                assertTrue(whileHeld <= bound, whileHeld + " records waited, expected " + bound + " or less");
                assertTrue(mostWaiting > 0, "nothing ever waited");
                // Catching up is as fast as readers hear of each other: on a busy machine they get further apart.
                assertTrue(mostWaiting <= CATCHING_UP, mostWaiting + " records waited while catching up");
                assertEquals(0, run.sum("recordsAwaitingEpoch"));
                assertEquals(0, run.sum("lateRecords"));
                assertEquals(0, rejected);
            }
        }
    }

    /** Publishes all readings evenly over some time; gives how long it took, ms. */
    private long pileUp(KafkaRun run, Framing framing) throws Exception {
        long startMs = System.currentTimeMillis();
        for (int slice = 1; slice <= SLICES; slice++) {
            List<LogRecord> readings = new ArrayList<>();
            for (int i = 0; i < READINGS / SLICES; i++) {
                readings.add(framing.frame(meters.next(), 0));
            }
            run.publish(readings);
            long nextMs = startMs + LASTS.toMillis() * slice / SLICES;
            follow(run, "the next slice", () -> System.currentTimeMillis() >= nextMs);
        }
        return System.currentTimeMillis() - startMs;
    }

    private void follow(KafkaRun run, String what, BooleanSupplier condition) throws Exception {
        run.follow(what, this::read, () -> {
            mostWaiting = Math.max(mostWaiting, run.sum("recordsAwaitingEpoch"));
            return condition.getAsBoolean();
        });
    }

    private void read(Published one) {
        if (one.record() instanceof RejectedRecord) {
            rejected++;
        } else if (one.topic() == OutputTopic.PRODUCT_FOOTPRINTS) {
            ProductFootprint footprint = (ProductFootprint) one.record();
            if (footprint.getPeriod().equals(Meters.PERIOD)) {
                last.merge(
                        footprint.getNetwork(), footprint, (a, b) -> b.getAsOf().isBefore(a.getAsOf()) ? a : b);
            }
        }
    }

    private boolean figuresAreRight() {
        return meters.figures().entrySet().stream().allMatch(expected -> {
            ProductFootprint got = last.get(expected.getKey());
            return got != null
                    && got.getFigures() != null
                    && Math.abs(got.getFigures().getFossil() - expected.getValue())
                            <= 1e-9 * got.getFigures().getGross();
        });
    }
}
