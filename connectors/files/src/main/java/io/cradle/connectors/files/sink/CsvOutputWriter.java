package io.cradle.connectors.files.sink;

import io.cradle.connectors.files.OutputDirectory;
import io.cradle.connectors.files.RunProgress;
import io.cradle.schemas.wire.OutputRecord;
import io.cradle.schemas.wire.OutputTopic;
import io.cradle.schemas.wire.SchemaCatalog;
import io.cradle.schemas.wire.WireException;
import io.cradle.schemas.wire.WireFormat;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.connector.sink2.SinkWriter;

/** Decodes each record once, has its table print it and holds the rows until their epoch is over. */
final class CsvOutputWriter implements SinkWriter<OutputRecord> {
    private final WireFormat wire;
    private final Map<OutputTopic, TableFile> files = new EnumMap<>(OutputTopic.class);
    private final OutputCount count;

    CsvOutputWriter(OutputDirectory out, SchemaCatalog catalog, Map<String, String> fileNames, RunProgress progress) {
        this.wire = new WireFormat(catalog);
        this.count = new OutputCount(progress);
        for (Table table : List.of(
                new FootprintTable(),
                new ActivityTable(),
                new RevisionTable(),
                new RejectedTable(fileNames, new RejectedValue(wire)))) {
            files.put(table.topic(), new TableFile(out, table));
        }
    }

    @Override
    public void write(OutputRecord record, Context context) {
        TableFile file = files.get(record.topic());
        // A deletion leaves no row: the files are a history.
        if (file == null || record.value() == null) {
            return;
        }
        SpecificRecord decoded = decode(record);
        file.add(record.asOfMs(), decoded);
        count.add(decoded);
    }

    @Override
    public void writeWatermark(Watermark watermark) {
        files.values().forEach(file -> file.writeUpTo(watermark.getTimestamp()));
        count.report();
    }

    @Override
    public void flush(boolean endOfInput) {
        if (endOfInput) {
            files.values().forEach(file -> file.writeUpTo(Long.MAX_VALUE));
            count.report();
        }
        files.values().forEach(TableFile::flush);
    }

    @Override
    public void close() {
        files.values().forEach(TableFile::close);
        count.report();
    }

    private SpecificRecord decode(OutputRecord record) {
        try {
            return wire.decode(record.value(), record.topic().schema());
        } catch (WireException e) {
            // What this very build has encoded; the run cannot go on without saying so.
            throw new IllegalStateException("a record of " + record.topic().topicName() + ": " + e.getMessage(), e);
        }
    }
}
