package io.cradle.cli.bench.settle;

import io.cradle.core.linear.Edges;
import io.cradle.testkit.realistic.RealisticNetwork;
import io.cradle.testkit.realistic.Recipe;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * The edges of one product as the kernel takes them. Nodes of the kernel have the numbers of the network: factors first,
 * then products.
 */
record Rows(int node, int[] targets, double[] coefficients, byte[] flags) {
    /** What a change makes of an amount: products of a unit stay below one unit. */
    private static final double LEAST = 0.8;

    private static final double MOST = 1.05;
    private static final double ADDED = 1e-3;

    /** A product's row as the network has it. */
    static Rows of(RealisticNetwork network, int product, Recipe recipe) {
        network.read(product, recipe);
        int size = recipe.size();
        int[] targets = new int[size];
        double[] coefficients = new double[size];
        byte[] flags = new byte[size];
        for (int line = 0; line < size; line++) {
            targets[line] = recipe.input(line);
            coefficients[line] = recipe.amount(line);
            flags[line] = (byte)
                    ((recipe.isPrimary(line) ? Edges.PRIMARY : 0) | (recipe.isPackaging(line) ? Edges.PACKAGING : 0));
        }
        return new Rows(network.node(product), targets, coefficients, flags);
    }

    /** The same with one amount changed. */
    Rows withAmountChanged(SplittableRandom dice) {
        double[] changed = coefficients.clone();
        changed[dice.nextInt(changed.length)] *= dice.nextDouble(LEAST, MOST);
        return new Rows(node, targets, changed, flags);
    }

    /** The same without one of its lines, unless it has only one. */
    Rows withoutALine(SplittableRandom dice) {
        int last = targets.length - 1;
        if (last == 0) {
            return withAmountChanged(dice);
        }
        int gone = dice.nextInt(targets.length);
        int[] fewer = Arrays.copyOf(targets, last);
        double[] amounts = Arrays.copyOf(coefficients, last);
        byte[] marks = Arrays.copyOf(flags, last);
        if (gone < last) {
            fewer[gone] = targets[last];
            amounts[gone] = coefficients[last];
            marks[gone] = flags[last];
        }
        return new Rows(node, fewer, amounts, marks);
    }

    /** The same with one line more. */
    Rows withLineTo(int target) {
        int size = targets.length;
        int[] more = Arrays.copyOf(targets, size + 1);
        double[] amounts = Arrays.copyOf(coefficients, size + 1);
        more[size] = target;
        amounts[size] = ADDED;
        return new Rows(node, more, amounts, Arrays.copyOf(flags, size + 1));
    }

    int randomTarget(SplittableRandom dice) {
        return targets[dice.nextInt(targets.length)];
    }
}
