package io.cradle.connectors.files.source;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/** Version 1: splits that no reader has, 8 bytes each. */
final class SplitListSerializer implements SimpleVersionedSerializer<List<FileLogSplit>> {
    private static final int VERSION = 1;

    @Override
    public int getVersion() {
        return VERSION;
    }

    @Override
    public byte[] serialize(List<FileLogSplit> splits) {
        ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES * splits.size());
        splits.forEach(split -> bytes.putLong(split.emitted()));
        return bytes.array();
    }

    @Override
    public List<FileLogSplit> deserialize(int version, byte[] serialized) throws IOException {
        FileLogSplitSerializer.requireVersion(version, VERSION);
        ByteBuffer bytes = ByteBuffer.wrap(serialized);
        List<FileLogSplit> splits = new ArrayList<>();
        while (bytes.hasRemaining()) {
            splits.add(new FileLogSplit(bytes.getLong()));
        }
        return splits;
    }
}
