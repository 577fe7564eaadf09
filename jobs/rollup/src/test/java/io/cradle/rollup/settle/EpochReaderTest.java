package io.cradle.rollup.settle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cradle.core.RejectedException;
import io.cradle.core.network.Change;
import io.cradle.rollup.emit.AppliedPositions;
import io.cradle.rollup.intake.ChangeReader;
import io.cradle.rollup.intake.KeyedChange;
import io.cradle.rollup.intake.Plausibility;
import io.cradle.rollup.intake.RecordCursor;
import io.cradle.schemas.MeterReading;
import io.cradle.schemas.wire.InputTopic;
import io.cradle.schemas.wire.RecordKey;
import io.cradle.schemas.wire.SchemaCatalog;
import io.cradle.schemas.wire.WireFormat;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Readings become rows as long as all of an epoch can. */
class EpochReaderTest {
    private static final int READINGS = 5_000;

    private final SchemaCatalog catalog = SchemaCatalog.bundled();
    private final WireFormat wire = new WireFormat(catalog);
    private final ChangeReader reader = new ChangeReader(catalog, Plausibility.NONE);
    private final EpochReader epoch = new EpochReader(reader, this::change);
    private final PackedRecords records = new PackedRecords(new PagePool());

    private Change change(RecordCursor record) {
        try {
            return reader.read(record.topic(), record.position(), record.key(), record.value());
        } catch (RejectedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void usualReadingsBecomeRowsThatAreFoundAgain() {
        add(READINGS);
        epoch.read(records, new AppliedPositions());
        assertEquals(READINGS, epoch.rows().size());
        assertTrue(epoch.changes().isEmpty());
        assertTrue(epoch.rows().isInOrder());
        // Place after place: more than one page of them.
        assertTrue(records.pages().size() > 1);
        long[] offset = {0};
        records.forEach((record, place) -> {
            assertEquals(offset[0]++, record.offset());
            assertEquals(record.position(), records.at(place).position());
        });
    }

    @Test
    void oneThatDeletesMakesChangesOfAll() {
        add(READINGS);
        byte[] key = "plant/meter-1".getBytes(StandardCharsets.UTF_8);
        records.add(new KeyedChange("plant", InputTopic.METER_READINGS, 0, READINGS, READINGS, key, null));
        epoch.read(records, new AppliedPositions());
        assertEquals(0, epoch.rows().size());
        assertEquals(READINGS + 1, epoch.changes().size());
    }

    @Test
    void readingsOutOfOrderAreChanges() {
        add(2);
        MeterReading late = reading(7);
        records.add(record(late, 0));
        records.add(record(reading(7 + 50), 0));
        epoch.read(records, new AppliedPositions());
        assertEquals(0, epoch.rows().size());
        assertEquals(4, epoch.changes().size());
    }

    private void add(int count) {
        for (int i = 0; i < count; i++) {
            records.add(record(reading(i), i));
        }
    }

    private KeyedChange record(MeterReading reading, int offset) {
        return new KeyedChange(
                "plant",
                InputTopic.METER_READINGS,
                0,
                offset,
                offset,
                RecordKey.of(InputTopic.METER_READINGS, reading).getBytes(StandardCharsets.UTF_8),
                wire.encode(InputTopic.METER_READINGS.topicName(), reading));
    }

    private static MeterReading reading(int number) {
        Instant start = Instant.parse("2024-01-01T00:00:00Z").plusSeconds(900L * number);
        return MeterReading.newBuilder()
                .setNetwork("plant")
                .setMeter("meter-" + number % 50)
                .setStart(start)
                .setEnd(start.plusSeconds(900))
                .setValue("12.5")
                .setUnit("kW.h")
                .build();
    }
}
