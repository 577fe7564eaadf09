package io.cradle.schemas.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.message.MissingSchemaException;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/**
 * One kind of record as it stands in state: Avro single-object encoding, which names its schema. What any released
 * version wrote is read. Not thread safe: one per operator instance.
 */
public final class StateFormat<T extends SpecificRecord> {
    static {
        ContractTrust.establish();
    }

    /** Before and behind the elements of an array: header, their number, the end. */
    private static final int ARRAY_FRAME_BYTES = 32;

    private static final int HEADER_BYTES = 10;

    private final Schema schema;
    private final byte[] header;
    private final BinaryMessageEncoder<T> encoder;
    private final BinaryMessageDecoder<T> decoder;

    /**
     * Format of a record.
     *
     * @param schema one of {@link StateSchemas#current}
     */
    public static <T extends SpecificRecord> StateFormat<T> of(Schema schema) {
        if (!StateSchemas.current().contains(schema)) {
            throw new IllegalArgumentException(schema.getFullName() + " is no record of state");
        }
        return new StateFormat<>(schema, StateSchemas.released(schema));
    }

    StateFormat(Schema schema, List<Schema> released) {
        SpecificData data = new SpecificData();
        this.schema = schema;
        this.header = header(schema);
        encoder = new BinaryMessageEncoder<>(data, schema);
        decoder = new BinaryMessageDecoder<>(data, schema);
        released.forEach(decoder::addSchema);
    }

    /** What names a schema before a value: a marker and the fingerprint, the lowest byte first. */
    private static byte[] header(Schema schema) {
        return ByteBuffer.allocate(HEADER_BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(new byte[] {(byte) 0xC3, 0x01})
                .putLong(SchemaNormalization.parsingFingerprint64(schema))
                .array();
    }

    public byte[] encode(T record) {
        try {
            ByteBuffer bytes = encoder.encode(record);
            byte[] array = new byte[bytes.remaining()];
            bytes.get(array);
            return array;
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
    }

    /**
     * Encodes a record whose only field is an array, of elements that stand encoded one after the other.
     *
     * @param count how many elements there are, at least 1
     * @param elements Avro binary
     * @param length how many of the bytes are used
     */
    public byte[] encodeArray(int count, byte[] elements, int length) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(length + ARRAY_FRAME_BYTES);
        BinaryEncoder array = EncoderFactory.get().directBinaryEncoder(out, null);
        try {
            out.writeBytes(header);
            array.writeArrayStart();
            array.setItemCount(count);
            array.writeFixed(elements, 0, length);
            array.writeArrayEnd();
            array.flush();
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
    }

    /**
     * Reads a record.
     *
     * @throws UncheckedIOException if the bytes are none, or an unknown version wrote them
     */
    public T decode(byte[] bytes) {
        try {
            return decoder.decode(bytes);
        } catch (MissingSchemaException e) {
            throw new UncheckedIOException(
                    "state holds a " + schema.getName() + " of a version that this one does not know; known are "
                            + StateSchemas.versions() + " and this one",
                    new IOException(e));
        } catch (IOException | AvroRuntimeException e) {
            throw new UncheckedIOException(
                    "state holds a " + schema.getName() + " that does not decode", new IOException(e));
        }
    }
}
