package io.cradle.core.factor;

import io.cradle.core.footprint.Component;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A greenhouse gas.
 *
 * @param name as it stands in the records
 * @param indicator the indicator that a direct emission of it adds to
 * @param gwp100 kgCO2e per kg, IPCC AR6 ({@code gases.csv} names the table of each value)
 */
public record Gas(String name, Component indicator, double gwp100) {
    private static final Map<String, Gas> KNOWN = load();
    private static final Map<String, Double> UNDER_AR5 = loadAr5();

    public static Optional<Gas> find(String name) {
        return Optional.ofNullable(KNOWN.get(name));
    }

    /** kgCO2e per kg under IPCC AR5, to recognise and restate older figures; empty where the table has none. */
    public OptionalDouble gwp100Ar5() {
        Double known = UNDER_AR5.get(name);
        return known == null ? OptionalDouble.empty() : OptionalDouble.of(known);
    }

    /** Whether its emissions count in the footprint excluding biogenic uptake. */
    public boolean countsExcludingUptake() {
        return indicator != Component.BIOGENIC_UPTAKE;
    }

    private static Map<String, Double> loadAr5() {
        Map<String, Double> values = new LinkedHashMap<>();
        for (String[] row : ResourceTable.rows("gases.csv", 5)) {
            if (!row[3].isEmpty()) {
                values.put(row[0], Double.valueOf(row[3]));
            }
        }
        return values;
    }

    private static Map<String, Gas> load() {
        Map<String, Gas> gases = new LinkedHashMap<>();
        for (String[] row : ResourceTable.rows("gases.csv", 5)) {
            Component indicator = Component.valueOf(row[1].toUpperCase(Locale.ROOT));
            gases.put(row[0], new Gas(row[0], indicator, Double.parseDouble(row[2])));
        }
        return gases;
    }
}
