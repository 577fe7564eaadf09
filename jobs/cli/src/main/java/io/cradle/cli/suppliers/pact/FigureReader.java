package io.cradle.cli.suppliers.pact;

import io.cradle.schemas.Indicators;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;

/** The indicators of a CarbonFootprint: decimals, signs and sums. */
final class FigureReader {
    private static final String EXCLUDING = "pcfExcludingBiogenicUptake";
    private static final String INCLUDING = "pcfIncludingBiogenicUptake";

    private final PactObject pcf;
    private final Map<PactIndicator, PactDecimal> indicators = new EnumMap<>(PactIndicator.class);
    private PactDecimal statedSum;

    private FigureReader(PactObject pcf) {
        this.pcf = pcf;
    }

    static FigureReader of(PactObject pcf) {
        FigureReader figures = new FigureReader(pcf);
        figures.readIndicators();
        figures.judgeSums();
        return figures;
    }

    /** Indicators that are stated. */
    Map<PactIndicator, PactDecimal> indicators() {
        return indicators;
    }

    /** The stated footprint excluding uptake where the indicators add up to it, else null. */
    PactDecimal statedSum() {
        return statedSum;
    }

    /** Puts figures under AR6 in the place of stated ones; what they add up to is then stated no more. */
    void restate(Map<PactIndicator, PactDecimal> restated) {
        if (!restated.isEmpty()) {
            indicators.putAll(restated);
            statedSum = null;
        }
    }

    /** Everything times a factor, exactly. */
    Indicators record(BigDecimal factor) {
        Indicators.Builder record = Indicators.newBuilder();
        indicators.forEach(
                (indicator, value) -> indicator.set(record, value.times(factor).text()));
        return record.build();
    }

    private void readIndicators() {
        for (PactIndicator indicator : PactIndicator.values()) {
            PactDecimal value = indicator == PactIndicator.FOSSIL
                    ? pcf.requiredDecimal(indicator.field())
                    : pcf.decimal(indicator.field());
            if (value == null) {
                continue;
            }
            if (value.sign() * indicator.sign() < 0) {
                pcf.error(
                        indicator.field(),
                        value.text() + " has the wrong sign",
                        indicator.sign() > 0 ? "emissions are 0 or more" : "removals and uptake are 0 or less");
            }
            indicators.put(indicator, value);
        }
    }

    private void judgeSums() {
        PactDecimal excluding = pcf.requiredDecimal(EXCLUDING);
        PactDecimal including = pcf.requiredDecimal(INCLUDING);
        BigDecimal sum = SumRule.excludingUptake(indicators);
        if (excluding != null) {
            SumRule.Outcome outcome = SumRule.outcome(excluding, sum, indicators);
            statedSum = outcome == SumRule.Outcome.AGREES ? excluding : null;
            say(outcome, EXCLUDING, excluding, sum, "its indicators");
        }
        if (including != null) {
            PactDecimal uptake = indicators.get(PactIndicator.BIOGENIC_UPTAKE);
            BigDecimal withUptake = uptake == null ? sum : sum.add(uptake.value());
            say(
                    SumRule.outcome(including, withUptake, indicators),
                    INCLUDING,
                    including,
                    withUptake,
                    "with the uptake");
        }
    }

    private void say(SumRule.Outcome outcome, String field, PactDecimal stated, BigDecimal sum, String parts) {
        String what = stated.text() + " is stated, but " + parts + " add up to " + sum.toPlainString();
        switch (outcome) {
            case AGREES -> {}
            case AGREES_ROUNDED -> pcf.note(field, what, "the stated figure is rounded, the indicators count");
            case DIFFERS -> pcf.warn(field, what, "the indicators count and the stated figure is left out");
        }
    }
}
