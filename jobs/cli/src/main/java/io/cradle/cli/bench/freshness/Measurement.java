package io.cradle.cli.bench.freshness;

import io.cradle.cli.CommandException;
import io.cradle.cli.bench.plot.Plot;
import io.cradle.cli.bench.report.Case;
import io.cradle.cli.bench.report.Spread;
import io.cradle.cli.bench.report.Target;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * What a run found.
 *
 * @param loadSeconds until the network was settled
 * @param readingsPerSecond by log time
 * @param lagSeconds from the append of the last reading to the arrival of the last figure
 * @param use of the machine while readings were appended
 */
record Measurement(double loadSeconds, Ages ages, double readingsPerSecond, double lagSeconds, MachineUse.Use use) {
    private static final double LATEST_S = 1.5;
    private static final double LEAST_OF_RATE = 0.98;
    private static final double POINTS_PER_DECADE = 20;
    /** Times are whole milliseconds; a figure can be in hand within the one in which its epoch ends. */
    private static final double SHORTEST_S = 1e-3;

    /** @param rate readings per second asked for */
    void report(Case found, int rate) {
        if (ages.ofFirst().length == 0) {
            throw new CommandException("no figure arrived in all the time: the job does not keep up, or does not run");
        }
        Spread first = Spread.of(ages.ofFirst());
        found.measured("oldest reading to figure in hand", first, "s");
        found.measured("oldest reading to figure in hand, p99", first.p99(), "s", Target.atMost(LATEST_S));
        found.measured("figures within 1.5 s", 100 * inTime(), "%");
        found.measured("newest reading to figure in hand", Spread.of(ages.ofNewest()), "s");
        found.measured("end of the epoch to figure in hand", Spread.of(ages.afterEpoch()), "s");
        found.measured("figures that never came", ages.missing(), "", Target.atMost(0));
        found.measured("readings appended", readingsPerSecond, "1/s", Target.atLeast(LEAST_OF_RATE * rate));
        found.measured("products published in an epoch", Spread.of(ages.publications()), "");
        found.measured("last reading to last figure", lagSeconds, "s");
        found.measured("loading and settling the network", loadSeconds, "s");
        found.measured("processors: broker, job, bench", use.own(), "");
        found.measured("processors: everybody else", use.others(), "");
        found.measured("load of the machine", use.load(), "");
    }

    private double inTime() {
        return Arrays.stream(ages.ofFirst()).filter(age -> age <= LATEST_S).count() / (double) ages.ofFirst().length;
    }

    /**
     * The oldest reading by time: whether late figures are spread out, or came after one standstill.
     *
     * @param epochSeconds length of an epoch
     */
    Plot.Line overTime(double epochSeconds) {
        double[] xs = new double[ages.oldestOfEpoch().length];
        Arrays.setAll(xs, epoch -> (epoch + 1) * epochSeconds);
        double[] ys = Arrays.stream(ages.oldestOfEpoch())
                .map(age -> Math.max(SHORTEST_S, age))
                .toArray();
        return new Plot.Line("oldest reading", xs, ys);
    }

    /** The distributions as tails: at x = 100 stands what one figure in 100 exceeds. */
    List<Plot.Line> tails() {
        return List.of(
                tail("oldest reading", ages.ofFirst()),
                tail("newest reading", ages.ofNewest()),
                tail("end of epoch", ages.afterEpoch()));
    }

    private static Plot.Line tail(String name, double[] samples) {
        double[] sorted = samples.clone();
        Arrays.sort(sorted);
        double[] xs = DoubleStream.iterate(0, decades -> decades + 1 / POINTS_PER_DECADE)
                .map(decades -> Math.pow(10, decades))
                .takeWhile(x -> x <= sorted.length)
                .toArray();
        double[] ys = Arrays.stream(xs)
                .map(x -> sorted[Math.min(sorted.length - 1, (int) (sorted.length * (1 - 1 / x)))])
                .map(age -> Math.max(SHORTEST_S, age))
                .toArray();
        return new Plot.Line(name, xs, ys);
    }
}
