package io.cradle.testkit.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.cradle.schemas.MeterReading;
import io.cradle.schemas.wire.InputTopic;
import io.cradle.schemas.wire.LogRecord;
import io.cradle.schemas.wire.RecordKey;
import io.cradle.schemas.wire.SchemaCatalog;
import io.cradle.schemas.wire.WireFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LogDecoderTest {
    private static final SchemaCatalog CATALOG = SchemaCatalog.bundled();
    private static final byte[] GARBLED = {1, 2, 3, 4, 5, 6};

    private final LogDecoder decoder = new LogDecoder(CATALOG);
    private long offset;

    @Test
    void recordsAndDeletionsBecomeEntriesInOrderOfLogTime() {
        MeterReading reading = MeterReading.newBuilder()
                .setNetwork("n")
                .setMeter("m")
                .setValue("1")
                .build();
        add("n/m", null, 9);
        add("n/m", new WireFormat(CATALOG).encode("meter-readings", reading), 5);
        decoder.add(LogRecord.tick(InputTopic.METER_READINGS, 0, offset++, 7));
        DecodedLog log = decoder.log();
        assertEquals(
                List.of(
                        new LogEntry(InputTopic.METER_READINGS, 0, 1, 5, "n/m", reading),
                        new LogEntry(InputTopic.METER_READINGS, 0, 0, 9, "n/m", null)),
                log.entries());
        assertEquals(Map.of(), log.rejected());
    }

    @Test
    void whatDoesNotDecodeIsRejectedWithItsReason() {
        add("n/m", GARBLED, 0);
        add("n/m", new byte[] {0, 0, 0, 99, 99, 1}, 0);
        add(null, GARBLED, 0);
        add("n", GARBLED, 0);
        add("n/m/x", GARBLED, 0);
        decoder.add(new LogRecord(
                InputTopic.METER_READINGS,
                0,
                offset++,
                0,
                null,
                GARBLED,
                false,
                new LogRecord.Fault("not-a-number", "line 7")));
        assertEquals(
                Map.of(
                        "meter-readings/0/0", Reason.UNDECODABLE,
                        "meter-readings/0/1", Reason.UNKNOWN_SCHEMA,
                        "meter-readings/0/2", Reason.MISSING_FIELD,
                        "meter-readings/0/3", Reason.MISSING_FIELD,
                        "meter-readings/0/4", Reason.UNDECODABLE,
                        "meter-readings/0/5", Reason.NOT_A_NUMBER),
                decoder.log().rejected());
        assertEquals(List.of(), decoder.log().entries());
    }

    private void add(String key, byte[] value, long logTimeMs) {
        decoder.add(LogRecord.of(
                InputTopic.METER_READINGS, 0, offset++, logTimeMs, key == null ? null : RecordKey.bytes(key), value));
    }
}
