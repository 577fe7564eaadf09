package io.cradle.cli.bench.settle;

import io.cradle.cli.bench.Stopwatch;
import java.util.Arrays;
import java.util.function.Supplier;

/** Times of many single changes, in microseconds: until there are enough of them or patience ends. */
final class Samples {
    private static final double MICROS = 1e6;
    private static final double NANOS_PER_MICRO = 1e3;
    private static final int WARM_UP = 200;
    /** Of the patience, before the first sample. */
    private static final double WARM_UP_SHARE = 0.2;

    private final double[] processor;
    private final double[] wall;

    private Samples(double[] processor, double[] wall) {
        this.processor = processor;
        this.wall = wall;
    }

    /** Times what {@code next} gives; getting it is not timed. */
    static Samples of(SettleSettings settings, Supplier<Runnable> next) {
        double patience = settings.samplingPatience().toSeconds() * MICROS;
        double spent = 0;
        for (int i = 0; i < WARM_UP && spent < WARM_UP_SHARE * patience; i++) {
            spent += Stopwatch.seconds(next.get()) * MICROS;
        }
        double[] processor = new double[settings.samples()];
        double[] wall = new double[settings.samples()];
        int count = 0;
        while (count < processor.length && (spent < patience || count == 0)) {
            Runnable change = next.get();
            long start = System.nanoTime();
            processor[count] = Stopwatch.seconds(change) * MICROS;
            wall[count] = (System.nanoTime() - start) / NANOS_PER_MICRO;
            spent += processor[count++];
        }
        return new Samples(Arrays.copyOf(processor, count), Arrays.copyOf(wall, count));
    }

    /** Processor time of this thread. */
    double[] processor() {
        return processor;
    }

    /** By the clock on the wall. */
    double[] wall() {
        return wall;
    }
}
