package io.cradle.cli.bench.pipeline;

import io.cradle.cli.bench.plot.Plot;
import java.util.List;

/**
 * What was measured of one run of the job.
 *
 * @param readings how many were settled while it was measured
 * @param seconds from the arrival of the results of the last reading before them to that of all results
 * @param processorSeconds of its process in that time
 * @param stateBytes size of the savepoint at the end
 * @param epochs how many were settled by any network
 * @param mostProductsChanged publications of the epoch with most of them
 * @param settled how far it was at some instants
 */
record JobMeasurement(
        long readings,
        double seconds,
        double processorSeconds,
        long stateBytes,
        int epochs,
        int mostProductsChanged,
        List<Point> settled,
        StageProfile profile) {

    double readingsPerSecond() {
        return readings / seconds;
    }

    double readingsPerProcessorSecond() {
        return readings / processorSeconds;
    }

    /** So many records were settled after so many seconds since the job was started. */
    record Point(double seconds, long records) {}

    Plot.Line curve(PipelineSetup setup) {
        List<Point> points = settled.stream()
                .filter(point -> point.seconds() > 0 && point.records() > 0)
                .toList();
        return new Plot.Line(
                setup.networks() + " networks, " + setup.backendName(),
                points.stream().mapToDouble(Point::seconds).toArray(),
                points.stream().mapToDouble(Point::records).toArray());
    }
}
