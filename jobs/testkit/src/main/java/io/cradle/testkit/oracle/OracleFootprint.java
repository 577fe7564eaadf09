package io.cradle.testkit.oracle;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What the footprint of a product in a period must be.
 *
 * @param closed whether the period is closed
 * @param result complete, incomplete or non-productive-loop
 * @param figures by their field names in the contract {@code FootprintFigures}, absent ones left out; empty for a
 *     non-productive loop
 * @param coverage 0-1; empty for a non-productive loop
 * @param coveredToMs the least T of the product's own processes, where it has any
 * @param unresolved "input: reason" of every own line that nothing resolves
 * @param versions factors and supplier records that its own bill lines rest on
 */
public record OracleFootprint(
        FootprintKey key,
        long periodStartMs,
        long periodEndMs,
        Optional<String> productName,
        String declaredUnit,
        boolean closed,
        String result,
        Map<String, Double> figures,
        OptionalDouble coverage,
        OptionalLong coveredToMs,
        Set<String> unresolved,
        Set<OracleVersion> versions) {
    public static final String COMPLETE = "complete";
    public static final String INCOMPLETE = "incomplete";
    public static final String NON_PRODUCTIVE_LOOP = "non-productive-loop";

    /** A figure by its field name; fails where the footprint has none of it. */
    public double figure(String field) {
        Double figure = figures.get(field);
        if (figure == null) {
            throw new IllegalArgumentException(key + " has no figure " + field + ": it has " + figures.keySet());
        }
        return figure;
    }

    public double pcf() {
        return figure("pcf_excluding_biogenic_uptake");
    }

    /** The scale of every tolerance; 0 where there are no figures. */
    double gross() {
        return figures.getOrDefault("gross", 0.0);
    }

    /** Which footprint. */
    public record FootprintKey(String network, String product, String period) implements Comparable<FootprintKey> {
        @Override
        public int compareTo(FootprintKey other) {
            return toString().compareTo(other.toString());
        }

        @Override
        public String toString() {
            return network + "/" + product + "/" + period;
        }
    }
}
