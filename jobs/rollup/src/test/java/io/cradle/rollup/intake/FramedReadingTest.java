package io.cradle.rollup.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cradle.core.Position;
import io.cradle.core.RejectedException;
import io.cradle.rollup.config.Settings;
import io.cradle.schemas.MeterReading;
import io.cradle.schemas.wire.InputTopic;
import io.cradle.schemas.wire.RecordKey;
import io.cradle.schemas.wire.SchemaCatalog;
import io.cradle.schemas.wire.WireFormat;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

/** Readings that are read straight from their bytes are what the general way makes of them, or are left to it. */
class FramedReadingTest {
    private static final Position AT = new Position(1_700_000_000_000L, "meter-readings", 0, 7);
    private static final Plausibility LIMITS = Plausibility.of(Settings.of(Map.of()));

    private final SchemaCatalog catalog = SchemaCatalog.bundled();
    private final WireFormat wire = new WireFormat(catalog);
    private final FramedReading framed = new FramedReading(catalog, LIMITS);
    private final ChangeReader general = new ChangeReader(new Renamed(catalog), LIMITS);
    private final Random random = new Random(17);

    /** The same schemas, to which something is added that no bytes show: none is taken for that of this build. */
    private record Renamed(SchemaCatalog catalog) implements SchemaCatalog {
        @Override
        public Optional<Schema> schema(int id) {
            return catalog.schema(id).map(schema -> {
                Schema other = new Schema.Parser().parse(schema.toString());
                other.addProp("of", "another build");
                return other;
            });
        }

        @Override
        public int id(String topicName) {
            return catalog.id(topicName);
        }
    }

    @Test
    void usualReadingsAreRead() {
        int read = 0;
        for (int i = 0; i < 5_000; i++) {
            MeterReading reading = usual();
            String framedSays = framed(key(reading), value(reading));
            read += framedSays.startsWith("ReadingChange") ? 1 : 0;
            assertEquals(general(key(reading), value(reading)), framedSays);
        }
        assertTrue(read > 4_000, read + " of 5000 were read");
    }

    @Test
    void spoiltReadingsAreReadAlikeOrLeftAlone() {
        int left = 0;
        for (int i = 0; i < 60_000; i++) {
            MeterReading reading = random.nextInt(3) == 0 ? odd() : usual();
            byte[] key = key(reading);
            byte[] value = spoilt(value(reading));
            String framedSays = framed(random.nextInt(10) == 0 ? spoilt(key) : key, value);
            if (framedSays == null) {
                left++;
            } else {
                assertEquals(general(lastKey, value), framedSays);
            }
        }
        assertTrue(left > 5_000 && left < 55_000, left + " were left alone");
    }

    @Test
    void whatIsOfAnotherSchemaOrHasAnEscapedKeyIsLeftAlone() {
        MeterReading escaped = MeterReading.newBuilder(usual()).setMeter("a/b").build();
        assertNull(framed(key(escaped), value(escaped)));
        MeterReading reading = usual();
        byte[] otherId = value(reading);
        otherId[4]++;
        assertNull(framed(key(reading), otherId));
        assertTrue(framed(key(reading), value(reading)).startsWith("ReadingChange"));
    }

    private byte[] lastKey;

    private String framed(byte[] key, byte[] value) {
        lastKey = key;
        try {
            if (!framed.read(new Slice().moveTo(key), new Slice().moveTo(value))) {
                return null;
            }
            framed.judge(AT.logTimeMs());
            String said = framed.change(AT).toString();
            assertTrue(framed.readAgain(new Slice().moveTo(key), new Slice().moveTo(value)), said);
            assertEquals(said, framed.change(AT).toString());
            return said;
        } catch (RejectedException e) {
            return e.rejection().toString();
        }
    }

    private String general(byte[] key, byte[] value) {
        try {
            return general.read(InputTopic.METER_READINGS, AT, key, value).toString();
        } catch (RejectedException e) {
            return e.rejection().toString();
        }
    }

    private MeterReading usual() {
        Instant start = Instant.ofEpochMilli(AT.logTimeMs() - random.nextInt(1_000_000_000));
        return MeterReading.newBuilder()
                .setNetwork("plant-" + random.nextInt(3))
                .setMeter("Zähler " + random.nextInt(50))
                .setStart(random.nextInt(10) == 0 ? null : start)
                .setEnd(start.plusSeconds(random.nextInt(20) == 0 ? 40_000_000 : 900))
                .setValue((random.nextInt(20) == 0 ? "-" : "") + random.nextInt(100_000) + "." + random.nextInt(1_000))
                .setUnit(random.nextInt(3) == 0 ? null : random.nextInt(3) == 0 ? "MW.h" : "kW.h")
                .build();
    }

    private MeterReading odd() {
        MeterReading.Builder reading = MeterReading.newBuilder(usual());
        switch (random.nextInt(7)) {
            case 0 -> reading.setEnd(null);
            case 1 -> reading.setValue(random.nextBoolean() ? "" : "1e3");
            case 2 -> reading.setUnit(random.nextBoolean() ? " " : "no unit");
            case 3 -> reading.setMeter(random.nextBoolean() ? "a/b" : " ");
            case 4 -> reading.setValue("9".repeat(random.nextInt(1, 70)));
            case 5 -> reading.setEnd(Instant.ofEpochMilli(random.nextLong()));
            default -> reading.setUnit("");
        }
        return reading.build();
    }

    /** A byte changed, cut off, added or taken out; or nothing at all. */
    private byte[] spoilt(byte[] bytes) {
        int at = random.nextInt(bytes.length);
        byte[] other = bytes.clone();
        switch (random.nextInt(5)) {
            case 0 -> other[at] = (byte) random.nextInt();
            case 1 -> other = java.util.Arrays.copyOf(bytes, at);
            case 2 -> other = java.util.Arrays.copyOf(bytes, bytes.length + 1);
            case 3 -> System.arraycopy(bytes, at, other, Math.min(at + 1, bytes.length - 1), bytes.length - at - 1);
            default -> {}
        }
        return other;
    }

    private byte[] key(MeterReading reading) {
        return RecordKey.bytes(RecordKey.of(InputTopic.METER_READINGS, reading));
    }

    private byte[] value(MeterReading reading) {
        return wire.encode("meter-readings", reading);
    }
}
