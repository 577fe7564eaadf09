package io.cradle.core.explain;

/**
 * What one line of a product's own contributes, with everything above it.
 *
 * @param input as it is published, per declared unit
 * @param credit whether it is one
 * @param indicators the nine indicators in kgCO2e
 */
public record InputContribution(Contribution input, boolean credit, double[] indicators) {}
