package io.cradle.cli.bench.settle;

import io.cradle.testkit.realistic.RealisticNetwork;
import io.cradle.testkit.realistic.Recipe;
import java.util.SplittableRandom;

/**
 * Random changes. A changed row is always the network's own with one thing different, so that a network does not wear out
 * however many changes it has seen. A line added leads to an input of an input: it closes no loop that was not there.
 */
final class Changes {
    private final RealisticNetwork network;
    private final SplittableRandom dice;
    private final Recipe recipe = new Recipe();
    private int version = 1;

    /** One change, ready to be made. */
    interface Change {
        void make(Compiled compiled);
    }

    Changes(RealisticNetwork network, long seed) {
        this.network = network;
        this.dice = new SplittableRandom(seed);
    }

    /** Of a bill: of ten, six change an amount, two add a line, two remove one. */
    Change ofABill() {
        Rows row = row();
        return switch (dice.nextInt(10)) {
            case 0, 1 -> set(row.withLineTo(inputOfAnInput(row)));
            case 2, 3 -> set(row.withoutALine(dice));
            default -> set(row.withAmountChanged(dice));
        };
    }

    /** Of a bill, and in every tenth case of a factor other than the one that most rest on. */
    Change ofAnything() {
        return dice.nextInt(10) == 0 ? revision(dice.nextInt(1, network.factors())) : ofABill();
    }

    /** Of the factor that most products rest on. */
    Change ofTheHubFactor() {
        return revision(0);
    }

    private Change revision(int factor) {
        int to = version++;
        return compiled -> compiled.revise(factor, to);
    }

    private static Change set(Rows row) {
        return compiled -> compiled.set(row);
    }

    private Rows row() {
        return Rows.of(network, dice.nextInt(network.products()), recipe);
    }

    private int inputOfAnInput(Rows row) {
        int input = row.randomTarget(dice);
        if (input < network.factors()) {
            return input;
        }
        return Rows.of(network, input - network.factors(), recipe).randomTarget(dice);
    }
}
