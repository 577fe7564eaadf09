package io.cradle.cli.chaos;

import io.cradle.schemas.ProductFootprint;
import io.cradle.schemas.wire.SchemaCatalog;
import io.cradle.testkit.generate.LargeNetwork;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Holds the publications of the large network against what is known of its figures without solving anything. */
final class LargeJudge {
    private static final double TOLERANCE = 1e-9;
    /** How far from a whole number a step may be: what the tolerance of a figure makes of it. */
    private static final double STEP_TOLERANCE = 1e-3;

    private final LargeNetwork network;
    private final double[] figures;
    private final FootprintDecoder decoder;
    private final List<String> findings = new ArrayList<>();
    private final Set<String> products = new HashSet<>();
    private final Map<Long, Long> stepByAsOf = new TreeMap<>();
    private int checked;

    LargeJudge(LargeNetwork network, SchemaCatalog catalog) {
        this.network = network;
        this.figures = network.figures();
        this.decoder = new FootprintDecoder(catalog);
    }

    /** What is wrong, one sentence each. */
    List<String> judge(List<byte[]> values) {
        values.forEach(this::judge);
        if (products.size() != network.size()) {
            findings.add(network.size() - products.size() + " products were never published complete");
        }
        long before = 0;
        for (Map.Entry<Long, Long> step : stepByAsOf.entrySet()) {
            if (step.getValue() < before) {
                findings.add("the probe went back from step " + before + " to " + step.getValue());
            }
            before = step.getValue();
        }
        return findings;
    }

    int checked() {
        return checked;
    }

    private void judge(byte[] value) {
        checked++;
        ProductFootprint footprint = decoder.decode(value);
        double figure = footprint.getFigures().getPcfExcludingBiogenicUptake();
        if (footprint.getProduct().equals(LargeScript.PROBE)) {
            judgeProbe(footprint.getAsOf().toEpochMilli(), figure);
            return;
        }
        judgeProduct(footprint, figure, figures[LargeNetwork.number(footprint.getProduct())]);
    }

    /** Bills arrive in more than one epoch: until its inputs are there, a product is incomplete, a lower bound. */
    private void judgeProduct(ProductFootprint footprint, double figure, double expected) {
        boolean complete = footprint.getResult().equals("complete");
        double error = figure - expected;
        if ((complete ? Math.abs(error) : error) > TOLERANCE * expected) {
            findings.add(footprint.getProduct() + " is " + figure + " (" + footprint.getResult() + "), expected "
                    + (complete ? "" : "at most ") + expected);
        }
        if (complete) {
            products.add(footprint.getProduct());
        }
    }

    private void judgeProbe(long asOfMs, double figure) {
        double step = LargeScript.step(figure, figures[network.size() - 1]);
        if (Math.abs(step - Math.rint(step)) > STEP_TOLERANCE) {
            findings.add("the probe is " + figure + ", which no bill of it gives");
        }
        Long before = stepByAsOf.put(asOfMs, Math.round(step));
        if (before != null && before != Math.round(step)) {
            findings.add("the probe has two figures as of " + asOfMs);
        }
    }
}
