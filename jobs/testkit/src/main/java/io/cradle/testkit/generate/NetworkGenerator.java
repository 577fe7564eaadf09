package io.cradle.testkit.generate;

import io.cradle.testkit.oracle.LogEntry;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes logs of whole networks from a seed: the same seed and options always give the same log. Records come in bursts
 * of a few within half a second and in gaps of minutes to days, so that epochs hold several records, one, or none, and
 * periods open, close and are dropped on the way.
 */
public final class NetworkGenerator {
    private static final int BURST_GAP_MS_MAX = 60;

    private final GeneratorOptions options;
    private final Dice dice;
    private final List<Actions> actions = new ArrayList<>();
    private final LogBuilder log;

    private NetworkGenerator(long seed, GeneratorOptions options) {
        this.options = options;
        this.dice = new Dice(seed);
        this.log = new LogBuilder(options.partitions());
        actions.add(new FactorActions(options, dice));
        for (int i = 0; i < options.networks(); i++) {
            World world = new World(options, dice, "n" + i);
            actions.add(new BillActions(world));
            actions.add(new MeterActions(world));
            actions.add(new ActivityActions(world));
            actions.add(new ProductionActions(world));
            actions.add(new TradeActions(world));
            actions.add(new DirtyActions(world));
        }
    }

    /** The log of a seed, in order of arrival. */
    public static List<LogEntry> generate(long seed, GeneratorOptions options) {
        return new NetworkGenerator(seed, options).write();
    }

    private List<LogEntry> write() {
        long nowMs = options.start().toEpochMilli();
        for (Actions kind : actions) {
            kind.begin(log.at(nowMs), nowMs);
            nowMs += dice.between(0, BURST_GAP_MS_MAX);
        }
        double meanGapMs = options.span().toMillis() / (0.6 * options.actions());
        for (int i = 0; i < options.actions(); i++) {
            boolean burst = dice.chance(0.4);
            nowMs += burst ? dice.between(0, BURST_GAP_MS_MAX) : dice.exponential(meanGapMs);
            pickByWeight().act(log.at(nowMs), nowMs);
        }
        return log.entries();
    }

    private Actions pickByWeight() {
        int left = dice.between(1, actions.stream().mapToInt(Actions::weight).sum());
        for (Actions kind : actions) {
            left -= kind.weight();
            if (left <= 0) {
                return kind;
            }
        }
        throw new IllegalStateException("weights do not add up");
    }
}
