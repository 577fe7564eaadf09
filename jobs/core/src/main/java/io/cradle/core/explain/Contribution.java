package io.cradle.core.explain;

import java.util.List;

/**
 * What one input contributes to a product, per declared unit.
 *
 * @param kind factor, supplied, process, market, product or direct
 * @param input what it is, within its kind
 * @param amount in {@code unit} per declared unit
 * @param kgCO2e excluding biogenic uptake; NaN where the input has no figures
 * @param notes why this source
 */
public record Contribution(
        String kind, String input, double amount, String unit, double kgCO2e, String purpose, List<String> notes) {}
