package io.cradle.cli.bench.settle;

import io.cradle.core.Position;
import io.cradle.core.factor.Leaf;
import io.cradle.core.factor.Quality;
import io.cradle.core.quantity.MassEnergy;
import io.cradle.core.quantity.Units;
import io.cradle.testkit.realistic.FactorFigures;
import io.cradle.testkit.realistic.RealisticNetwork;
import java.util.stream.IntStream;

/** The component vectors of factors. */
final class Leaves {
    private static final int INDICATORS = 9;
    private static final double PERCENT = 100;
    private static final Position ANYWHERE = new Position(0, "emission-factors", 0, 0);

    private Leaves() {}

    /** Of a factor as revised so often. */
    static double[] vector(RealisticNetwork network, int factor, int version) {
        FactorFigures figures = FactorFigures.of(network, factor, version);
        double[] indicators =
                IntStream.range(0, INDICATORS).mapToDouble(figures::indicator).toArray();
        int[] ratings = figures.ratings();
        Quality quality = new Quality(figures.primaryDataShare() / PERCENT, ratings[0], ratings[1], ratings[2]);
        return new Leaf("factor" + factor, null, null, indicators, quality, MassEnergy.none(Units.KG), ANYWHERE)
                .vector();
    }
}
