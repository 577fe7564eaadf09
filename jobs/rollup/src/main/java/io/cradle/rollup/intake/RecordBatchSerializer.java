package io.cradle.rollup.intake;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.base.TypeSerializerSingleton;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Writes batches between operators; they are never in state. Batches are immutable, so a copy is the same object. */
public final class RecordBatchSerializer extends TypeSerializerSingleton<RecordBatch> {
    private static final long serialVersionUID = 1L;
    public static final RecordBatchSerializer INSTANCE = new RecordBatchSerializer();

    @Override
    public boolean isImmutableType() {
        return true;
    }

    @Override
    public RecordBatch createInstance() {
        return null;
    }

    @Override
    public RecordBatch copy(RecordBatch from) {
        return from;
    }

    @Override
    public RecordBatch copy(RecordBatch from, RecordBatch reuse) {
        return from;
    }

    @Override
    public int getLength() {
        return -1;
    }

    @Override
    public void serialize(RecordBatch batch, DataOutputView out) throws IOException {
        out.writeUTF(batch.network());
        out.writeLong(batch.firstLogTimeMs());
        out.writeLong(batch.lastLogTimeMs());
        out.writeInt(batch.count());
        out.writeInt(batch.bytes().length);
        out.write(batch.bytes());
    }

    @Override
    public RecordBatch deserialize(DataInputView in) throws IOException {
        String network = in.readUTF();
        long firstLogTimeMs = in.readLong();
        long lastLogTimeMs = in.readLong();
        int count = in.readInt();
        byte[] bytes = new byte[in.readInt()];
        in.readFully(bytes);
        return new RecordBatch(network, firstLogTimeMs, lastLogTimeMs, count, bytes);
    }

    @Override
    public RecordBatch deserialize(RecordBatch reuse, DataInputView in) throws IOException {
        return deserialize(in);
    }

    @Override
    public void copy(DataInputView in, DataOutputView out) throws IOException {
        serialize(deserialize(in), out);
    }

    @Override
    public TypeSerializerSnapshot<RecordBatch> snapshotConfiguration() {
        return new Snapshot();
    }

    /** Format of the serializer. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<RecordBatch> {
        public Snapshot() {
            super(() -> INSTANCE);
        }
    }
}
