package io.cradle.cli.suppliers.pact;

import io.cradle.schemas.DataQuality;

/**
 * Quality of the figures.
 *
 * @param exemptedPercent 0–100
 */
record QualityReader(DataQuality quality, String exemptedPercent) {
    private static final String PRIMARY = "primaryDataShare";
    private static final String EXEMPTED = "exemptedEmissionsPercent";
    private static final String RATINGS = "dqi";
    /** Most that PACT methodology 3 lets be exempted. */
    private static final int MAX_EXEMPTED_PERCENT = 3;

    static QualityReader of(PactObject pcf) {
        PactDecimal primary = pcf.within(PRIMARY, 0, 100);
        if (!pcf.has(PRIMARY)) {
            pcf.note(PRIMARY, "is not stated", "it counts as 0 %");
        }
        DataQuality.Builder quality = DataQuality.newBuilder().setPrimaryDataShare(text(primary));
        PactObject ratings = pcf.object(RATINGS);
        if (ratings != null) {
            quality.setTechnologicalDqr(rating(ratings, "technologicalDQR"));
            quality.setGeographicalDqr(rating(ratings, "geographicalDQR"));
            quality.setTemporalDqr(rating(ratings, "temporalDQR"));
        } else if (!pcf.has(RATINGS)) {
            pcf.note(RATINGS, "is not stated", "each rating counts as 5, unknown");
        }
        return new QualityReader(quality.build(), exempted(pcf));
    }

    private static String exempted(PactObject pcf) {
        PactDecimal exempted = pcf.requiredWithin(EXEMPTED, 0, 100);
        if (exempted != null && !exempted.isWithin(0, MAX_EXEMPTED_PERCENT)) {
            pcf.warn(
                    EXEMPTED, exempted.text() + " % is exempted", "PACT allows at most " + MAX_EXEMPTED_PERCENT + " %");
        }
        return text(exempted);
    }

    private static String rating(PactObject ratings, String field) {
        return text(ratings.requiredWithin(field, 1, 5));
    }

    private static String text(PactDecimal decimal) {
        return decimal == null ? null : decimal.text();
    }
}
