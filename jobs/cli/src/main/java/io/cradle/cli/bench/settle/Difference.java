package io.cradle.cli.bench.settle;

import io.cradle.core.footprint.Component;
import io.cradle.core.linear.LinearSystem;

/** How far figures are from what they should be, the largest of all nodes. */
final class Difference {
    private static final int COUNT = Component.COUNT;

    private Difference() {}

    /** Of every component from a solve that starts at nothing, against the node's magnitude. */
    static double fromScratch(Compiled compiled, int nodes) {
        LinearSystem system = compiled.system();
        double[] kept = new double[nodes * COUNT];
        for (int node = 0; node < nodes; node++) {
            System.arraycopy(system.values(node), 0, kept, node * COUNT, COUNT);
        }
        compiled.forgetValues();
        compiled.settle();
        double largest = 0;
        for (int node = 0; node < nodes; node++) {
            double[] values = system.values(node);
            double scale = scale(values);
            for (int c = 0; c < COUNT; c++) {
                largest = Math.max(largest, Math.abs(values[c] - kept[node * COUNT + c]) / scale);
            }
        }
        return largest;
    }

    /** The largest value: ratings and tiers are multiples of the gross figure. */
    private static double scale(double[] values) {
        double scale = Double.MIN_NORMAL;
        for (double value : values) {
            scale = Math.max(scale, Math.abs(value));
        }
        return scale;
    }

    /** Of fossil emissions in the kernel from other figures, by slot. */
    static double ofFossil(Compiled compiled, double[] figures) {
        double largest = 0;
        for (int slot = 0; slot < figures.length; slot++) {
            double kernel = compiled.system().value(compiled.structure().node(slot), Component.FOSSIL);
            double scale = Math.max(Math.abs(kernel), Double.MIN_NORMAL);
            largest = Math.max(largest, Math.abs(kernel - figures[slot]) / scale);
        }
        return largest;
    }
}
