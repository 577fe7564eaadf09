package io.cradle.rollup;

import io.cradle.connectors.files.OutputDirectory;
import io.cradle.connectors.files.input.EpochGrid;
import io.cradle.connectors.files.input.InputDirectory;
import io.cradle.connectors.files.sink.CsvOutputSink;
import io.cradle.connectors.files.source.FileLogSource;
import io.cradle.core.activity.Period;
import io.cradle.rollup.config.Options;
import io.cradle.rollup.config.Settings;
import io.cradle.schemas.wire.LogRecord;
import io.cradle.schemas.wire.SchemaCatalog;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The job with its doors to files: the same graph, until the input ends. */
public final class FileRollup {
    private FileRollup() {}

    /**
     * Draws the job into an environment.
     *
     * @param settings with a fixed period where no row states a log time
     * @param runId name under which progress can be watched
     */
    public static void define(
            StreamExecutionEnvironment env, Settings settings, InputDirectory in, OutputDirectory out, String runId) {
        Settings ofRun = in.hasLogTime() ? settings : inOneEpoch(settings);
        env.setParallelism(ofRun.get(Options.PARALLELISM));
        DataStream<LogRecord> inputLog = env.fromSource(
                        new FileLogSource(in, grid(ofRun), runId), FileLogSource.watermarks(), "input files")
                .uid(Uids.SOURCE)
                .setParallelism(1);
        RollupTopology.build(inputLog, SchemaCatalog.bundled(), ofRun)
                .sinkTo(new CsvOutputSink(out, SchemaCatalog.bundled(), in.fileNames(), runId))
                .setParallelism(1)
                .uid(Uids.SINK)
                .name("output files");
    }

    /** A period need not end where an epoch does, except where every instant ends one. */
    private static Settings inOneEpoch(Settings settings) {
        return settings.with(Options.EPOCH, "1 ms").withoutClock();
    }

    /** Without log times the whole run is one epoch that ends with the period. */
    private static EpochGrid grid(Settings settings) {
        Period fixed = settings.calendar().fixed();
        return new EpochGrid(fixed == null ? 0 : fixed.endMs(), settings.epochMs());
    }
}
