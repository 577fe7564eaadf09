package io.cradle.testkit.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cradle.schemas.wire.InputTopic;
import io.cradle.testkit.oracle.LogEntry;
import java.util.List;
import org.junit.jupiter.api.Test;

class LogShrinkerTest {
    private static final List<LogEntry> LOG = NetworkGenerator.generate(9, GeneratorOptions.everything());

    /** A failure that needs a deletion and a reading of the second network, in whatever order. */
    private static boolean fails(List<LogEntry> log) {
        return log.stream().anyMatch(LogEntry::isDeletion)
                && log.stream()
                        .anyMatch(entry -> entry.topic() == InputTopic.METER_READINGS
                                && entry.key().startsWith("n1/"));
    }

    @Test
    void leavesOnlyWhatFails() {
        List<LogEntry> small = LogShrinker.shrink(LOG, LogShrinkerTest::fails, 1000);
        assertTrue(fails(small));
        assertEquals(2, small.size(), () -> LogPrinter.print(small));
    }

    @Test
    void stopsInTime() {
        List<LogEntry> small = LogShrinker.shrink(LOG, LogShrinkerTest::fails, 5);
        assertTrue(fails(small));
        assertTrue(small.size() < LOG.size());
    }

    @Test
    void refusesALogThatDoesNotFail() {
        assertThrows(IllegalArgumentException.class, () -> LogShrinker.shrink(LOG, log -> false, 10));
    }

    @Test
    void printsOneLinePerRecord() {
        LogBuilder log = new LogBuilder(1).at("2024-01-15T00:00:00Z");
        log.put(Records.bill("n", "p", "kg", "2023-01-01", Records.line("gas", "CO2", "1", "kg")));
        log.delete(InputTopic.PRODUCTION_RECORDS, "n", "o/1");
        assertEquals("""
                2024-01-15T00:00:00Z bills-of-materials/0/0 n/p/2023-01-01: declared_unit=kg, \
                lines=[{input_kind=gas, input=CO2, amount=1, unit=kg}]
                2024-01-15T00:00:00Z production-records/0/0 n/o%2F1: deleted""", LogPrinter.print(log.entries()));
    }
}
