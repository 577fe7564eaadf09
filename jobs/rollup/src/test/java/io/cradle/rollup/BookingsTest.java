package io.cradle.rollup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cradle.connectors.kafka.Published;
import io.cradle.rollup.config.Settings;
import io.cradle.rollup.harness.BookingCheck;
import io.cradle.rollup.harness.Bookings;
import io.cradle.rollup.harness.EpochCounts;
import io.cradle.rollup.harness.Framing;
import io.cradle.rollup.harness.Judgement;
import io.cradle.rollup.harness.KafkaRun;
import io.cradle.rollup.harness.LogRecords;
import io.cradle.rollup.harness.ProofSize;
import io.cradle.schemas.EmissionFactor;
import io.cradle.schemas.ProductFootprint;
import io.cradle.schemas.wire.LogRecord;
import io.cradle.schemas.wire.OutputTopic;
import io.cradle.testkit.oracle.LogEntry;
import io.cradle.testkit.oracle.OracleSettings;
import io.cradle.testkit.oracle.PeriodKind;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Totals of credits and debits while transactions stream in through Kafka: a total that mixes two moments shows at once,
 * because the balances of all accounts must add up to nothing.
 */
class BookingsTest {
    private static final long EPOCH_MS = 200;
    private static final OracleSettings SETTINGS = OracleSettings.defaults()
            .withPeriods(PeriodKind.YEAR, ZoneOffset.UTC, Duration.ofDays(30_000), 1200)
            .withEpochs(EPOCH_MS, Duration.ofDays(7));
    private static final List<String> NETWORKS = IntStream.range(0, ProofSize.of(60, 500))
            .mapToObj(i -> String.format("n%03d", i))
            .toList();
    private static final int ROUNDS = ProofSize.of(60, 260);
    private static final int COIN_EVERY = 10;
    private static final String JUDGED_BY_ORACLE = NETWORKS.get(0);

    private final Bookings bookings = new Bookings(5);
    private final BookingCheck check = new BookingCheck();
    private final EpochCounts counts = new EpochCounts();
    private final List<ProductFootprint> ofOne = new ArrayList<>();

    @Test
    void everyPublishedTotalIsTheBalanceOfItsInputs() throws Exception {
        Settings settings = LogRecords.settings(SETTINGS);
        try (KafkaRun run = KafkaRun.onNewBroker()) {
            run.start(settings, 2);
            stream(run);
            List<LogEntry> log = run.log();
            Map<String, NavigableMap<Long, Double>> due = BookingCheck.turnovers(log, SETTINGS);
            run.follow("the total of every epoch with a transaction", this::read, () -> isComplete(due));
            List<String> wrong = check.judge(due);
            ProofSize.report(
                    "transactions: %,d records, %,d totals among %,d publications, %,d comparisons, %,d wrong",
                    log.size(), check.totals(), check.publications(), check.checked(), wrong.size());
            assertEquals(List.of(), wrong.stream().limit(10).toList());
            assertTrue(check.totals() >= NETWORKS.size() * ROUNDS * 3 / 4, check.totals() + " totals");
            Judgement.assertRight(
                    ofOne,
                    log.stream()
                            .filter(entry -> entry.value() instanceof EmissionFactor
                                    || network(entry).equals(JUDGED_BY_ORACLE))
                            .toList(),
                    SETTINGS,
                    ROUNDS,
                    JUDGED_BY_ORACLE);
        }
    }

    /** One transaction of every network per epoch; now and then the coin changes too. */
    private void stream(KafkaRun run) throws Exception {
        Framing framing = new Framing(run.catalog());
        List<LogRecord> records = new ArrayList<>();
        records.add(framing.frame(bookings.coin(), 0));
        NETWORKS.forEach(network -> bookings.network(network).forEach(record -> records.add(framing.frame(record, 0))));
        run.publish(records);
        for (int round = 1; round <= ROUNDS; round++) {
            records.clear();
            if (round % COIN_EVERY == 0) {
                records.add(framing.frame(bookings.coin(), 0));
            }
            NETWORKS.forEach(network -> records.add(framing.frame(bookings.transaction(network), 0)));
            run.publish(records);
            long nextEpochMs = SETTINGS.epochEnd(System.currentTimeMillis()) + 1;
            run.follow("the next epoch", this::read, () -> System.currentTimeMillis() >= nextEpochMs);
        }
    }

    private boolean isComplete(Map<String, NavigableMap<Long, Double>> due) {
        return due.entrySet().stream().allMatch(network -> network.getValue().keySet().stream()
                .allMatch(asOf -> counts.isComplete(network.getKey(), asOf)));
    }

    private void read(Published one) {
        counts.read(one);
        if (one.topic() == OutputTopic.PRODUCT_FOOTPRINTS) {
            ProductFootprint footprint = (ProductFootprint) one.record();
            check.add(footprint);
            if (footprint.getNetwork().equals(JUDGED_BY_ORACLE)) {
                ofOne.add(footprint);
            }
        }
    }

    private static String network(LogEntry entry) {
        return entry.key().substring(0, entry.key().indexOf('/'));
    }
}
