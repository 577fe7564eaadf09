package io.cradle.cli.explain;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cradle.core.network.Difference;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The products that something would change for.
 *
 * @param made number of products of the period
 */
record WhatIfAnswer(
        String network, String period, Instant asOf, List<String> supposed, int made, List<Difference> differences) {
    private static final String ROW = "%-32s %14s %14s %10s  %s";

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("network " + network + ", period " + period + " as of " + asOf + ", if "
                + String.join(" and ", supposed));
        if (differences.isEmpty()) {
            lines.add("no product changes, of " + made);
            return lines;
        }
        lines.add(String.format(ROW, "product", "before", "after", "change", "kgCO2e per"));
        for (Difference difference : differences) {
            lines.add(String.format(
                    ROW,
                    difference.product(),
                    Digits.of(difference.kgCO2eBefore()),
                    Digits.of(difference.kgCO2eAfter()),
                    Double.isNaN(difference.percent()) ? "-" : String.format("%+.2f %%", difference.percent()),
                    difference.declaredUnit() + result(difference)));
        }
        lines.add(differences.size() + " of " + made + (made == 1 ? " product changes" : " products change"));
        return lines;
    }

    private static String result(Difference difference) {
        return difference.resultBefore() == difference.resultAfter()
                ? ""
                : "  " + difference.resultBefore().code() + " → "
                        + difference.resultAfter().code();
    }

    String json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("network", network);
        json.put("period", period);
        json.put("as_of", asOf.toString());
        ArrayNode assumptions = json.putArray("supposed");
        supposed.forEach(assumptions::add);
        json.put("products", made);
        ArrayNode changes = json.putArray("changes");
        for (Difference difference : differences) {
            ObjectNode change = changes.addObject();
            change.put("product", difference.product());
            change.put("declared_unit", difference.declaredUnit());
            put(change, "before", difference.kgCO2eBefore());
            put(change, "after", difference.kgCO2eAfter());
            put(change, "percent", difference.percent());
            change.put("result_before", difference.resultBefore().code());
            change.put("result_after", difference.resultAfter().code());
        }
        return json.toPrettyString();
    }

    private static void put(ObjectNode json, String field, double number) {
        json.put(field, Double.isFinite(number) ? Double.valueOf(number) : null);
    }
}
