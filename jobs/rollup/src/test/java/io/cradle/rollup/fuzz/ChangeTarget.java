package io.cradle.rollup.fuzz;

import io.cradle.core.Position;
import io.cradle.core.RejectedException;
import io.cradle.core.Rejection;
import io.cradle.rollup.config.Settings;
import io.cradle.rollup.emit.RejectedRecords;
import io.cradle.rollup.intake.ChangeReader;
import io.cradle.rollup.intake.KeyedChange;
import io.cradle.rollup.intake.KeyedChangeSerializer;
import io.cradle.rollup.intake.Plausibility;
import io.cradle.schemas.wire.InputTopic;
import io.cradle.schemas.wire.RecordKey;
import io.cradle.schemas.wire.SchemaCatalog;
import io.cradle.schemas.wire.WireException;
import io.cradle.schemas.wire.WireFormat;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.flink.core.memory.DataOutputSerializer;

/**
 * Bytes of a broker to a change or a rejection. The first byte chooses the topic and whether the bytes come as they are
 * (key, zero byte, value) or as the Avro body of a value under its own key, which goes deeper.
 */
public final class ChangeTarget {
    private static final int BROKER_BYTES = 1_000_000;
    private static final InputTopic[] TOPICS = InputTopic.values();
    private static final WireFormat WIRE = new WireFormat(SchemaCatalog.bundled());
    private static final ChangeReader READER =
            new ChangeReader(SchemaCatalog.bundled(), Plausibility.of(Settings.of(Map.of())));
    private static final ChangeReader OF_STATE = new ChangeReader(SchemaCatalog.bundled(), Plausibility.NONE);
    private static final RejectedRecords REJECTED = new RejectedRecords(SchemaCatalog.bundled());

    private ChangeTarget() {}

    public static void fuzzerTestOneInput(byte[] input) throws IOException {
        if (input.length < 2) {
            return;
        }
        InputTopic topic = TOPICS[(input[0] & 0x7f) % TOPICS.length];
        byte[] rest = Arrays.copyOfRange(input, 1, input.length);
        if (input[0] < 0) {
            int end = indexOfZero(rest);
            byte[] value = end == rest.length ? null : Arrays.copyOfRange(rest, end + 1, rest.length);
            read(topic, Arrays.copyOf(rest, end), value);
        } else {
            readBody(topic, rest);
        }
    }

    private static void readBody(InputTopic topic, byte[] body) throws IOException {
        byte[] value = ByteBuffer.allocate(5 + body.length)
                .put((byte) 0)
                .putInt(SchemaCatalog.bundled().id(topic.topicName()))
                .put(body)
                .array();
        try {
            SpecificRecord record = WIRE.decode(value, topic.schema());
            byte[] again = WIRE.encode(topic.topicName(), record);
            if (!record.equals(WIRE.decode(again, topic.schema()))) {
                throw new AssertionError("a record that is encoded and decoded is another: " + record);
            }
            read(topic, RecordKey.bytes(RecordKey.of(topic, record)), again);
        } catch (WireException e) {
            read(topic, RecordKey.bytes("n/r"), value);
        }
    }

    private static void read(InputTopic topic, byte[] key, byte[] value) throws IOException {
        KeyedChange change = new KeyedChange(ChangeReader.network(key), topic, 0, 7, 1_700_000_000_000L, key, value);
        try {
            readWith(READER, change);
        } catch (RejectedException e) {
            requireWritable(change, e.rejection());
            return;
        }
        new KeyedChangeSerializer().serialize(change, new DataOutputSerializer(64));
        try {
            readWith(OF_STATE, change);
        } catch (RejectedException e) {
            throw new AssertionError("accepted once and not again from state: " + e.getMessage(), e);
        }
    }

    private static void readWith(ChangeReader reader, KeyedChange change) throws RejectedException {
        Position position = change.position();
        if (change.topic() == InputTopic.EMISSION_FACTORS) {
            reader.readFactor(position, change.key(), change.value());
        } else {
            reader.read(change.topic(), position, change.key(), change.value());
        }
    }

    private static void requireWritable(KeyedChange change, Rejection rejection) {
        int bytes = REJECTED.of(change, rejection, 0).value().length;
        if (bytes > BROKER_BYTES) {
            throw new AssertionError("a rejected record of " + bytes + " bytes");
        }
    }

    private static int indexOfZero(byte[] bytes) {
        int at = 0;
        while (at < bytes.length && bytes[at] != 0) {
            at++;
        }
        return at;
    }
}
