package io.cradle.testkit.realistic;

import java.util.Arrays;

/**
 * All recipes of a network as arrays: the lines of product p are those from {@code starts[p]} to {@code starts[p + 1]}.
 *
 * @param starts by product, and the number of lines at its end
 * @param inputs nodes, factors first
 * @param amounts units of the input per unit of the product
 */
public record EdgeArrays(int[] starts, int[] inputs, double[] amounts) {

    /** Reads every recipe once. */
    public static EdgeArrays of(RealisticNetwork network) {
        int products = network.products();
        int[] starts = new int[products + 1];
        int[] inputs = new int[12 * products];
        double[] amounts = new double[12 * products];
        Recipe recipe = new Recipe();
        int end = 0;
        for (int product = 0; product < products; product++) {
            network.read(product, recipe);
            if (end + recipe.size() > inputs.length) {
                int length = end + end / 8 + recipe.size();
                inputs = Arrays.copyOf(inputs, length);
                amounts = Arrays.copyOf(amounts, length);
            }
            for (int line = 0; line < recipe.size(); line++) {
                inputs[end] = recipe.input(line);
                amounts[end++] = recipe.amount(line);
            }
            starts[product + 1] = end;
        }
        return new EdgeArrays(starts, Arrays.copyOf(inputs, end), Arrays.copyOf(amounts, end));
    }

    public int lines() {
        return inputs.length;
    }
}
