package io.cradle.core.explain;

import io.cradle.core.footprint.Component;
import java.util.ArrayList;
import java.util.List;

/** The lines of a product's own, in the order of its row. */
final class InputContributions {
    private InputContributions() {}

    static List<InputContribution> of(Upstream upstream) {
        List<InputContribution> lines = new ArrayList<>();
        for (Upstream.Emission emission : upstream.product().emissions()) {
            double kgCO2e = Component.excludingUptake(emission.indicators(), 0);
            lines.add(new InputContribution(
                    new Contribution(
                            LeafContribution.DIRECT,
                            emission.gas(),
                            emission.kg(),
                            "kg",
                            kgCO2e,
                            emission.purpose(),
                            List.of()),
                    kgCO2e < 0,
                    emission.indicators()));
        }
        for (Upstream.Input input : upstream.product().inputs()) {
            lines.add(of(input, upstream.nodes().get(input.node())));
        }
        return List.copyOf(lines);
    }

    private static InputContribution of(Upstream.Input input, Upstream.Node node) {
        double[] indicators = new double[Component.INDICATORS];
        for (int c = 0; c < indicators.length; c++) {
            indicators[c] = input.coefficient() * node.values()[c];
        }
        return new InputContribution(
                new Contribution(
                        node.kind(),
                        node.name(),
                        input.amount(),
                        input.unit(),
                        input.coefficient() * node.excludingUptake(),
                        input.purpose(),
                        input.notes()),
                input.coefficient() < 0,
                indicators);
    }
}
