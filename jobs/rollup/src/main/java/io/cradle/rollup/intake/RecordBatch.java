package io.cradle.rollup.intake;

/**
 * Records of one network that travel together, still in wire form inside, so that state holds what the log holds.
 *
 * @param firstLogTimeMs the earliest log time of them
 * @param lastLogTimeMs the latest log time of them
 * @param count how many they are
 * @param bytes what a {@link RecordCursor} reads
 */
public record RecordBatch(String network, long firstLogTimeMs, long lastLogTimeMs, int count, byte[] bytes) {
    /** Goes through the records. */
    public RecordCursor cursor() {
        return new RecordCursor().moveTo(bytes, bytes.length);
    }
}
