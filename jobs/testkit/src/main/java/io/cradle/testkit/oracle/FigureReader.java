package io.cradle.testkit.oracle;

import io.cradle.schemas.DataQuality;
import io.cradle.schemas.Indicators;
import java.math.BigDecimal;

/** Reads the figures that a factor or a supplier states, and checks their signs and their sum. */
final class FigureReader {
    private static final double SUM_TOLERANCE = 1e-6;

    private final FieldReader fields;

    FigureReader(FieldReader fields) {
        this.fields = fields;
    }

    /** The leaf per {@code perUnits} units. */
    Leaf leaf(Indicators stated, DataQuality quality, double perUnits) {
        double[] vector = indicators(stated);
        for (int i = 0; i < vector.length; i++) {
            vector[i] /= perUnits;
        }
        BigDecimal share = fields.notNegative(quality.getPrimaryDataShare());
        double[] ratings = {
            rating(quality.getTechnologicalDqr()),
            rating(quality.getGeographicalDqr()),
            rating(quality.getTemporalDqr())
        };
        return new Leaf(vector, share == null ? 0 : share.doubleValue() / 100, ratings);
    }

    /** Checks a stated sum against the indicators. */
    void checkSum(Indicators stated, String statedExcl) {
        BigDecimal sum = fields.number(statedExcl);
        if (sum == null) {
            return;
        }
        double[] vector = indicators(stated);
        double gross = 0;
        for (Indicator indicator : Indicator.values()) {
            gross += indicator.inExcl() ? Math.abs(vector[indicator.ordinal()]) : 0;
        }
        double off = Math.abs(sum.doubleValue() - Indicator.excl(vector));
        fields.faultWhen(off > SUM_TOLERANCE * gross, Reason.SUM_MISMATCH);
    }

    private double[] indicators(Indicators stated) {
        double[] vector = new double[Indicator.COUNT];
        for (Indicator indicator : Indicator.values()) {
            BigDecimal number = fields.number((String) stated.get(indicator.field()));
            if (number != null) {
                vector[indicator.ordinal()] = number.doubleValue();
                fields.faultWhen(number.signum() * indicator.sign() < 0, Reason.SIGN_MISMATCH);
            }
        }
        return vector;
    }

    private double rating(String text) {
        BigDecimal rating = fields.notNegative(text);
        return rating == null ? Leaf.UNKNOWN_RATING : rating.doubleValue();
    }
}
