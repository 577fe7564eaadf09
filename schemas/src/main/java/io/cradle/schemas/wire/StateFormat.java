package io.cradle.schemas.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.message.MissingSchemaException;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;

/**
 * One kind of record as it stands in state: Avro single-object encoding, which names its schema. What any released
 * version wrote is read. Not thread safe: one per operator instance.
 */
public final class StateFormat<T extends SpecificRecord> {
    static {
        ContractTrust.establish();
    }

    /** What names the schema before a value: a marker and its fingerprint, the lowest byte first. */
    private static final byte[] MARKER = {(byte) 0xC3, 0x01};

    private static final int HEADER_BYTES = MARKER.length + Long.BYTES;

    private final Schema schema;
    private final BinaryMessageEncoder<T> encoder;
    private final BinaryMessageDecoder<T> decoder;
    private final Map<Long, SpecificDatumReader<T>> readers = new HashMap<>();

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
        encoder = new BinaryMessageEncoder<>(data, schema);
        decoder = new BinaryMessageDecoder<>(data, schema);
        released.forEach(decoder::addSchema);
        Stream.concat(Stream.of(schema), released.stream())
                .forEach(writer -> readers.put(
                        SchemaNormalization.parsingFingerprint64(writer),
                        new SpecificDatumReader<>(writer, schema, data)));
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
     * Frames records that stand encoded one after the other: they share one name of their schema.
     *
     * @param records Avro binary of this build's schema
     * @param length how many of the bytes are used
     */
    public byte[] frameAll(byte[] records, int length) {
        ByteBuffer framed = ByteBuffer.allocate(HEADER_BYTES + length).order(ByteOrder.LITTLE_ENDIAN);
        return framed.put(MARKER)
                .putLong(SchemaNormalization.parsingFingerprint64(schema))
                .put(records, 0, length)
                .array();
    }

    /**
     * Reads what {@link #frameAll} framed.
     *
     * @throws UncheckedIOException if the bytes are none, or an unknown version wrote them
     */
    public List<T> decodeAll(byte[] bytes) {
        if (bytes.length < HEADER_BYTES || bytes[0] != MARKER[0] || bytes[1] != MARKER[1]) {
            throw undecodable(new IOException("the bytes do not name a schema"));
        }
        SpecificDatumReader<T> reader = readers.get(
                ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong(MARKER.length));
        if (reader == null) {
            throw unknownVersion(new IOException("no schema has this fingerprint"));
        }
        BinaryDecoder records =
                DecoderFactory.get().binaryDecoder(bytes, HEADER_BYTES, bytes.length - HEADER_BYTES, null);
        List<T> all = new ArrayList<>();
        try {
            while (!records.isEnd()) {
                all.add(reader.read(null, records));
            }
        } catch (IOException | RuntimeException e) {
            throw undecodable(e);
        }
        return all;
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
            throw unknownVersion(e);
        } catch (IOException | AvroRuntimeException e) {
            throw undecodable(e);
        }
    }

    private UncheckedIOException unknownVersion(Exception cause) {
        return new UncheckedIOException(
                "state holds a " + schema.getName() + " of a version that this one does not know; known are "
                        + StateSchemas.versions() + " and this one",
                new IOException(cause));
    }

    private UncheckedIOException undecodable(Exception cause) {
        return new UncheckedIOException(
                "state holds a " + schema.getName() + " that does not decode", new IOException(cause));
    }
}
