package io.cradle.rollup.harness;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.cradle.connectors.files.OutputDirectory;
import io.cradle.connectors.files.input.InputDirectory;
import io.cradle.rollup.FileRollup;
import io.cradle.rollup.RollupEnvironment;
import io.cradle.rollup.config.Options;
import io.cradle.rollup.config.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** A whole run of the job on files, on a cluster of its own; its results are read back from the files. */
public final class FileRun {
    private final Path results;

    private FileRun(Path results) {
        this.results = results;
    }

    /** Runs until the input ends. */
    public static FileRun of(Path input, Path results, Settings settings, int parallelism) throws Exception {
        Settings parallel = settings.with(Options.PARALLELISM, Integer.toString(parallelism));
        StreamExecutionEnvironment env = StreamExecutionEnvironment.createLocalEnvironment(
                parallelism, RollupEnvironment.boundedConfiguration());
        FileRollup.define(
                env,
                parallel,
                InputDirectory.open(input),
                OutputDirectory.prepare(results),
                results.getFileName().toString());
        env.execute("files to files");
        return new FileRun(results);
    }

    /** The rows of product-footprints.csv, cells by column name. */
    public List<Map<String, String>> footprints() {
        return rows("product-footprints.csv");
    }

    /** The rows of rejected-records.csv, cells by column name. */
    public List<Map<String, String>> rejections() {
        return rows("rejected-records.csv");
    }

    /** The rows of a result file, cells by column name. */
    public List<Map<String, String>> rows(String file) {
        List<Map<String, String>> rows = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(results.resolve(file))) {
            for (NamedCsvRecord row : csv) {
                rows.add(row.getFieldsAsMap());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("result file " + file + " cannot be read", e);
        }
        return rows;
    }
}
