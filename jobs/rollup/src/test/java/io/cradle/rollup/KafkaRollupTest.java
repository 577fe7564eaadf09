package io.cradle.rollup;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.cradle.rollup.config.Settings;
import io.cradle.rollup.harness.CsvLog;
import io.cradle.rollup.harness.FileRun;
import io.cradle.rollup.harness.FootprintRows;
import io.cradle.rollup.harness.Judgement;
import io.cradle.rollup.harness.KafkaRun;
import io.cradle.rollup.harness.LogRecords;
import io.cradle.rollup.harness.Series;
import io.cradle.rollup.harness.Settled;
import io.cradle.schemas.ProductFootprint;
import io.cradle.schemas.wire.OutputTopic;
import io.cradle.testkit.generate.Feature;
import io.cradle.testkit.generate.GeneratorOptions;
import io.cradle.testkit.generate.NetworkGenerator;
import io.cradle.testkit.oracle.LogEntry;
import io.cradle.testkit.oracle.OracleSettings;
import io.cradle.testkit.oracle.PeriodKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole job on Kafka: the broker stamps the log, ticks end the epochs. */
class KafkaRollupTest {
    /** Periods that stay open and retained whatever the date of the run. */
    private static final OracleSettings SETTINGS =
            OracleSettings.defaults().withPeriods(PeriodKind.QUARTER, ZoneOffset.UTC, Duration.ofDays(30_000), 1200);

    private static final int BURSTS = 3;

    @TempDir
    private Path directory;

    @Test
    void figuresAreAFunctionOfTheLogThatTheBrokerStamped() throws Exception {
        List<LogEntry> records =
                NetworkGenerator.generate(11, GeneratorOptions.everything().without(Feature.DIRTY));
        Settings settings = LogRecords.settings(SETTINGS);
        try (KafkaRun run = KafkaRun.onNewBroker()) {
            run.start(settings, 2);
            List<ProductFootprint> published = new ArrayList<>();
            for (int burst = 0; burst < BURSTS; burst++) {
                List<LogEntry> part =
                        records.subList(records.size() * burst / BURSTS, records.size() * (burst + 1) / BURSTS);
                published = Settled.publishAndAwait(run, part, List.of("n0", "n1"), SETTINGS);
            }
            List<LogEntry> log = run.log();
            assertEquals(records.size() + 2 * BURSTS, log.size(), "ticks are no records");
            Judgement.assertRight(published, log, SETTINGS, 50, "on Kafka");
            latestAre(run, published);
            filesSayTheSame(log, settings, published);
        }
    }

    private static void latestAre(KafkaRun run, List<ProductFootprint> published) throws Exception {
        run.await("the newest publications on latest-product-footprints", () -> Series.differenceAtLast(
                        published, run.records(OutputTopic.LATEST_PRODUCT_FOOTPRINTS, ProductFootprint.class))
                .isEmpty());
    }

    private void filesSayTheSame(List<LogEntry> log, Settings settings, List<ProductFootprint> published)
            throws Exception {
        Path input = Files.createDirectory(directory.resolve("in"));
        List<LogEntry> asRead = CsvLog.write(input, CsvLog.expressible(log), true);
        List<Map<String, String>> rows =
                FileRun.of(input, directory.resolve("out"), settings, 2).footprints();
        FootprintRows.assertRight(rows, asRead, SETTINGS, "on files");
        Map<String, Map<String, String>> lastRows = new HashMap<>();
        rows.forEach(row -> lastRows.put(row.get("network") + "/" + row.get("product") + "/" + row.get("period"), row));
        Map<String, ProductFootprint> last = Series.last(published);
        assertEquals(last.keySet(), lastRows.keySet(), "the same footprints through files");
        last.forEach((key, footprint) -> {
            Map<String, String> row = lastRows.get(key);
            assertEquals(footprint.getStatus(), row.get("status"), key);
            if (footprint.getFigures() == null) {
                assertEquals("", row.get("pcf_excluding_biogenic_uptake"), key);
            } else {
                assertEquals(
                        footprint.getFigures().getPcfExcludingBiogenicUptake(),
                        Double.parseDouble(row.get("pcf_excluding_biogenic_uptake")),
                        1e-9 * footprint.getFigures().getGross(),
                        key);
            }
        });
    }
}
