package io.cradle.core.factor;

import io.cradle.core.footprint.Component;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A greenhouse gas.
 *
 * @param name as it stands in the records
 * @param indicator the indicator that a direct emission of it adds to
 * @param gwp100 kgCO2e per kg, IPCC AR6 ({@code gases.csv} names the table of each value)
 */
public record Gas(String name, Component indicator, double gwp100) {
    private static final Map<String, Gas> KNOWN = load();

    public static Optional<Gas> find(String name) {
        return Optional.ofNullable(KNOWN.get(name));
    }

    /** Whether its emissions count in the footprint excluding biogenic uptake. */
    public boolean countsExcludingUptake() {
        return indicator != Component.BIOGENIC_UPTAKE;
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
