package io.cradle.rollup.intake;

import io.cradle.schemas.wire.InputTopic;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.base.TypeSerializerSingleton;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * Writes changes between operators; they are never in state. The network is not written: it stands in the key. Changes
 * are immutable, so a copy is the same object.
 */
public final class KeyedChangeSerializer extends TypeSerializerSingleton<KeyedChange> {
    private static final long serialVersionUID = 1L;
    public static final KeyedChangeSerializer INSTANCE = new KeyedChangeSerializer();
    private static final InputTopic[] TOPICS = InputTopic.values();

    /** Of one reading thread. */
    private transient NetworkNames networks;

    @Override
    public TypeSerializerSingleton<KeyedChange> duplicate() {
        return new KeyedChangeSerializer();
    }

    @Override
    public boolean isImmutableType() {
        return true;
    }

    @Override
    public KeyedChange createInstance() {
        return null;
    }

    @Override
    public KeyedChange copy(KeyedChange from) {
        return from;
    }

    @Override
    public KeyedChange copy(KeyedChange from, KeyedChange reuse) {
        return from;
    }

    @Override
    public int getLength() {
        return -1;
    }

    @Override
    public void serialize(KeyedChange change, DataOutputView out) throws IOException {
        out.writeByte(change.topic().ordinal());
        out.writeInt(change.partition());
        out.writeLong(change.offset());
        out.writeLong(change.logTimeMs());
        writeBytes(change.key(), out);
        writeBytes(change.value(), out);
    }

    @Override
    public KeyedChange deserialize(DataInputView in) throws IOException {
        InputTopic topic = TOPICS[in.readByte()];
        int partition = in.readInt();
        long offset = in.readLong();
        long logTimeMs = in.readLong();
        byte[] key = readBytes(in);
        byte[] value = readBytes(in);
        return new KeyedChange(network(topic, key), topic, partition, offset, logTimeMs, key, value);
    }

    @Override
    public KeyedChange deserialize(KeyedChange reuse, DataInputView in) throws IOException {
        return deserialize(in);
    }

    @Override
    public void copy(DataInputView in, DataOutputView out) throws IOException {
        serialize(deserialize(in), out);
    }

    private String network(InputTopic topic, byte[] key) {
        if (networks == null) {
            networks = new NetworkNames();
        }
        return topic == InputTopic.EMISSION_FACTORS ? "" : networks.of(key);
    }

    private static void writeBytes(byte[] bytes, DataOutputView out) throws IOException {
        out.writeInt(bytes == null ? -1 : bytes.length);
        if (bytes != null) {
            out.write(bytes);
        }
    }

    private static byte[] readBytes(DataInputView in) throws IOException {
        int length = in.readInt();
        if (length < 0) {
            return null;
        }
        byte[] bytes = new byte[length];
        in.readFully(bytes);
        return bytes;
    }

    @Override
    public TypeSerializerSnapshot<KeyedChange> snapshotConfiguration() {
        return new Snapshot();
    }

    /** Format of the serializer. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<KeyedChange> {
        public Snapshot() {
            super(() -> INSTANCE);
        }
    }
}
