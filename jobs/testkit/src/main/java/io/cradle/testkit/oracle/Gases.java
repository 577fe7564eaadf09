package io.cradle.testkit.oracle;

import java.util.Map;

/**
 * kgCO2e per kg of a gas: GWP100 of IPCC AR6 WG1, table 7.SM.7. The fossil value of methane is not for methane from
 * combustion, whose carbon is counted as CO2 at the stack.
 */
final class Gases {
    private static final String CO2_BIOGENIC = "CO2-biogenic";
    private static final Map<String, Double> GWP100 = Map.ofEntries(
            Map.entry("CO2", 1.0),
            Map.entry("CH4-fossil", 29.8),
            Map.entry("CH4-combustion", 27.0),
            Map.entry("CH4-non-fossil", 27.0),
            Map.entry("CH4-biogenic", 27.0),
            Map.entry("N2O", 273.0),
            Map.entry(CO2_BIOGENIC, 1.0),
            Map.entry("SF6", 24300.0),
            Map.entry("NF3", 17400.0),
            Map.entry("CF4", 7380.0),
            Map.entry("C2F6", 12400.0),
            Map.entry("HFC-23", 14600.0),
            Map.entry("HFC-32", 771.0),
            Map.entry("HFC-125", 3740.0),
            Map.entry("HFC-134a", 1530.0),
            Map.entry("HFC-143a", 5810.0),
            Map.entry("HFC-152a", 164.0),
            Map.entry("HFC-227ea", 3600.0),
            Map.entry("HFC-245fa", 962.0));

    private Gases() {}

    static boolean known(String gas) {
        return GWP100.containsKey(gas);
    }

    /** The indicators of an amount of a known gas. */
    static double[] indicators(String gas, double kg) {
        double[] vector = new double[Indicator.COUNT];
        vector[indicator(gas).ordinal()] = kg * GWP100.get(gas);
        return vector;
    }

    private static Indicator indicator(String gas) {
        return switch (gas) {
            case CO2_BIOGENIC -> Indicator.BIOGENIC_UPTAKE;
            case "CH4-non-fossil", "CH4-biogenic" -> Indicator.BIOGENIC_NON_CO2;
            default -> Indicator.FOSSIL;
        };
    }
}
