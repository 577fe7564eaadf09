package io.cradle.rollup.harness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cradle.testkit.oracle.LogEntry;
import io.cradle.testkit.oracle.OracleFootprint;
import io.cradle.testkit.oracle.OracleReplay;
import io.cradle.testkit.oracle.OracleReplay.Publication;
import io.cradle.testkit.oracle.OracleSettings;
import io.cradle.testkit.oracle.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Rows of product-footprints.csv, held against the oracle and against each other. */
public final class FootprintRows {
    private static final List<String> FIGURES = List.of(
            "fossil",
            "land_use_change",
            "land_management_emissions",
            "land_management_removals",
            "biogenic_non_co2",
            "technological_removals",
            "ccs_capture",
            "biogenic_uptake",
            "aircraft",
            "pcf_excluding_biogenic_uptake",
            "pcf_including_biogenic_uptake",
            "credits",
            "packaging",
            "outbound_logistics",
            "primary_data_share",
            "technological_dqr",
            "geographical_dqr",
            "temporal_dqr",
            "carried_forward");

    private FootprintRows() {}

    /** The rows without their causes, which name where in the log a change stands. */
    public static List<Map<String, String>> withoutCauses(List<Map<String, String>> rows) {
        return rows.stream()
                .map(row -> {
                    Map<String, String> rest = new TreeMap<>(row);
                    rest.remove("cause");
                    return rest;
                })
                .toList();
    }

    /** Every row is what the oracle says, and every publication of the oracle is a row. */
    public static void assertRight(
            List<Map<String, String>> rows, List<LogEntry> log, OracleSettings settings, String name) {
        Map<String, Map<String, String>> byPlace = new TreeMap<>();
        for (Map<String, String> row : rows) {
            String place = row.get("network") + "/" + row.get("product") + "/" + row.get("period") + " as of "
                    + row.get("as_of");
            assertEquals(null, byPlace.put(place, row), () -> name + ": two rows of " + place);
        }
        OracleReplay oracle = new OracleReplay(settings);
        for (Publication due : oracle.publications(log, oracle.lastEpochMs(log))) {
            String place = due.key() + " as of " + Instant.ofEpochMilli(due.asOfMs());
            Map<String, String> row = byPlace.remove(place);
            if (row != null) {
                assertRow(row, due, name + ", " + place);
            } else {
                assertEquals(Verdict.MAY, due.verdict(), () -> name + ": no row of " + place);
            }
        }
        assertTrue(byPlace.isEmpty(), () -> name + ": rows of which nothing had changed: " + byPlace.keySet());
    }

    private static void assertRow(Map<String, String> row, Publication due, String name) {
        assertEquals(due.status(), row.get("status"), () -> name + ": status");
        if (due.footprint().isEmpty()) {
            assertEquals("", row.get("result"), () -> name + ": result of what is withdrawn");
            assertEquals("", row.get("fossil"), () -> name + ": figures of what is withdrawn");
            return;
        }
        OracleFootprint footprint = due.footprint().get();
        assertEquals(footprint.result(), row.get("result"), () -> name + ": result");
        assertEquals(footprint.declaredUnit(), row.get("declared_unit"), () -> name + ": declared unit");
        assertEquals(
                footprint.unresolved(),
                row.get("unresolved").isEmpty()
                        ? new TreeSet<>()
                        : new TreeSet<>(List.of(row.get("unresolved").split("; "))),
                () -> name + ": unresolved");
        boolean loop = footprint.result().equals(OracleFootprint.NON_PRODUCTIVE_LOOP);
        for (String field : FIGURES) {
            Double expected = loop ? null : footprint.figures().get(field);
            assertCell(expected, row.get(field), scale(field, footprint), name + ": " + field);
        }
        if (!loop) {
            assertCell(footprint.coverage().getAsDouble(), row.get("coverage"), 1, name + ": coverage");
            assertEquals(
                    footprint.coveredToMs().isPresent()
                            ? Instant.ofEpochMilli(footprint.coveredToMs().getAsLong())
                                    .toString()
                            : "",
                    row.get("covered_to"),
                    () -> name + ": covered to");
        }
    }

    private static void assertCell(Double expected, String cell, double scale, String name) {
        if (expected == null) {
            assertEquals("", cell, name);
        } else {
            assertEquals(expected, Double.parseDouble(cell), 1e-9 * scale + Double.MIN_NORMAL, name);
        }
    }

    private static double scale(String field, OracleFootprint footprint) {
        return switch (field) {
            case "primary_data_share" -> 100;
            case "technological_dqr", "geographical_dqr", "temporal_dqr" -> 5;
            case "carried_forward" -> 1;
            default ->
                Math.max(
                        footprint.figures().getOrDefault("gross", 0.0),
                        Math.abs(footprint.figures().getOrDefault(field, 0.0)));
        };
    }
}
