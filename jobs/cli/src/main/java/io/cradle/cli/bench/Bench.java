package io.cradle.cli.bench;

import io.cradle.cli.bench.plot.Plot;
import io.cradle.cli.bench.report.Report;
import java.util.List;
import java.util.Map;

/** One benchmark: what it asks, measures and draws. {@link BenchRun} does the rest. */
public interface Bench {
    /** Such as "settle": the name of its files. */
    String name();

    /** What it was asked for, for the report. */
    Map<String, Object> parameters();

    /** Measures into the report, saying where it is. */
    void measure(Report report, Progress progress);

    /** The plots of what was measured. */
    List<Plot> plots(Report report);
}
