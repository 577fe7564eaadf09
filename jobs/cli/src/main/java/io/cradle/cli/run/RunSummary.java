package io.cradle.cli.run;

import io.cradle.connectors.files.OutputDirectory;
import io.cradle.connectors.files.RunProgress;
import io.cradle.connectors.files.input.InputDirectory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What came of a run, in lines. */
final class RunSummary {
    private RunSummary() {}

    static List<String> lines(InputDirectory input, RunProgress progress, OutputDirectory results, Duration took) {
        List<String> lines = new ArrayList<>();
        progress.rowsRead()
                .forEach((topic, rows) -> lines.add(String.format(
                        "read      %,10d  %s", rows, input.fileNames().get(topic.topicName()))));
        input.ignored().forEach(name -> lines.add("ignored               " + name + " (no topic's file)"));
        progress.rejectedByReason()
                .forEach((reason, count) -> lines.add(String.format("rejected  %,10d  %s", count, reason)));
        lines.add(String.format(
                "published %,10d  footprints of %,d products in %,d epochs",
                progress.footprints(), progress.products(), progress.epochs()));
        lines.add(String.format("results are in %s (%.1f s)", results.location(), took.toMillis() / 1000.0));
        return lines;
    }
}
