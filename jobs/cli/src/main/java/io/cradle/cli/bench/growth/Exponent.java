package io.cradle.cli.bench.growth;

/** The exponent of growth: the slope of a straight line through the logarithms, by least squares. */
final class Exponent {
    private Exponent() {}

    /** Of costs against sizes: 1 is proportional. Needs two points. */
    static double against(double[] sizes, double[] costs) {
        double[] xs = logs(sizes);
        double[] ys = logs(costs);
        double meanX = mean(xs);
        double meanY = mean(ys);
        double above = 0;
        double below = 0;
        for (int i = 0; i < xs.length; i++) {
            above += (xs[i] - meanX) * (ys[i] - meanY);
            below += (xs[i] - meanX) * (xs[i] - meanX);
        }
        return above / below;
    }

    /** n log n of every size. */
    static double[] nLogN(double[] sizes) {
        double[] products = new double[sizes.length];
        for (int i = 0; i < sizes.length; i++) {
            products[i] = sizes[i] * Math.log(sizes[i]);
        }
        return products;
    }

    private static double[] logs(double[] numbers) {
        double[] logs = new double[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            logs[i] = Math.log(numbers[i]);
        }
        return logs;
    }

    private static double mean(double[] numbers) {
        double sum = 0;
        for (double number : numbers) {
            sum += number;
        }
        return sum / numbers.length;
    }
}
