package io.cradle.cli.suppliers.pact;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;

/**
 * The sum rule of PACT 3: the stated footprint is the sum of its indicators. Most documents that are passed around break
 * it, so the judgement is left to whoever reads the outcome.
 */
final class SumRule {
    /** Of the sum of all magnitudes: what the job accepts of a stated sum (docs/figures.md, section 9). */
    private static final BigDecimal ROUNDING = new BigDecimal("1e-6");

    /** How a stated figure and its indicators agree. */
    enum Outcome {
        AGREES,
        /** The sum, rounded to the digits of the stated figure, is the stated figure. */
        AGREES_ROUNDED,
        DIFFERS
    }

    private SumRule() {}

    /** Sum of the indicators that count excluding biogenic uptake, exactly; what is absent is 0. */
    static BigDecimal excludingUptake(Map<PactIndicator, PactDecimal> indicators) {
        return indicators.entrySet().stream()
                .filter(entry -> entry.getKey().countsExcludingUptake())
                .map(entry -> entry.getValue().value())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** {@code sum}: what the indicators add up to. */
    static Outcome outcome(PactDecimal stated, BigDecimal sum, Map<PactIndicator, PactDecimal> indicators) {
        BigDecimal gross = indicators.values().stream()
                .map(indicator -> indicator.value().abs())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal off = stated.value().subtract(sum).abs();
        if (off.compareTo(ROUNDING.multiply(gross.max(stated.value().abs()))) <= 0) {
            return Outcome.AGREES;
        }
        // Half a unit of its last digit, either way a half is rounded.
        BigDecimal halfDigit = BigDecimal.ONE
                .movePointLeft(stated.value().scale())
                .divide(BigDecimal.valueOf(2), stated.value().scale() + 1, RoundingMode.UNNECESSARY);
        boolean hasFewerDigits =
                sum.stripTrailingZeros().scale() > stated.value().scale();
        return hasFewerDigits && off.compareTo(halfDigit) <= 0 ? Outcome.AGREES_ROUNDED : Outcome.DIFFERS;
    }
}
