package io.cradle.connectors.files.sink;

import io.cradle.connectors.files.OutputDirectory;
import io.cradle.connectors.files.RunProgress;
import io.cradle.schemas.wire.OutputRecord;
import io.cradle.schemas.wire.SchemaCatalog;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/**
 * Writes what a bounded run publishes: product-footprints.csv, activity-emissions.csv, network-revisions.csv and
 * rejected-records.csv, all four with a header even when nothing is in them. Rows are sorted by (as_of, key) and leave
 * memory when the watermark passes their as_of. Keeps no state: a run that fails is run again from its start.
 *
 * <p>For one file each there can be only one writer: set the sink's parallelism to 1.
 */
public final class CsvOutputSink implements Sink<OutputRecord> {
    private static final long serialVersionUID = 1L;

    private final OutputDirectory out;
    private final SchemaCatalog catalog;
    private final TreeMap<String, String> fileNames;
    private final String runId;

    /**
     * @param out where to write; files of these names are replaced
     * @param catalog the schema ids of the values
     * @param fileNames input topic to the name of its file, to say where a rejected record stands
     * @param runId run whose {@link RunProgress} is kept up to date
     */
    public CsvOutputSink(OutputDirectory out, SchemaCatalog catalog, Map<String, String> fileNames, String runId) {
        this.out = out;
        this.catalog = catalog;
        this.fileNames = new TreeMap<>(fileNames);
        this.runId = runId;
    }

    @Override
    public SinkWriter<OutputRecord> createWriter(WriterInitContext context) {
        int writers = context.getTaskInfo().getNumberOfParallelSubtasks();
        if (writers != 1) {
            throw new IllegalStateException(
                    "the CSV sink runs with parallelism " + writers + "; its files need exactly one writer");
        }
        return new CsvOutputWriter(out, catalog, fileNames, RunProgress.of(runId));
    }
}
