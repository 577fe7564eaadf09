package io.cradle.schemas.wire;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cradle.schemas.MeterReading;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.junit.jupiter.api.Test;

class WireFormatTest {
    private static final Schema EXPECTED = MeterReading.getClassSchema();
    private static final int FOREIGN_ID = 900;

    private final WireFormat format = new WireFormat(SchemaCatalog.bundled());

    /** A catalog that knows one more schema than this build. */
    private record WithForeign(Schema foreign) implements SchemaCatalog {
        @Override
        public Optional<Schema> schema(int id) {
            return id == FOREIGN_ID
                    ? Optional.of(foreign)
                    : SchemaCatalog.bundled().schema(id);
        }

        @Override
        public int id(String topicName) {
            return SchemaCatalog.bundled().id(topicName);
        }
    }

    @Test
    void aRecordComesBackEqual() throws WireException {
        byte[] bytes = encoded("12.5");
        assertEquals(reading("12.5"), format.decode(bytes, EXPECTED));
    }

    @Test
    void theFrameIsAZeroAndTheIdInFourBytes() {
        int id = SchemaCatalog.bundled().id("meter-readings");
        assertArrayEquals(new byte[] {0, 0, 0, 0, (byte) id}, Arrays.copyOf(encoded("1"), 5));
    }

    @Test
    void leftoverBytesAreRefusedAndDoNotReachTheNextRecord() throws WireException {
        byte[] good = encoded("12.5");
        byte[] trailing = Arrays.copyOf(good, good.length + 3);
        WireException refusal = assertThrows(WireException.class, () -> format.decode(trailing, EXPECTED));
        assertEquals("undecodable", refusal.reason());
        assertEquals("bytes left over after the MeterReading", refusal.getMessage());
        assertEquals(reading("12.5"), format.decode(good, EXPECTED));
    }

    @Test
    void everyCutOffRecordIsRefused() {
        byte[] good = encoded("12.5");
        for (int length = 0; length < good.length; length++) {
            byte[] cut = Arrays.copyOf(good, length);
            assertEquals(
                    "undecodable",
                    assertThrows(WireException.class, () -> format.decode(cut, EXPECTED))
                            .reason());
        }
    }

    @Test
    void whatIsNotFramedIsSaidToBeSo() {
        byte[] json = "{\"network\":1}".getBytes(StandardCharsets.UTF_8);
        WireException refusal = assertThrows(WireException.class, () -> format.decode(json, EXPECTED));
        assertEquals("undecodable", refusal.reason());
        assertTrue(refusal.getMessage().contains("7b 22 6e"), refusal::getMessage);
    }

    @Test
    void anUnknownIdAndTheSchemaOfAnotherTopicAreUnknownSchemas() {
        byte[] unknown = encoded("1");
        ByteBuffer.wrap(unknown).putInt(1, 4711);
        WireException refusal = assertThrows(WireException.class, () -> format.decode(unknown, EXPECTED));
        assertEquals("unknown-schema", refusal.reason());
        assertEquals("no schema has id 4711", refusal.getMessage());

        byte[] other = encoded("1");
        ByteBuffer.wrap(other).putInt(1, SchemaCatalog.bundled().id("emission-factors"));
        assertEquals(
                "unknown-schema",
                assertThrows(WireException.class, () -> format.decode(other, EXPECTED))
                        .reason());
    }

    @Test
    void aLaterVersionWithOneMoreOptionalFieldIsRead() throws WireException {
        Schema later = withFields(field("note", "[\"null\",\"string\"]"), null);
        GenericRecord written = new GenericData.Record(later);
        fill(written);
        written.put("note", "new");
        assertEquals(reading("7"), new WireFormat(new WithForeign(later)).decode(framed(written), EXPECTED));
    }

    @Test
    void anEarlierVersionWithoutAnOptionalFieldIsRead() throws WireException {
        Schema earlier = withFields(null, "unit");
        GenericRecord written = new GenericData.Record(earlier);
        fill(written);
        assertEquals(reading("7"), new WireFormat(new WithForeign(earlier)).decode(framed(written), EXPECTED));
    }

    private static Schema withFields(Schema.Field added, String leftOut) {
        List<Schema.Field> fields = new ArrayList<>();
        EXPECTED.getFields().stream()
                .filter(field -> !field.name().equals(leftOut))
                .forEach(field -> fields.add(new Schema.Field(field, field.schema())));
        if (added != null) {
            // In front, so that reading by position instead of by name would show.
            fields.add(0, added);
        }
        return Schema.createRecord(EXPECTED.getName(), null, EXPECTED.getNamespace(), false, fields);
    }

    private static Schema.Field field(String name, String type) {
        return new Schema.Field(name, new Schema.Parser().parse(type), null, Schema.Field.NULL_DEFAULT_VALUE);
    }

    private static void fill(GenericRecord record) {
        Map.of("network", "acme", "meter", "m1", "end", 900_000L, "value", "7").forEach(record::put);
    }

    private static byte[] framed(GenericRecord record) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(ByteBuffer.allocate(5).put((byte) 0).putInt(FOREIGN_ID).array());
        BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(out, null);
        try {
            new GenericDatumWriter<GenericRecord>(record.getSchema()).write(record, encoder);
        } catch (IOException e) {
            throw new IllegalStateException("writing to memory failed", e);
        }
        return out.toByteArray();
    }

    private byte[] encoded(String value) {
        return format.encode("meter-readings", reading(value));
    }

    private static MeterReading reading(String value) {
        return MeterReading.newBuilder()
                .setNetwork("acme")
                .setMeter("m1")
                .setEnd(Instant.ofEpochMilli(900_000))
                .setValue(value)
                .build();
    }
}
