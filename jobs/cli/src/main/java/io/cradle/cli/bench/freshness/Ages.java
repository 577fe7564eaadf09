package io.cradle.cli.bench.freshness;

import java.util.Map;
import java.util.NavigableMap;
import java.util.stream.DoubleStream;

/**
 * How old readings were when the figures that they changed were in hand, seconds; one number per product and epoch.
 *
 * @param ofFirst age of the first reading of the product in the epoch, which waited longest
 * @param ofNewest age of its newest reading
 * @param afterEpoch since the end of the epoch, which no figure can precede
 * @param oldestOfEpoch the largest age of a first reading, by epoch in order; 0 where no figure came
 * @param publications changing products published, by epoch
 * @param missing figures that never arrived
 */
record Ages(
        double[] ofFirst,
        double[] ofNewest,
        double[] afterEpoch,
        double[] oldestOfEpoch,
        double[] publications,
        int missing) {
    private static final double MILLIS = 1e3;

    /**
     * A figure with asOf W reflects the readings of its pair that were appended in (W − E, W].
     *
     * @param appended by end of the epoch
     * @param arrived by asOf
     */
    static Ages match(NavigableMap<Long, AppendTimes.Epoch> appended, Map<Long, Dashboard.Epoch> arrived) {
        DoubleStream.Builder ofFirst = DoubleStream.builder();
        DoubleStream.Builder ofNewest = DoubleStream.builder();
        DoubleStream.Builder afterEpoch = DoubleStream.builder();
        DoubleStream.Builder oldestOfEpoch = DoubleStream.builder();
        DoubleStream.Builder publications = DoubleStream.builder();
        int missing = 0;
        for (Map.Entry<Long, AppendTimes.Epoch> each : appended.entrySet()) {
            AppendTimes.Epoch readings = each.getValue();
            int changing = 2 * readings.firstMs().length;
            Dashboard.Epoch figures = arrived.getOrDefault(each.getKey(), new Dashboard.Epoch(new long[changing]));
            publications.add(figures.publications());
            double oldest = 0;
            for (int product = 0; product < changing; product++) {
                int pair = product / 2;
                long inHandMs = figures.inHandMs()[product];
                if (readings.has(pair) && inHandMs == 0) {
                    missing++;
                } else if (readings.has(pair)) {
                    double age = (inHandMs - readings.firstMs()[pair]) / MILLIS;
                    oldest = Math.max(oldest, age);
                    ofFirst.add(age);
                    ofNewest.add((inHandMs - readings.newestMs()[pair]) / MILLIS);
                    afterEpoch.add((inHandMs - each.getKey()) / MILLIS);
                }
            }
            oldestOfEpoch.add(oldest);
        }
        return new Ages(
                ofFirst.build().toArray(),
                ofNewest.build().toArray(),
                afterEpoch.build().toArray(),
                oldestOfEpoch.build().toArray(),
                publications.build().toArray(),
                missing);
    }
}
