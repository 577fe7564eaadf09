package io.cradle.connectors.files.sink;

import io.cradle.schemas.RejectedRecord;
import io.cradle.schemas.wire.OutputTopic;
import io.cradle.schemas.wire.RecordKey;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;

/** rejected-records.csv: where each record that could not be used stands, why, and what it says. */
final class RejectedTable implements Table {
    private final Map<String, String> fileNames;
    private final RejectedValue values;

    RejectedTable(Map<String, String> fileNames, RejectedValue values) {
        this.fileNames = fileNames;
        this.values = values;
    }

    @Override
    public OutputTopic topic() {
        return OutputTopic.REJECTED_RECORDS;
    }

    @Override
    public List<String> columns() {
        return List.of("file", "line", "topic", "reason", "detail", "key", "value");
    }

    /** The record's key with its numbers padded, so that line 9 stands before line 10. */
    @Override
    public String sortKey(SpecificRecord record) {
        RejectedRecord rejected = (RejectedRecord) record;
        return RecordKey.join(
                rejected.getTopic(),
                String.format("%010d", rejected.getPartition()),
                String.format("%019d", rejected.getOffset()));
    }

    @Override
    public List<String[]> rows(SpecificRecord record) {
        RejectedRecord rejected = (RejectedRecord) record;
        return Collections.singletonList(new String[] {
            fileNames.get(rejected.getTopic()),
            Long.toString(rejected.getOffset()),
            rejected.getTopic(),
            rejected.getReason(),
            rejected.getDetail(),
            rejected.getKey() == null ? null : text(rejected.getKey()),
            rejected.getValue() == null ? null : values.print(rejected.getTopic(), rejected.getValue())
        });
    }

    private static String text(ByteBuffer bytes) {
        return StandardCharsets.UTF_8.decode(bytes.duplicate()).toString();
    }
}
