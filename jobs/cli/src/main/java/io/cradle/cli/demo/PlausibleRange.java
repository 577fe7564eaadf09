package io.cradle.cli.demo;

import java.util.List;

/**
 * Where a figure of the scenario must lie, kgCO2e per declared unit.
 *
 * @param source where the range comes from
 */
record PlausibleRange(String product, double low, double high, String source) {

    static List<PlausibleRange> bundled() {
        return RateTable.rows("plausible-ranges.csv").stream()
                .map(row -> new PlausibleRange(row[0], Double.parseDouble(row[1]), Double.parseDouble(row[2]), row[3]))
                .toList();
    }

    boolean holds(double figure) {
        return figure >= low && figure <= high;
    }
}
