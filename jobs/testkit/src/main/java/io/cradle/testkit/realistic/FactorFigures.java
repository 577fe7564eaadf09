package io.cradle.testkit.realistic;

import java.util.SplittableRandom;

/**
 * The figures of one emission factor.
 *
 * @param tenThousandths the nine indicators in the order of PACT v3, fossil first, in 1e-4 kgCO2e per unit
 * @param primaryDataShare percent
 * @param ratings technological, geographical and temporal data quality, 1 to 5
 */
public record FactorFigures(int[] tenThousandths, int primaryDataShare, int[] ratings) {
    private static final int INDICATORS = 9;
    private static final double TEN_THOUSAND = 1e4;
    private static final int PURPOSE = 1;

    /** The figures of a factor in its first version (0) or after so many revisions. */
    public static FactorFigures of(RealisticNetwork network, int factor, int version) {
        SplittableRandom dice = network.dice(factor, PURPOSE + version);
        int[] figures = new int[INDICATORS];
        figures[0] = dice.nextInt(500, 30_000);
        if (dice.nextInt(6) == 0) {
            // Of the land: change, management, methane of it, what grows takes up.
            figures[1] = dice.nextInt(4_000);
            figures[2] = dice.nextInt(1_000);
            figures[3] = -dice.nextInt(800);
            figures[4] = dice.nextInt(1_500);
            figures[7] = -dice.nextInt(9_000);
        }
        figures[8] = dice.nextInt(20) == 0 ? dice.nextInt(figures[0]) : 0;
        int[] ratings = {dice.nextInt(1, 6), dice.nextInt(1, 6), dice.nextInt(1, 6)};
        return new FactorFigures(figures, 5 * dice.nextInt(21), ratings);
    }

    /** kgCO2e per unit. */
    public double indicator(int number) {
        return tenThousandths[number] / TEN_THOUSAND;
    }
}
