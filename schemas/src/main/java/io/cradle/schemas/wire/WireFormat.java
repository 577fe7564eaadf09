package io.cradle.schemas.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;

/**
 * The framing that schema registries and their tools read: a zero byte, the schema id in four bytes (big endian), then
 * Avro binary. Every decode starts from a fresh decoder and must use every byte, so that no record can lend its values
 * to the next. Not thread safe: one per operator instance.
 */
public final class WireFormat {
    private static final byte MAGIC = 0;
    private static final int HEADER_BYTES = 5;

    static {
        ContractTrust.establish();
    }

    private final SchemaCatalog catalog;
    private final Map<String, byte[]> headers = new HashMap<>();
    private final ByteArrayOutputStream encoded = new ByteArrayOutputStream(256);
    private BinaryEncoder encoder;
    private final Map<Schema, SpecificDatumWriter<SpecificRecord>> writers = new HashMap<>();
    private final Map<Integer, Map<String, SpecificDatumReader<SpecificRecord>>> readers = new HashMap<>();

    public WireFormat(SchemaCatalog catalog) {
        this.catalog = catalog;
    }

    /** Frames a record as the given topic's value. */
    public byte[] encode(String topicName, SpecificRecord record) {
        // What a failure has left in the encoder goes into the old bytes, which are forgotten.
        encoder = EncoderFactory.get().binaryEncoder(encoded, encoder);
        encoded.reset();
        encoded.writeBytes(header(topicName));
        try {
            writers.computeIfAbsent(record.getSchema(), schema -> new SpecificDatumWriter<>(schema))
                    .write(record, encoder);
            encoder.flush();
        } catch (IOException e) {
            throw new IllegalStateException("writing to memory failed", e);
        }
        return encoded.toByteArray();
    }

    /** A framed value as it stands in another topic of the same schema. */
    public byte[] framedFor(String topicName, byte[] value) {
        byte[] other = value.clone();
        System.arraycopy(header(topicName), 0, other, 0, HEADER_BYTES);
        return other;
    }

    private byte[] header(String topicName) {
        return headers.computeIfAbsent(topicName, name -> ByteBuffer.allocate(HEADER_BYTES)
                .put(MAGIC)
                .putInt(catalog.id(name))
                .array());
    }

    /**
     * Decodes a framed value.
     *
     * @param expected the schema of this build that the caller wants; other versions are resolved to it
     * @throws WireException if the bytes are no such record
     */
    public SpecificRecord decode(byte[] bytes, Schema expected) throws WireException {
        if (bytes.length < HEADER_BYTES || bytes[0] != MAGIC) {
            throw new WireException(
                    "undecodable", "expected a zero byte, a 4-byte schema id and Avro binary: " + head(bytes), null);
        }
        int id = ByteBuffer.wrap(bytes, 1, 4).getInt();
        SpecificDatumReader<SpecificRecord> reader = reader(id, expected);
        BinaryDecoder decoder =
                DecoderFactory.get().binaryDecoder(bytes, HEADER_BYTES, bytes.length - HEADER_BYTES, null);
        SpecificRecord record;
        boolean atEnd;
        try {
            record = reader.read(null, decoder);
            atEnd = decoder.isEnd();
        } catch (IOException | RuntimeException | StackOverflowError e) {
            // The last of them where a schema of somebody else nests without end.
            throw new WireException("undecodable", "not a " + expected.getName() + ": " + message(e), e);
        }
        if (!atEnd) {
            throw new WireException("undecodable", "bytes left over after the " + expected.getName(), null);
        }
        return record;
    }

    private SpecificDatumReader<SpecificRecord> reader(int id, Schema expected) throws WireException {
        SpecificDatumReader<SpecificRecord> known =
                readers.getOrDefault(id, Map.of()).get(expected.getFullName());
        if (known != null) {
            return known;
        }
        Schema writer = catalog.schema(id)
                .orElseThrow(() -> new WireException("unknown-schema", "no schema has id " + id, null));
        if (!writer.getFullName().equals(expected.getFullName())) {
            throw new WireException(
                    "unknown-schema",
                    "schema id " + id + " is a " + writer.getFullName() + ", expected " + expected.getFullName(),
                    null);
        }
        SpecificDatumReader<SpecificRecord> reader = new SpecificDatumReader<>(writer, expected);
        // Only what is registered is remembered: there are four thousand million ids that are not.
        readers.computeIfAbsent(id, i -> new HashMap<>()).put(expected.getFullName(), reader);
        return reader;
    }

    private static String message(Throwable e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    private static String head(byte[] bytes) {
        StringBuilder hex = new StringBuilder();
        for (int i = 0; i < Math.min(8, bytes.length); i++) {
            hex.append(String.format("%02x ", bytes[i]));
        }
        return bytes.length == 0
                ? "empty value"
                : "starts with " + hex.toString().trim();
    }
}
