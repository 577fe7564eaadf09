package io.cradle.cli.suppliers.pact;

import io.cradle.cli.suppliers.pact.GasTable.Amount;
import io.cradle.core.factor.Gas;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Figures must be GWP100 of AR6. A document does not say its gases, so figures of another set can be restated only where
 * they are CO2 by definition, whose factor is 1 in every set, or where the operator knows their gases.
 */
final class GwpRule {
    static final String AR6 = "AR6";
    private static final String AR5 = "AR5";
    private static final String FIELD = "ipccCharacterizationFactors";
    private static final Pattern SET = Pattern.compile("AR\\d+");
    /** How far the gases may be from the stated figure: suppliers round both. */
    private static final BigDecimal ROUNDING = new BigDecimal("0.001");

    private final PactObject pcf;
    private final String document;
    private final GasTable gases;
    private final Map<PactIndicator, PactDecimal> restated = new EnumMap<>(PactIndicator.class);

    private GwpRule(PactObject pcf, String document, GasTable gases) {
        this.pcf = pcf;
        this.document = document;
        this.gases = gases;
    }

    /** The figures that have another value under AR6. */
    static Map<PactIndicator, PactDecimal> restate(
            PactObject pcf, String document, Map<PactIndicator, PactDecimal> indicators, GasTable gases) {
        GwpRule rule = new GwpRule(pcf, document, gases);
        List<String> sets = pcf.requiredTexts(FIELD);
        for (String set : sets) {
            if (!SET.matcher(set).matches()) {
                pcf.error(FIELD, "'" + set + "' is no report of the IPCC", "give \"AR6\"");
            }
        }
        if (sets.stream().anyMatch(set -> !set.equals(AR6) && SET.matcher(set).matches())) {
            rule.restate(sets, indicators);
        }
        return rule.restated;
    }

    private void restate(List<String> sets, Map<PactIndicator, PactDecimal> indicators) {
        String under = "figures are under " + String.join(" and ", sets);
        List<PactIndicator> open = indicators.entrySet().stream()
                .filter(entry -> !entry.getKey().isOnlyCo2() && entry.getValue().sign() != 0)
                .map(Map.Entry::getKey)
                .toList();
        List<String> unknown = open.stream()
                .filter(indicator -> gases.of(document, indicator).isEmpty())
                .map(PactIndicator::field)
                .toList();
        if (!unknown.isEmpty()) {
            pcf.error(
                    FIELD,
                    under + ", and " + String.join(", ", unknown) + " may hold other gases than CO2",
                    "their gases are not said, so they cannot be restated: ask the supplier for [\"AR6\"], or give"
                            + " --gases");
            return;
        }
        open.forEach(indicator -> restate(sets, indicator, indicators.get(indicator)));
        pcf.note(
                FIELD,
                under,
                open.isEmpty()
                        ? "all of them are CO2, which is the same under AR6"
                        : "restated under AR6 from their gases: " + restated);
    }

    private void restate(List<String> sets, PactIndicator indicator, PactDecimal stated) {
        List<Amount> parts = gases.of(document, indicator);
        Optional<BigDecimal> underAr5 = total(parts, Gas::gwp100Ar5);
        BigDecimal underAr6 =
                total(parts, gas -> OptionalDouble.of(gas.gwp100())).orElseThrow();
        boolean explained = (sets.contains(AR6) && isNear(underAr6, stated))
                || (sets.contains(AR5) && underAr5.isPresent() && isNear(underAr5.get(), stated));
        if (!explained) {
            pcf.error(
                    indicator.field(),
                    "its gases make up "
                            + underAr5.map(BigDecimal::toPlainString).orElse("an unknown amount") + " under AR5, but "
                            + stated.text() + " is stated",
                    "give the gases in kg per declared unit amount, those whose value under AR5 is known");
            return;
        }
        restated.put(indicator, PactDecimal.of(underAr6.toPlainString()));
    }

    /** Empty where the value of a gas is not known. */
    private static Optional<BigDecimal> total(List<Amount> parts, Function<Gas, OptionalDouble> gwp) {
        if (parts.stream().anyMatch(part -> gwp.apply(part.gas()).isEmpty())) {
            return Optional.empty();
        }
        return Optional.of(parts.stream()
                .map(part -> part.kg()
                        .multiply(BigDecimal.valueOf(gwp.apply(part.gas()).orElseThrow())))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .stripTrailingZeros());
    }

    private static boolean isNear(BigDecimal total, PactDecimal stated) {
        BigDecimal off = total.subtract(stated.value()).abs();
        return off.compareTo(ROUNDING.multiply(stated.value().abs())) <= 0;
    }
}
