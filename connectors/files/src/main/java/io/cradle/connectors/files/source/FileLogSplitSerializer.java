package io.cradle.connectors.files.source;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/** Version 1: the number of records emitted, 8 bytes, big endian. */
final class FileLogSplitSerializer implements SimpleVersionedSerializer<FileLogSplit> {
    private static final int VERSION = 1;

    @Override
    public int getVersion() {
        return VERSION;
    }

    @Override
    public byte[] serialize(FileLogSplit split) {
        return ByteBuffer.allocate(Long.BYTES).putLong(split.emitted()).array();
    }

    @Override
    public FileLogSplit deserialize(int version, byte[] bytes) throws IOException {
        requireVersion(version, VERSION);
        return new FileLogSplit(ByteBuffer.wrap(bytes).getLong());
    }

    static void requireVersion(int version, int known) throws IOException {
        if (version != known) {
            throw new IOException("state of a file source in version " + version + "; this build reads " + known);
        }
    }
}
