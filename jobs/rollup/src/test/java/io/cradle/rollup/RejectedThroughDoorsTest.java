package io.cradle.rollup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cradle.core.RejectReason;
import io.cradle.rollup.config.Options;
import io.cradle.rollup.config.Settings;
import io.cradle.rollup.harness.CsvLog;
import io.cradle.rollup.harness.Fault;
import io.cradle.rollup.harness.Faults;
import io.cradle.rollup.harness.FileRun;
import io.cradle.rollup.harness.JobHarness;
import io.cradle.rollup.harness.KafkaRun;
import io.cradle.rollup.harness.LogRecords;
import io.cradle.rollup.harness.Series;
import io.cradle.schemas.ProductFootprint;
import io.cradle.schemas.RejectedRecord;
import io.cradle.schemas.wire.OutputTopic;
import io.cradle.testkit.generate.LogBuilder;
import io.cradle.testkit.oracle.LogEntry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All faults at once through whole jobs: each is on rejected-records, and the figures are those of the good records. */
class RejectedThroughDoorsTest {
    /** Nothing closes, so that the last figures do not depend on when the records were written. */
    private static final Settings SETTINGS =
            Settings.of(Map.of("reporting.retention-months", "600", "reporting.grace", "30000 d"));

    @TempDir
    private Path directory;

    @Test
    void throughFiles() throws Exception {
        Path input = Files.createDirectory(directory.resolve("in"));
        List<Fault> faults = Faults.all().stream()
                .filter(fault -> fault.record().isPresent())
                .toList();
        CsvLog.write(input, log(faults), true);
        Files.writeString(
                input.resolve("activity-records.csv"),
                "n,raw,k,yesterday,2024-03-03T00:00:00Z,flow,ore,5,kg,,,,,,,2024-04-02T00:00:00Z\n",
                StandardOpenOption.APPEND);
        FileRun run = FileRun.of(input, directory.resolve("out"), SETTINGS, 2);
        Map<String, List<String>> found = new HashMap<>();
        for (Map<String, String> row : run.rejections()) {
            assertEquals(row.get("topic") + ".csv", row.get("file"));
            found.put(row.get("topic") + " " + row.get("key"), List.of(row.get("reason"), row.get("detail")));
        }
        List<String> undecodable = found.remove("activity-records n/raw");
        assertNotNull(undecodable, "the line that cannot be read");
        assertEquals(RejectReason.UNDECODABLE.code(), undecodable.get(0));
        assertTrue(
                undecodable.get(1).contains("start") && undecodable.get(1).contains("yesterday"),
                undecodable::toString);
        assertFound(faults, found);
        double last = 0;
        for (Map<String, String> row : run.footprints()) {
            last = row.get("period").equals("2024-03")
                    ? Double.parseDouble(row.get("pcf_excluding_biogenic_uptake"))
                    : last;
        }
        assertEquals(lastOfGoodRecords(), last, 1e-9);
    }

    @Test
    void throughKafka() throws Exception {
        Settings settings = SETTINGS.with(Options.PARKING, "1 s");
        try (KafkaRun run = KafkaRun.onNewBroker()) {
            run.publish(LogRecords.of(entries(Faults.before()), run.catalog()));
            run.publish(Faults.all().stream()
                    .map(fault -> fault.at(0, 0, 0, run.catalog()))
                    .toList());
            run.publish(LogRecords.of(entries(Faults.after()), run.catalog()));
            run.start(settings, 2);
            run.await(
                    "one rejected record for every fault",
                    () -> rejected(run).size() >= Faults.all().size());
            assertFound(Faults.all(), rejected(run));
            double expected = lastOfGoodRecords();
            run.await(
                    "the figure of the good records, " + expected,
                    () ->
                            Series.last(run.records(OutputTopic.PRODUCT_FOOTPRINTS, ProductFootprint.class))
                                    .values()
                                    .stream()
                                    .filter(one -> one.getPeriod().equals("2024-03"))
                                    .anyMatch(one -> Math.abs(pcf(one) - expected) < 1e-9));
        }
    }

    private static Map<String, List<String>> rejected(KafkaRun run) {
        Map<String, List<String>> found = new HashMap<>();
        for (RejectedRecord one : run.records(OutputTopic.REJECTED_RECORDS, RejectedRecord.class)) {
            found.put(
                    one.getTopic() + " "
                            + StandardCharsets.UTF_8.decode(one.getKey().duplicate()),
                    List.of(one.getReason(), one.getDetail()));
        }
        return found;
    }

    /** Every fault is found with its reason and a detail that names what is wrong, and nothing else is. */
    private static void assertFound(List<Fault> faults, Map<String, List<String>> found) {
        Map<String, String> expected = new HashMap<>();
        Map<String, String> reasons = new HashMap<>();
        faults.forEach(fault -> expected.put(fault.place(), fault.reason().code()));
        found.forEach((place, reason) -> reasons.put(place, reason.get(0)));
        assertEquals(expected, reasons);
        for (Fault fault : faults) {
            String detail = found.get(fault.place()).get(1);
            fault.says().forEach(part -> assertTrue(detail.contains(part), () -> part + " is not in: " + detail));
        }
    }

    private static double lastOfGoodRecords() throws Exception {
        try (JobHarness job = new JobHarness(SETTINGS)) {
            job.run(LogRecords.of(log(List.of())));
            return pcf(Series.last(job.footprints()).get("n/p/2024-03"));
        }
    }

    private static double pcf(ProductFootprint footprint) {
        return footprint.getFigures().getPcfExcludingBiogenicUptake();
    }

    private static List<LogEntry> log(List<Fault> faults) {
        LogBuilder log = new LogBuilder(1);
        log.at("2024-04-01T10:00:00Z").put(Faults.before().toArray(SpecificRecord[]::new));
        log.at("2024-04-01T10:30:00Z");
        faults.forEach(fault -> log.put(fault.record().orElseThrow()));
        log.at("2024-04-01T11:00:00Z").put(Faults.after().toArray(SpecificRecord[]::new));
        return log.entries();
    }

    private static List<LogEntry> entries(List<SpecificRecord> records) {
        return new ArrayList<>(
                new LogBuilder(1).put(records.toArray(SpecificRecord[]::new)).entries());
    }
}
