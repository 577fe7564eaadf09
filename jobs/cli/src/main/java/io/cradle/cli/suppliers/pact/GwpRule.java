package io.cradle.cli.suppliers.pact;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Figures must be GWP100 of AR6. A document does not say its gases, so figures of another set can be restated only where
 * they are CO2 by definition: its factor is 1 in every set.
 */
final class GwpRule {
    static final String AR6 = "AR6";
    private static final String FIELD = "ipccCharacterizationFactors";
    private static final Pattern SET = Pattern.compile("AR\\d+");

    private GwpRule() {}

    static void judge(PactObject pcf, Map<PactIndicator, PactDecimal> indicators) {
        List<String> sets = pcf.requiredTexts(FIELD);
        for (String set : sets) {
            if (!SET.matcher(set).matches()) {
                pcf.error(FIELD, "'" + set + "' is no report of the IPCC", "give \"AR6\"");
            }
        }
        List<String> others = sets.stream()
                .filter(set -> !set.equals(AR6) && SET.matcher(set).matches())
                .toList();
        if (others.isEmpty()) {
            return;
        }
        List<String> mixed = indicators.entrySet().stream()
                .filter(entry -> !entry.getKey().isOnlyCo2() && entry.getValue().sign() != 0)
                .map(entry -> entry.getKey().field())
                .toList();
        String under = "figures are under " + String.join(" and ", sets);
        if (mixed.isEmpty()) {
            pcf.note(FIELD, under, "all of them are CO2, which is the same under AR6");
        } else {
            pcf.error(
                    FIELD,
                    under + ", and " + String.join(", ", mixed) + " may hold other gases than CO2",
                    "their gases are not said, so they cannot be restated: ask the supplier for [\"AR6\"]");
        }
    }
}
