package io.cradle.rollup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cradle.connectors.kafka.Published;
import io.cradle.rollup.config.Settings;
import io.cradle.rollup.harness.EpochCounts;
import io.cradle.rollup.harness.KafkaRun;
import io.cradle.rollup.harness.LogRecords;
import io.cradle.rollup.harness.ProofSize;
import io.cradle.rollup.harness.Series;
import io.cradle.schemas.ProductFootprint;
import io.cradle.schemas.RejectedRecord;
import io.cradle.schemas.wire.LogRecord;
import io.cradle.schemas.wire.OutputTopic;
import io.cradle.testkit.generate.GeneratorOptions;
import io.cradle.testkit.generate.LogBuilder;
import io.cradle.testkit.generate.NetworkGenerator;
import io.cradle.testkit.generate.Records;
import io.cradle.testkit.oracle.LogEntry;
import io.cradle.testkit.oracle.OracleSettings;
import io.cradle.testkit.oracle.PeriodKind;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A log that was published live, burst by burst, with stops and starts at another parallelism in between, is read again
 * from its beginning by a job that knows nothing: it publishes the same series.
 */
class ReplayTest {
    private static final OracleSettings SETTINGS = OracleSettings.defaults()
            .withPeriods(PeriodKind.YEAR, ZoneOffset.UTC, Duration.ofDays(30_000), 1200)
            .withEpochs(200, Duration.ofDays(7));
    private static final int ACTIONS = ProofSize.of(2_000, 100_000);
    private static final int BURST = ProofSize.of(50, 400);
    private static final int[] PARALLELISMS = {2, 4, 1};
    private static final int REPLAY_PARALLELISM = 3;
    private static final List<String> NETWORKS =
            IntStream.range(0, ProofSize.of(4, 40)).mapToObj(i -> "n" + i).toList();

    @TempDir
    private Path directory;

    /** What one job, or one after another from savepoints, wrote. */
    private static final class Written {
        private final EpochCounts counts = new EpochCounts();
        private final List<ProductFootprint> footprints = new ArrayList<>();
        private final Map<String, String> rejected = new TreeMap<>();

        void read(Published one) {
            counts.read(one);
            if (one.topic() == OutputTopic.PRODUCT_FOOTPRINTS) {
                footprints.add((ProductFootprint) one.record());
            } else if (one.record() instanceof RejectedRecord record) {
                rejected.put(
                        record.getTopic() + "/" + record.getPartition() + "/" + record.getOffset(),
                        record.getReason() + ": " + record.getDetail());
            }
        }

        boolean isWhole(Map<String, Long> ends) {
            return ends.entrySet().stream().allMatch(end -> counts.isSettled(end.getKey(), end.getValue()))
                    && counts.isWhole();
        }
    }

    @Test
    void publishesWhatWasPublishedLive() throws Exception {
        Settings settings = LogRecords.settings(SETTINGS);
        try (KafkaRun run = KafkaRun.onNewBroker()) {
            Written live = live(run, settings);
            Map<String, Long> ends = ends(run.log());
            Written replayed = new Written();
            run.start(settings, REPLAY_PARALLELISM);
            run.follow(
                    "the same footprints again",
                    replayed::read,
                    () -> replayed.isWhole(ends) && replayed.rejected.size() >= live.rejected.size());
            assertEquals("", Series.differenceOfReplay(live.footprints, replayed.footprints));
            assertEquals(live.rejected, replayed.rejected);
            assertTrue(live.footprints.size() > ACTIONS / 4, live.footprints.size() + " publications");
            ProofSize.report(
                    "replay: %,d records, %,d publications, %,d rejected, the same again",
                    run.log().size(), replayed.footprints.size(), replayed.rejected.size());
        }
    }

    private Written live(KafkaRun run, Settings settings) throws Exception {
        Written live = new Written();
        List<LogRecord> records = LogRecords.of(
                NetworkGenerator.generate(31, GeneratorOptions.everything().size(NETWORKS.size(), 8, 3, ACTIONS)),
                run.catalog());
        int stages = PARALLELISMS.length;
        String savepoint = "";
        for (int stage = 0; stage < stages; stage++) {
            if (stage == 0) {
                run.start(settings, PARALLELISMS[0]);
            } else {
                run.resume(settings, PARALLELISMS[stage], savepoint);
            }
            inBursts(
                    run, records.subList(records.size() * stage / stages, records.size() * (stage + 1) / stages), live);
            run.publish(LogRecords.of(markers(stage), run.catalog()));
            Map<String, Long> ends = ends(run.log());
            run.follow("the end of the log settled", live::read, () -> live.isWhole(ends));
            savepoint = run.stopWithSavepoint(directory.resolve("stage" + stage));
            run.drain(live::read);
        }
        return live;
    }

    private static void inBursts(KafkaRun run, List<LogRecord> records, Written live) throws Exception {
        for (int from = 0; from < records.size(); from += BURST) {
            run.publish(records.subList(from, Math.min(records.size(), from + BURST)));
            long nextEpochMs = SETTINGS.epochEnd(System.currentTimeMillis()) + 1;
            run.follow("the next epoch", live::read, () -> System.currentTimeMillis() >= nextEpochMs);
        }
    }

    /** A record of each network by which the end of the log can be told. */
    private static List<LogEntry> markers(int stage) {
        LogBuilder markers = new LogBuilder(1);
        NETWORKS.forEach(network -> markers.put(Records.purchase(
                network, "end" + stage, "end", "end", "2024-01-01T00:00:00Z", "2024-01-02T00:00:00Z", "1", "kg")));
        return markers.entries();
    }

    /** End of the epoch of the last marker of each network. */
    private static Map<String, Long> ends(List<LogEntry> log) {
        Map<String, Long> ends = new TreeMap<>();
        log.stream()
                .filter(entry -> entry.key() != null && entry.key().contains("/end"))
                .forEach(entry -> ends.merge(
                        entry.key().substring(0, entry.key().indexOf('/')),
                        SETTINGS.epochEnd(entry.logTimeMs()),
                        Math::max));
        return ends;
    }
}
