package io.cradle.rollup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cradle.connectors.kafka.KafkaDoorException;
import io.cradle.rollup.config.Options;
import io.cradle.rollup.config.SettingException;
import io.cradle.rollup.config.Settings;
import io.cradle.rollup.harness.Judgement;
import io.cradle.rollup.harness.KafkaRun;
import io.cradle.rollup.harness.LogRecords;
import io.cradle.rollup.harness.NewestState;
import io.cradle.rollup.harness.Settled;
import io.cradle.rollup.harness.Transactions;
import io.cradle.schemas.ProductFootprint;
import io.cradle.testkit.generate.GeneratorOptions;
import io.cradle.testkit.generate.NetworkGenerator;
import io.cradle.testkit.oracle.LogEntry;
import io.cradle.testkit.oracle.OracleSettings;
import io.cradle.testkit.oracle.PeriodKind;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Exactly-once delivery: a reader of committed records sees every publication once, whatever happens to the job. */
class ExactlyOnceTest {
    private static final OracleSettings SETTINGS =
            OracleSettings.defaults().withPeriods(PeriodKind.YEAR, ZoneOffset.UTC, Duration.ofDays(30_000), 1200);
    private static final List<String> NETWORKS = List.of("n0", "n1");
    private static final int FAILURES = 3;
    private static final int MANY = 12;

    @TempDir
    private Path directory;

    @Test
    void noPublicationIsSeenTwiceAndNoneIsLost() throws Exception {
        List<LogEntry> records =
                NetworkGenerator.generate(31, GeneratorOptions.everything().size(NETWORKS.size(), 5, 2, 160));
        try (KafkaRun run = KafkaRun.onNewBroker()) {
            run.start(settings(), 2);
            for (int failure = 0; failure < FAILURES; failure++) {
                Settled.publishAndAwait(run, part(records, 2 * failure), NETWORKS, SETTINGS);
                publishAndFail(run, part(records, 2 * failure + 1));
                Transactions.leaveOpen(run.access(), "cradle-" + failure % 2 + "-7");
                run.resume(settings(), 2, NewestState.below(directory));
            }
            List<ProductFootprint> published =
                    Settled.publishAndAwait(run, part(records, 2 * FAILURES), NETWORKS, SETTINGS);
            assertEquals(List.of(), twice(published));
            Judgement.assertRight(published, run.log(), SETTINGS, 100, "exactly once");
            assertTransactionalIdsAreUsedAgain(run);
        }
    }

    /** The job fails when it has written publications that no checkpoint need have seen. */
    private static void publishAndFail(KafkaRun run, List<LogEntry> records) throws Exception {
        long before = Transactions.written(run.access());
        run.publish(LogRecords.of(records, run.catalog()));
        run.await("uncommitted publications", () -> Transactions.written(run.access()) > before);
        run.abandon();
    }

    private void assertTransactionalIdsAreUsedAgain(KafkaRun run) throws Exception {
        run.await("as many checkpoints as ids would be too many", () -> checkpoints() > MANY);
        Set<String> ids = Transactions.ids(run.access());
        assertTrue(ids.size() < MANY, () -> checkpoints() + " checkpoints used the ids " + ids);
    }

    private int checkpoints() {
        return Integer.parseInt(NewestState.below(directory).replaceFirst(".*/chk-", ""));
    }

    @Test
    void aTimeoutBeyondTheBrokersLimitIsRefused() {
        try (KafkaRun run = KafkaRun.onNewBroker()) {
            KafkaDoorException refused = Assertions.assertThrows(
                    KafkaDoorException.class,
                    () -> run.start(settings().with(Options.TRANSACTION_TIMEOUT, "16 min"), 1));
            assertTrue(
                    refused.getMessage().contains("960000 ms")
                            && refused.getMessage().contains("transaction.max.timeout.ms=900000"),
                    refused.getMessage());
        }
    }

    @Test
    void aTimeoutThatCheckpointsCannotMeetIsRefused() {
        Settings settings = settings().with(Options.CHECKPOINT_INTERVAL, "5 min");
        SettingException refused = Assertions.assertThrows(SettingException.class, settings::transactionTimeout);
        assertTrue(refused.getMessage().contains("is 10 min"), refused.getMessage());
        assertTrue(refused.getMessage().contains("set it to 11 min or more"), refused.getMessage());
        assertEquals(
                Duration.ofMinutes(11),
                settings.with(Options.TRANSACTION_TIMEOUT, "11 min").transactionTimeout());
    }

    private Settings settings() {
        return LogRecords.settings(SETTINGS)
                .with(Options.DELIVERY, "exactly-once")
                .with(Options.CHECKPOINT_INTERVAL, "1 s")
                .with(Options.CHECKPOINT_DIRECTORY, directory.toUri().toString());
    }

    private static List<LogEntry> part(List<LogEntry> records, int part) {
        int parts = 2 * FAILURES + 1;
        return records.subList(records.size() * part / parts, records.size() * (part + 1) / parts);
    }

    private static List<String> twice(List<ProductFootprint> published) {
        Set<String> seen = new TreeSet<>();
        List<String> twice = new ArrayList<>();
        for (ProductFootprint one : published) {
            String place =
                    one.getNetwork() + "/" + one.getProduct() + "/" + one.getPeriod() + " as of " + one.getAsOf();
            if (!seen.add(place)) {
                twice.add(place);
            }
        }
        return twice;
    }
}
