package io.cradle.schemas.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cradle.schemas.MeterDay;
import io.cradle.schemas.MeterReading;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.junit.jupiter.api.Test;

class StateFormatTest {
    /** As an earlier version might have written a day: with a field that is no more, and in another order. */
    private static final Schema EARLIER = SchemaBuilder.record("MeterDay")
            .namespace(MeterDay.getClassSchema().getNamespace())
            .fields()
            .requiredLong("was")
            .requiredBytes("packed")
            .requiredString("unit")
            .endRecord();

    private final byte[] bytesOfEarlier = bytesOfEarlier();

    @Test
    void whatAnEarlierVersionWroteIsRead() {
        StateFormat<MeterDay> format = new StateFormat<>(MeterDay.getClassSchema(), List.of(EARLIER));
        assertEquals(day(), format.decode(bytesOfEarlier));
        assertEquals(day(), format.decode(format.encode(day())));
    }

    @Test
    void whatAnUnknownVersionWroteIsSaidToBeSo() {
        StateFormat<MeterDay> format = StateFormat.of(MeterDay.getClassSchema());
        UncheckedIOException refusal = assertThrows(UncheckedIOException.class, () -> format.decode(bytesOfEarlier));
        assertTrue(
                refusal.getMessage().contains("a MeterDay of a version that this one does not know"),
                refusal::getMessage);
    }

    @Test
    void whatIsNoRecordIsRefused() {
        StateFormat<MeterDay> format = StateFormat.of(MeterDay.getClassSchema());
        assertThrows(UncheckedIOException.class, () -> format.decode(new byte[] {1, 2, 3}));
        assertThrows(IllegalArgumentException.class, () -> StateFormat.of(MeterReading.getClassSchema()));
    }

    @Test
    void recordsThatStandOneAfterTheOtherAreRead() {
        StateFormat<MeterDay> format = StateFormat.of(MeterDay.getClassSchema());
        byte[] one = format.encode(day());
        byte[] body = Arrays.copyOfRange(one, 10, one.length);
        byte[] three = ByteBuffer.allocate(3 * body.length + 4)
                .put(body)
                .put(body)
                .put(body)
                .array();
        assertEquals(List.of(day(), day(), day()), format.decodeAll(format.frameAll(three, 3 * body.length)));
        assertEquals(List.of(day()), format.decodeAll(one), "one is framed like many");
        assertEquals(List.of(), format.decodeAll(format.frameAll(three, 0)));
    }

    @Test
    void manyRecordsOfAnEarlierVersionAreRead() {
        StateFormat<MeterDay> format = new StateFormat<>(MeterDay.getClassSchema(), List.of(EARLIER));
        byte[] twice = Arrays.copyOf(bytesOfEarlier, 2 * bytesOfEarlier.length - 10);
        System.arraycopy(bytesOfEarlier, 10, twice, bytesOfEarlier.length, bytesOfEarlier.length - 10);
        assertEquals(List.of(day(), day()), format.decodeAll(twice));
    }

    @Test
    void manyThatAreNoneAreRefused() {
        StateFormat<MeterDay> format = StateFormat.of(MeterDay.getClassSchema());
        byte[] one = format.encode(day());
        UncheckedIOException unknown = assertThrows(UncheckedIOException.class, () -> format.decodeAll(bytesOfEarlier));
        assertTrue(unknown.getMessage().contains("of a version that this one does not know"), unknown::getMessage);
        assertThrows(UncheckedIOException.class, () -> format.decodeAll(Arrays.copyOf(one, one.length - 1)));
        assertThrows(UncheckedIOException.class, () -> format.decodeAll(new byte[] {1, 2, 3}));
    }

    private static MeterDay day() {
        return new MeterDay("kg", ByteBuffer.wrap(new byte[] {1, 2}));
    }

    private static byte[] bytesOfEarlier() {
        try {
            ByteBuffer bytes = new BinaryMessageEncoder<GenericRecord>(new GenericData(), EARLIER)
                    .encode(new GenericRecordBuilder(EARLIER)
                            .set("was", 7L)
                            .set("packed", ByteBuffer.wrap(new byte[] {1, 2}))
                            .set("unit", "kg")
                            .build());
            byte[] array = new byte[bytes.remaining()];
            bytes.get(array);
            return array;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
