package io.cradle.rollup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cradle.core.RejectReason;
import io.cradle.rollup.config.Settings;
import io.cradle.rollup.harness.Fault;
import io.cradle.rollup.harness.Faults;
import io.cradle.rollup.harness.JobHarness;
import io.cradle.rollup.harness.LogRecords;
import io.cradle.rollup.harness.Series;
import io.cradle.schemas.ProductFootprint;
import io.cradle.schemas.RejectedRecord;
import io.cradle.schemas.wire.LogRecord;
import io.cradle.schemas.wire.OutputTopic;
import io.cradle.schemas.wire.SchemaCatalog;
import io.cradle.testkit.generate.LogBuilder;
import io.cradle.testkit.oracle.LogEntry;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A record that cannot be used is set aside with its reason, and the figures are as if it had not been there. */
class RejectReasonsTest {
    private static final Settings SETTINGS =
            Settings.of(Map.of("reporting.retention-months", "600", "reporting.grace", "30000 d"));
    private static final String BEFORE = "2024-04-01T10:00:00Z";
    private static final String AFTER = "2024-04-01T11:00:00Z";
    private static final String EXPIRED = "2024-04-09T00:00:00Z";

    static Stream<Fault> faults() {
        return Faults.all().stream();
    }

    @Test
    void everyReasonHasItsFault() {
        assertEquals(Arrays.asList(RejectReason.values()), Faults.reasons(Faults.all()));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void isNamedAndChangesNothing(Fault fault) throws Exception {
        List<ProductFootprint> expected;
        try (JobHarness without = new JobHarness(SETTINGS)) {
            expected = run(without, List.of()).footprints();
        }
        try (JobHarness with = new JobHarness(SETTINGS)) {
            run(with, List.of(fault));
            assertEquals("", Series.difference(expected, with.footprints()));
            List<RejectedRecord> rejected = with.records(OutputTopic.REJECTED_RECORDS, RejectedRecord.class);
            assertEquals(1, rejected.size(), rejected::toString);
            RejectedRecord record = rejected.get(0);
            assertEquals(fault.reason().code(), record.getReason(), record::getDetail);
            assertEquals(fault.place(), record.getTopic() + " " + StandardCharsets.UTF_8.decode(record.getKey()));
            for (String fragment : fault.says()) {
                assertTrue(
                        record.getDetail().contains(fragment),
                        () -> "'" + fragment + "' is not in: " + record.getDetail());
            }
        }
        assertTrue(expected.size() >= 2, "the good records must have figures that change");
    }

    /** Good records, the faults, good records, and a day on which whatever was parked has expired. */
    private static JobHarness run(JobHarness job, List<Fault> faults) throws Exception {
        List<LogRecord> log = new ArrayList<>(LogRecords.of(good(BEFORE, Faults.before(), 0)));
        long timeMs = log.get(0).appendTimeMs() + 60_000;
        for (Fault fault : faults) {
            log.add(fault.at(0, 100, timeMs, SchemaCatalog.bundled()));
        }
        log.addAll(LogRecords.of(good(AFTER, Faults.after(), 200)));
        log.addAll(LogRecords.of(good(EXPIRED, List.of(Faults.after().get(0)), 300)));
        return job.run(log);
    }

    private static List<LogEntry> good(String at, List<SpecificRecord> records, long firstOffset) {
        return new LogBuilder(1)
                .at(at).put(records.toArray(SpecificRecord[]::new)).entries().stream()
                        .map(entry -> entry.at(0, firstOffset + entry.offset(), entry.logTimeMs()))
                        .toList();
    }
}
