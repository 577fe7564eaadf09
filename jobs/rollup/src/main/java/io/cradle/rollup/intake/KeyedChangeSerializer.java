package io.cradle.rollup.intake;

import io.cradle.schemas.wire.InputTopic;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.base.TypeSerializerSingleton;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Writes changes between operators; they are never in state. Changes are immutable, so a copy is the same object. */
public final class KeyedChangeSerializer extends TypeSerializerSingleton<KeyedChange> {
    private static final long serialVersionUID = 1L;
    public static final KeyedChangeSerializer INSTANCE = new KeyedChangeSerializer();
    private static final InputTopic[] TOPICS = InputTopic.values();

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
        out.writeUTF(change.network());
        out.writeByte(change.topic().ordinal());
        out.writeInt(change.partition());
        out.writeLong(change.offset());
        out.writeLong(change.logTimeMs());
        writeBytes(change.key(), out);
        writeBytes(change.value(), out);
    }

    @Override
    public KeyedChange deserialize(DataInputView in) throws IOException {
        return new KeyedChange(
                in.readUTF(),
                TOPICS[in.readByte()],
                in.readInt(),
                in.readLong(),
                in.readLong(),
                readBytes(in),
                readBytes(in));
    }

    @Override
    public KeyedChange deserialize(KeyedChange reuse, DataInputView in) throws IOException {
        return deserialize(in);
    }

    @Override
    public void copy(DataInputView in, DataOutputView out) throws IOException {
        serialize(deserialize(in), out);
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
