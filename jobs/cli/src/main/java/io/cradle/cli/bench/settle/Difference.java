package io.cradle.cli.bench.settle;

import io.cradle.core.footprint.Component;
import io.cradle.core.linear.LinearSystem;

/** How far figures are from what they should be, as shares of a node's magnitude; the largest of all nodes. */
final class Difference {
    private static final int COUNT = Component.COUNT;
    private static final int MAGNITUDE = Component.MAGNITUDE.ordinal();

    private Difference() {}

    /** Of every component from a solve that starts at nothing, against the node's magnitude, or the component's own value where it is larger. */
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
            double magnitude = values[MAGNITUDE];
            for (int c = 0; c < COUNT; c++) {
                double scale = Math.max(Math.max(magnitude, Math.abs(values[c])), Double.MIN_NORMAL);
                largest = Math.max(largest, Math.abs(values[c] - kept[node * COUNT + c]) / scale);
            }
        }
        return largest;
    }

    /** Of fossil emissions in the kernel from other figures, by slot. */
    static double ofFossil(Compiled compiled, double[] figures) {
        double largest = 0;
        for (int slot = 0; slot < figures.length; slot++) {
            int node = compiled.structure().node(slot);
            double scale = Math.max(compiled.system().value(node, Component.MAGNITUDE), Double.MIN_NORMAL);
            double kernel = compiled.system().value(node, Component.FOSSIL);
            largest = Math.max(largest, Math.abs(kernel - figures[slot]) / scale);
        }
        return largest;
    }
}
