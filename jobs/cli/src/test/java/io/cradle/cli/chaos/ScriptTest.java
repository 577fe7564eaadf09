package io.cradle.cli.chaos;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cradle.cli.chaos.ScriptedRecord.Manner;
import io.cradle.schemas.ProductionRecord;
import io.cradle.schemas.wire.InputTopic;
import io.cradle.schemas.wire.LogRecord;
import io.cradle.schemas.wire.SchemaCatalog;
import io.cradle.schemas.wire.WireException;
import io.cradle.schemas.wire.WireFormat;
import io.cradle.testkit.oracle.DecodedLog;
import io.cradle.testkit.oracle.LogDecoder;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ScriptTest {
    private static final Instant END = Instant.parse("2026-05-20T12:00:00Z");
    private static final Duration LASTING = Duration.ofSeconds(100);
    private static final Duration RESERVE = Duration.ofSeconds(60);

    @Test
    void aSeedDecides() {
        Script one = script(7);
        Script other = script(7);
        assertEquals(one.records().size(), other.records().size());
        for (int i = 0; i < one.records().size(); i++) {
            assertEquals(one.records().get(i).atMs(), other.records().get(i).atMs());
            assertArrayEquals(one.records().get(i).key(), other.records().get(i).key());
            assertArrayEquals(
                    one.records().get(i).value(), other.records().get(i).value());
        }
        assertNotEquals(times(script(8)), times(one));
    }

    private static List<Long> times(Script script) {
        return script.records().stream().map(ScriptedRecord::atMs).toList();
    }

    @Test
    void recordsComeTwiceOutOfOrderAndSpoiltInTheSharesPromised() {
        List<ScriptedRecord> records = script(7).records();
        double first = records.size() - count(records, Manner.AGAIN);
        assertEquals(0.10, count(records, Manner.AGAIN) / first, 0.02);
        assertEquals(0.30, count(records, Manner.HELD_BACK) / first, 0.03);
        assertEquals(0.01, count(records, Manner.SPOILT) / first, 0.005);
    }

    private static long count(List<ScriptedRecord> records, Manner manner) {
        return records.stream().filter(record -> record.manner() == manner).count();
    }

    @Test
    void recordsAreSentInTimeAndInOrder() {
        long before = 0;
        for (ScriptedRecord record : script(7).records()) {
            assertTrue(record.atMs() >= before);
            before = record.atMs();
        }
        assertTrue(before < LASTING.plus(RESERVE).plusSeconds(20).toMillis());
    }

    @Test
    void lastMonthClosesWhileItsDataArrive() {
        ChaosSetup setup = new ChaosSetup(7, LASTING, 3, 40, "heap", "at-least-once");
        Duration grace = Duration.ofMillis(
                Long.parseLong(setup.settings(END).get("reporting.grace").replace(" ms", "")));
        long closesAtMs = Duration.between(
                        END, Instant.parse("2026-05-01T00:00:00Z").plus(grace))
                .toMillis();
        assertTrue(aprilIsReported(0, closesAtMs) > 10, "before");
        assertTrue(aprilIsReported(closesAtMs, LASTING.toMillis()) > 10, "after");
    }

    private static long aprilIsReported(long fromMs, long toMs) {
        return script(7).records().stream()
                .filter(record -> record.atMs() >= fromMs && record.atMs() < toMs)
                .filter(record -> record.topic() == InputTopic.PRODUCTION_RECORDS && record.value() != null)
                .filter(ScriptTest::isOfApril)
                .count();
    }

    private static boolean isOfApril(ScriptedRecord record) {
        try {
            ProductionRecord production = (ProductionRecord) new WireFormat(SchemaCatalog.bundled())
                    .decode(record.value(), InputTopic.PRODUCTION_RECORDS.schema());
            return production.getEnd().toString().startsWith("2026-04");
        } catch (WireException e) {
            return false;
        }
    }

    @Test
    void someOfTheSpoiltRecordsCannotBeReadAndAllTopicsAreThere() {
        LogDecoder decoder = new LogDecoder(SchemaCatalog.bundled());
        Set<Object> topics = new HashSet<>();
        long offset = 0;
        for (ScriptedRecord record : script(7).records()) {
            topics.add(record.topic());
            decoder.add(LogRecord.of(record.topic(), 0, offset++, record.atMs(), record.key(), record.value()));
        }
        DecodedLog log = decoder.log();
        assertTrue(log.rejected().size() >= 10, log.rejected().size() + " do not decode");
        assertTrue(log.entries().size() > 3_000);
        assertEquals(8, topics.size());
    }

    private static Script script(long seed) {
        return Script.of(seed, 3, 40, LASTING, RESERVE, END, SchemaCatalog.bundled());
    }
}
